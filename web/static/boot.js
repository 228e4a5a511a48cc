// Starts the page. The build writes the names of the glue and the module into this script's own element; a file of its
// own, because the content security policy allows no inline script, and no module, because a browser loads modules of a
// sandboxed frame only where the host allows it: this script has to say so.

(() => {
  const texts = {
    en: {
      starting: 'Starting Seatwise.',
      slow: 'Seatwise is still loading: the connection is slow, or something blocks its files.',
      failed: 'Seatwise could not start:',
      part: 'a part of it did not arrive',
      again: 'Reload',
      reload: 'Reload the page; if that does not help, try a browser of this year or last.',
      sandboxed: 'It stands in a sandboxed frame, where the browser lets it load its own files only if their host sends '
        + 'the header Access-Control-Allow-Origin: *, or if the frame has allow-same-origin.',
    },
    de: {
      starting: 'Seatwise wird gestartet.',
      slow: 'Seatwise wird noch geladen: Die Verbindung ist langsam, oder etwas blockiert die Dateien.',
      failed: 'Seatwise konnte nicht gestartet werden:',
      part: 'ein Teil davon ist nicht angekommen',
      again: 'Neu laden',
      reload: 'Laden Sie die Seite neu; wenn das nicht hilft, versuchen Sie es mit einem Browser aus diesem oder dem '
        + 'letzten Jahr.',
      sandboxed: 'Die Seite steht in einem abgeschotteten Rahmen (sandbox). Dort darf sie ihre Dateien nur laden, wenn '
        + 'deren Server die Kopfzeile Access-Control-Allow-Origin: * sendet oder der Rahmen allow-same-origin hat.',
    },
  };
  const { js, wasm } = document.currentScript.dataset;
  const patience = setTimeout(sayThatItTakesLong, 20_000);
  const says = texts[document.documentElement.lang] ?? texts.en;
  // A page that is one file has everything inside it (single.js); else the files stand beside it.
  const { load, bring } = window.seatwiseInside ?? {
    load: (name) => import(new URL(name, document.baseURI)),
    bring: (name) => fetch(new URL(name, document.baseURI)),
  };
  document.getElementById('boot-message').textContent = says.starting;
  // The later module comes by the same way.
  window.seatwiseBring = bring;

  Promise.all([load(js), loadLanguage()])
    .then(([glue]) => glue.default({ module_or_path: bring(wasm) }))
    .catch(sayWhatFailed)
    .finally(() => clearTimeout(patience));

  // Who comes back is shown nothing before the later module, which reads what is saved.
  addEventListener('seatwise-not-started', () => sayWhatFailed(new Error(says.part)));

  // The texts of another language than English, for the program to read. Without them it is English, and says so.
  async function loadLanguage() {
    const file = document.documentElement.dataset.texts;
    if (!file) return;
    try {
      const answer = await bring(file);
      if (answer.ok) window.seatwiseLanguage = await answer.arrayBuffer();
    } catch (error) {
      console.error(error);
    }
  }

  // What the page loads only when somebody asks for it: spreadsheets, for one.
  window.seatwiseModule = async (name) => {
    const modules = new Map((document.documentElement.dataset.modules ?? '').split(' ').map((entry) => entry.split('=')));
    const file = modules.get(name);
    if (!file) throw new Error(`there is no module ${name}`);
    const module = await load(file);
    await module.default();
    return module;
  };

  // Only while nothing is on the page yet: later failures are told by crash.js.
  function sayWhatFailed(error) {
    const message = document.getElementById('boot-message');
    const started = error instanceof (globalThis.WebAssembly?.RuntimeError ?? EvalError) || error instanceof RangeError;
    if (started || !message) throw error;
    console.error(error);
    message.setAttribute('role', 'alert');
    message.textContent = `${says.failed} ${error.message ?? error}. ${remedy()}`;
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'btn primary';
    again.textContent = says.again;
    again.addEventListener('click', () => location.reload());
    message.append(again);
  }

  function remedy() {
    // A frame with `sandbox` and without `allow-same-origin` has an origin of nobody's.
    if (self.origin === 'null') {
      return says.sandboxed;
    }
    return says.reload;
  }

  function sayThatItTakesLong() {
    const message = document.getElementById('boot-message');
    if (message) message.textContent = says.slow;
  }
})();
