// Puts the calculator of Seatwise on a page; docs/embedding.md says how. This file keeps its name and what it understands for
// ever. A plain script, because a page may hold it several times, in several versions.

(() => {
  const script = document.currentScript ?? document.querySelector('script[data-seatwise]');
  const page = new URL('..', script.src);
  const settings = ['view', 'lang', 'theme', 'accent', 'currency', 'product', 'readonly', 'partner', 'contact'];

  /** Mounts a calculator in an element; `option` tells what is set, by name, and null for what is not. */
  function mount(place, option) {
    const frames = Symbol.for('seatwise.frames');
    const number = window[frames] = (window[frames] ?? 0) + 1;
    const envelope = { namespace: 'seatwise', version: 1, instance: place.id || `seatwise-${number}` };
    const sandbox = option('sandbox');
    const opaque = sandbox !== null && !sandbox.includes('allow-same-origin');
    const synced = option('sync') !== null;
    const most = Number(option('max-height')) || Infinity;

    const query = new URLSearchParams({ embed: 1, instance: envelope.instance });
    for (const name of settings) {
      if (option(name) !== null) query.set(name, option(name) || 1);
    }
    const address = location.hash.slice(1);
    const state = synced && address.startsWith('s=') ? address : option('state');

    const frame = document.createElement('iframe');
    frame.title = option('title') ?? 'Licence calculator';
    frame.loading = 'lazy';
    frame.allow = 'clipboard-write';
    frame.referrerPolicy = 'no-referrer';
    if (sandbox !== null) frame.sandbox = sandbox || 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';
    frame.style.cssText = 'display:block;width:100%;height:600px;border:0;color-scheme:light dark';
    frame.src = `${page}embed.html?${query}${state ? `#${state}` : ''}`;

    // What was asked for before the frame was ready, and what a frame that was loaded again has to be told again.
    let ready = false;
    const told = {};
    const post = (type, content) => frame.contentWindow.postMessage({ ...envelope, type, ...content }, opaque ? '*' : page.origin);
    const tell = (type) => (content) => {
      told[type] = content;
      if (ready) post(type, content);
    };
    Object.assign(place, { load: tell('load'), prices: tell('prices'), theme: tell('theme'), locale: tell('locale') });

    let seen;
    function look() {
      const { top, bottom } = frame.getBoundingClientRect();
      const visible = { top: Math.max(0, -top), height: Math.max(0, Math.min(innerHeight, bottom) - Math.max(0, top)) };
      if (!ready || seen === JSON.stringify(visible)) return;
      seen = JSON.stringify(visible);
      post('viewport', visible);
    }

    const hear = {
      ready() {
        ready = true;
        seen = undefined;
        post('init', { fitted: most === Infinity, state: synced, result: option('result') !== null });
        for (const type of Object.keys(told)) post(type, told[type]);
        delete told.load;
        look();
      },
      resize({ height }) {
        frame.style.height = `${Math.min(height, most)}px`;
        look();
      },
      state({ link }) {
        if (synced) history.replaceState(history.state, '', `#${link}`);
      },
    };
    const ending = new AbortController();
    const { signal } = ending;
    addEventListener('message', ({ source, origin, data }) => {
      if (source !== frame.contentWindow || origin !== (opaque ? 'null' : page.origin)) return;
      if (Object.keys(envelope).some((key) => data?.[key] !== envelope[key])) return;
      hear[data.type]?.(data);
      place.dispatchEvent(new CustomEvent(`seatwise:${data.type}`, { detail: data, bubbles: true }));
    }, { signal });
    for (const moved of ['scroll', 'resize']) addEventListener(moved, () => requestAnimationFrame(look), { signal, capture: true, passive: true });

    // The styles of the page around do not reach into a shadow root.
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    root.replaceChildren(frame);
    return () => ending.abort();
  }

  if (!customElements.get('seatwise-calculator')) {
    customElements.define('seatwise-calculator', class extends HTMLElement {
      connectedCallback() {
        this.style.display ||= 'block';
        this.end = mount(this, (name) => this.getAttribute(name));
      }

      disconnectedCallback() {
        this.end();
      }
    });
  }
  function putBesideScript() {
    const place = document.createElement('div');
    place.id = script.dataset.id ?? '';
    // What moves scripts about may have moved this one to where nothing is shown.
    if (document.head.contains(script)) document.body.append(place);
    else script.after(place);
    mount(place, (name) => script.getAttribute(`data-${name}`));
  }
  if ('seatwise' in script.dataset && !('mounted' in script.dataset)) {
    script.dataset.mounted = '';
    if (document.body) putBesideScript();
    else addEventListener('DOMContentLoaded', putBesideScript);
  }
})();
