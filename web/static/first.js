// Runs before the first picture: chooses the language, and hides the example that stands in the page, in English, where
// the program will show something else: another language, a link, the visitor's own work, or what the query asks for. The keys are those of
// web/src/browser/storage.rs; the build writes the languages and their files into this script's own element.

(() => {
  const root = document.documentElement;
  const files = Object.fromEntries((document.currentScript.dataset.languages ?? '').split(' ').filter(Boolean)
    .map((language) => language.split('=')));
  const asked = new URLSearchParams(location.search).get('lang');
  const chosen = [asked, stored('localStorage', 'seatwise.1.language'), ...navigator.languages]
    .map((locale) => locale?.toLowerCase().split('-')[0])
    .find((language) => language === 'en' || files[language]) ?? 'en';
  root.lang = chosen;
  if (files[chosen]) root.dataset.texts = files[chosen];

  const work = stored('localStorage', 'seatwise.1.work') ?? stored('sessionStorage', 'seatwise.1.work');
  if (chosen !== 'en' || location.search || location.hash.length > 1 || work !== null) root.dataset.other = '';

  function stored(storage, key) {
    try {
      return window[storage].getItem(key);
    } catch {
      // Closed to the page, as in a sandboxed frame: nothing of the visitor's is there.
      return null;
    }
  }
})();
