// The page where a partner chooses what the calculator shows: a live preview, and the three kinds of code to copy.

(() => {
  const form = document.getElementById('settings');
  const preview = document.getElementById('preview');
  const page = new URL('./', document.baseURI);
  const german = {
    heading: 'Der Rechner auf Ihrer eigenen Seite',
    settings: 'Was er zeigt', view: 'Ansicht', 'view-full': 'Alles', 'view-compact': 'Organisation und Lizenzen', 'view-result': 'Nur die Lizenzen',
    product: 'Produkt zu Beginn', 'product-any': 'Das übliche Beispiel', state: 'Mit einem Szenario beginnen',
    'state-about': 'Ein Link, den Sie unter „Teilen“ kopiert haben', currency: 'Währung Ihrer Preise',
    'currency-about': 'Drei Buchstaben; ohne Angabe gilt die Währung der Preisliste', readonly: 'Nur ansehen',
    looks: 'Wie er aussieht', lang: 'Sprache', 'lang-auto': 'Die Sprache des Browsers', theme: 'Farben',
    'theme-auto': 'Wie auf dem Gerät eingestellt', 'theme-light': 'Hell', 'theme-dark': 'Dunkel',
    'own-accent': 'Eine eigene Farbe', accent: 'Ihre Farbe', 'accent-about': 'Wird dunkler oder heller, wo sie sonst nicht lesbar wäre',
    you: 'Wer Sie sind', partner: 'Ihr Name', contact: 'Wie man Sie erreicht',
    'contact-about': 'Eine E-Mail-Adresse oder eine Seite, die mit https:// beginnt', result: 'Besucher dürfen Ihnen ihr Ergebnis senden',
    code: 'Der Code für Ihre Seite', 'code-about': 'Alle drei bewirken dasselbe; nehmen Sie den, den Ihre Website zulässt.',
    'code-script': 'Ein Skript an der Stelle des Rechners', 'code-element': 'Ein Element, für Seiten aus Komponenten',
    'code-frame': 'Ein einfacher Rahmen, ohne Skript auf Ihrer Seite', copy: 'Kopieren', preview: 'Vorschau',
    copied: 'Kopiert.', 'not-copied': 'Der Browser erlaubt das Kopieren hier nicht: Markieren Sie den Code und kopieren Sie ihn selbst.',
    title: 'Lizenzrechner', 'page-title': 'Seatwise auf Ihrer eigenen Seite',
  };
  const english = {
    copied: 'Copied.', 'not-copied': 'The browser does not allow copying here: select the code and copy it yourself.', title: 'Licence calculator',
  };
  const asked = new URLSearchParams(location.search).get('lang') ?? chosenOnThePage() ?? navigator.language;
  const words = asked.startsWith('de') ? german : english;
  if (words === german) translate();

  form.addEventListener('input', () => {
    form.elements.namedItem('accent').closest('label').hidden = !form.elements.namedItem('own-accent').checked;
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of document.querySelectorAll('[data-copy]')) button.addEventListener('click', () => copy(button.dataset.copy));
  preview.addEventListener('seatwise:ready', ({ detail }) => offer(detail.products));
  show();

  /** What is chosen, as the embed script and the address of the page name it; nothing of what is as usual. */
  function chosen() {
    const all = Object.fromEntries(new FormData(form));
    const state = String(all.state).trim().replace(/^.*#/, '');
    return Object.entries({
      view: all.view === 'full' ? '' : all.view,
      product: all.product,
      lang: all.lang,
      theme: all.theme,
      accent: all['own-accent'] ? String(all.accent).slice(1) : '',
      currency: String(all.currency).trim().toUpperCase(),
      readonly: all.readonly ? '1' : '',
      partner: String(all.partner).trim(),
      contact: String(all.contact).trim(),
      state: state.startsWith('s=') ? state : '',
      result: all.result ? '1' : '',
      title: words === german ? german.title : '',
    }).filter(([, value]) => value !== '');
  }

  function show() {
    const settings = chosen();
    const attributes = (prefix) => settings.map(([name, value]) => `\n  ${prefix}${name}="${escaped(value)}"`).join('');
    const source = new URL('embed/v1.js', page);
    const fallback = `<noscript><a href="${escaped(address([]))}">${words.title ?? english.title}</a></noscript>`;
    document.getElementById('script').textContent = `<script async src="${source}" data-seatwise${attributes('data-')}></script>\n${fallback}`;
    document.getElementById('element').textContent = `<script async src="${source}"></script>\n<seatwise-calculator${attributes('')}></seatwise-calculator>`;
    document.getElementById('frame').textContent = `<iframe src="${escaped(address(settings))}"\n  title="${words.title ?? english.title}" width="100%" height="800" frameborder="0"\n`
      + '  loading="lazy" allow="clipboard-write" referrerpolicy="no-referrer"></iframe>';
    clearTimeout(show.waiting);
    show.waiting = setTimeout(() => draw(settings), show.waiting ? 400 : 0);
  }

  /** The address of the page in a frame; of the page itself where nothing is set. */
  function address(settings) {
    if (settings.length === 0) return page.href;
    const query = new URLSearchParams({ embed: '1' });
    const { state, ...rest } = Object.fromEntries(settings.filter(([name]) => !['result', 'title'].includes(name)));
    for (const [name, value] of Object.entries(rest)) query.set(name, value);
    return `${page.href}embed.html?${query}${state ? `#${state}` : ''}`;
  }

  function draw(settings) {
    const element = document.createElement('seatwise-calculator');
    for (const [name, value] of settings) element.setAttribute(name, value);
    element.id = 'preview-of-calculator';
    preview.replaceChildren(element);
  }

  /** The calculator itself tells which products it knows. */
  function offer(products) {
    const select = form.elements.namedItem('product');
    if (select.options.length > 1) return;
    for (const { id, name } of products) select.add(new Option(name, id));
  }

  function escaped(text) {
    return String(text).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  }

  async function copy(id) {
    const code = document.getElementById(id);
    const told = document.getElementById('copied');
    try {
      await navigator.clipboard.writeText(code.textContent);
      told.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(code);
      told.textContent = words['not-copied'];
    }
  }

  /** The language that the calculator itself was switched to; the key is that of web/src/browser/storage.rs. */
  function chosenOnThePage() {
    try {
      return localStorage.getItem('seatwise.1.language');
    } catch {
      return null;
    }
  }

  function translate() {
    document.documentElement.lang = 'de';
    const other = document.getElementById('other-language');
    Object.assign(other, { href: '?lang=en', lang: 'en', hreflang: 'en', textContent: 'English' });
    document.title = german['page-title'];
    for (const element of document.querySelectorAll('[data-text]')) element.textContent = german[element.dataset.text] ?? element.textContent;
  }
})();
