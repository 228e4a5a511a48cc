// Tells when the program has stopped, and shows the ways on. Plain DOM and functions of the browser: after a trap, nothing
// of the program runs any more.

(() => {
  const texts = {
    en: {
      title: 'Seatwise has stopped.',
      about: 'It ran out of memory, or ran into an error of its own, and has stopped calculating. Your work is saved on this '
        + 'device up to your last pause. The details stay here unless you copy them.',
      open: 'Open the last saved work',
      afresh: 'Set it aside and start afresh',
      copy: 'Copy the details',
    },
    de: {
      title: 'Seatwise wurde angehalten.',
      about: 'Der Speicher reichte nicht, oder im Programm trat ein Fehler auf; es rechnet nicht weiter. Ihre Arbeit '
        + 'ist bis zu Ihrer letzten Pause auf diesem Gerät gespeichert. Die Einzelheiten bleiben hier, solange Sie sie '
        + 'nicht kopieren.',
      open: 'Zuletzt gespeicherte Arbeit öffnen',
      afresh: 'Beiseitelegen und neu beginnen',
      copy: 'Einzelheiten kopieren',
    },
  };
  let shown = false;

  addEventListener('seatwise-panic', ({ detail }) => show(detail));
  addEventListener('error', ({ error }) => {
    if (stopsTheProgram(error) || passedThroughTheProgram(error)) show(reportOf(error));
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    if (stopsTheProgram(reason)) show(reportOf(reason));
  });

  /** A trap, memory that is used up, or a stack that is. */
  function stopsTheProgram(error) {
    const kinds = [globalThis.WebAssembly?.RuntimeError, RangeError, globalThis.InternalError];
    return kinds.some((kind) => kind && error instanceof kind);
  }

  /** An exception that nothing in the program caught: it was left in the middle of what it did. */
  function passedThroughTheProgram(error) {
    return /\.wasm\b/.test(error?.stack ?? '');
  }

  function reportOf(error) {
    const build = document.querySelector('script[data-wasm]')?.dataset.wasm ?? '';
    return `Seatwise ${build}\n${error.name}: ${error.message}\n${error.stack ?? ''}`.slice(0, 4_000);
  }

  function show(report) {
    if (shown) return;
    shown = true;
    const says = texts[document.documentElement.lang] ?? texts.en;
    const dialog = element('dialog', '', {
      class: 'dialog broken', role: 'alertdialog', closedby: 'none',
      'aria-labelledby': 'broken-title', 'aria-describedby': 'broken-about',
    });
    const buttons = element('p', '', { class: 'buttons' });
    const details = element('pre', report, { tabindex: '0' });
    const page = location.href.split(/[?#]/)[0];
    buttons.append(
      button(says.open, 'btn primary', () => location.assign(page)),
      button(says.afresh, 'btn', () => location.assign(`${page}?afresh`)),
      button(says.copy, 'btn', () => copy(report, details)),
    );
    dialog.append(
      element('h2', says.title, { id: 'broken-title' }),
      element('p', says.about, { id: 'broken-about' }),
      details,
      buttons,
    );
    // An open dialog of the page would lie above this one's buttons.
    for (const open of document.querySelectorAll('dialog[open]')) open.close();
    // With Escape, a browser without `closedby` would close it.
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
  }

  function element(tag, text, attributes) {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  function button(text, className, onclick) {
    const made = element('button', text, { type: 'button', class: className });
    made.addEventListener('click', onclick);
    return made;
  }

  /** Without a clipboard, the details are selected. */
  async function copy(report, details) {
    try {
      await navigator.clipboard.writeText(report);
    } catch {
      getSelection().selectAllChildren(details);
    }
  }
})();
