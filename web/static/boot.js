// Starts the page. The build writes the names of the glue and the module into this script's own element; a file of its
// own, because the content security policy allows no inline script, and no module, because a browser loads modules of a
// sandboxed frame only where the host allows it: this script has to say so.

(() => {
  const { js, wasm } = document.currentScript.dataset;
  const patience = setTimeout(sayThatItTakesLong, 20_000);

  import(new URL(js, document.baseURI))
    .then((glue) => glue.default({ module_or_path: new URL(wasm, document.baseURI) }))
    .catch(sayWhatFailed)
    .finally(() => clearTimeout(patience));

  // Only while nothing is on the page yet: later failures are told by crash.js.
  function sayWhatFailed(error) {
    const message = document.getElementById('boot-message');
    const started = error instanceof (globalThis.WebAssembly?.RuntimeError ?? EvalError) || error instanceof RangeError;
    if (started || !message) throw error;
    console.error(error);
    message.setAttribute('role', 'alert');
    message.textContent = `Seatwise could not start: ${error.message ?? error}. ${remedy()}`;
  }

  function remedy() {
    // A frame with `sandbox` and without `allow-same-origin` has an origin of nobody's.
    if (self.origin === 'null') {
      return 'It stands in a sandboxed frame, where the browser lets it load its own files only if their host sends the '
        + 'header Access-Control-Allow-Origin: *, or if the frame has allow-same-origin.';
    }
    return 'Reload the page; if that does not help, try a browser of this year or last.';
  }

  function sayThatItTakesLong() {
    const message = document.getElementById('boot-message');
    if (message) message.textContent = 'Seatwise is still loading: the connection is slow, or something blocks its files.';
  }
})();
