// Starts the page. The build writes the names of the glue and the module into this script's own element; a file of its
// own, because the content security policy allows no inline script.

const { js, wasm } = document.querySelector('script[data-js][data-wasm]').dataset;

try {
  const glue = await import(new URL(js, document.baseURI));
  await glue.default({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  sayWhatFailed(error);
}

// Only while nothing is on the page yet: later failures are the page's own to tell.
function sayWhatFailed(error) {
  console.error(error);
  const message = document.getElementById('boot-message');
  if (!message) return;
  message.setAttribute('role', 'alert');
  message.textContent = `Seatwise could not start: ${error.message ?? error}. `
    + 'Reload the page; if that does not help, try a browser of this year or last.';
}
