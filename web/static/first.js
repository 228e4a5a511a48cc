// Runs before the first picture: the example that stands in the page is hidden where the program will show something else,
// a link or the visitor's own work. The keys are those of web/src/browser/storage.rs.

(() => {
  const root = document.documentElement;
  if (location.hash.length > 1 || saved('localStorage') || saved('sessionStorage')) root.dataset.other = '';

  function saved(storage) {
    try {
      return window[storage].getItem('seatwise.1.work') !== null;
    } catch {
      // Closed to the page, as in a sandboxed frame: nothing of the visitor's is there.
      return false;
    }
  }
})();
