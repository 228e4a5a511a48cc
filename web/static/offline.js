// Has the page kept on the device by a service worker, once the page stands, and says when a new version is there. Only
// where the page stands by itself, on a host that the browser trusts: a frame is a guest on somebody else's page.

(() => {
  const { version } = document.currentScript.dataset;
  // In a frame even the look at `navigator.serviceWorker` may be refused.
  if (version === 'none' || self !== top || !location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  let registration;

  ready().then(start).catch((error) => console.info(`Seatwise is not kept for visits without a network: ${error.message}`));

  async function start() {
    registration = await workers.register(new URL('service-worker.js', document.baseURI), { updateViaCache: 'none' });
    registration.addEventListener('updatefound', () => follow(registration.installing));
    workers.addEventListener('controllerchange', () => compare(workers.controller));
    // A worker that was found on an earlier visit may be older than this page: what waits counts after a look at the host.
    await registration.update().catch(() => {});
    follow(registration.installing ?? registration.waiting);
    const texts = document.documentElement.dataset.texts;
    const { active } = await workers.ready;
    if (texts) active.postMessage({ keeps: texts });
  }

  /** Waits until the program has drawn the page: nothing that a first visit waits for waits for this. */
  function ready() {
    return new Promise((resolve) => {
      const root = document.documentElement;
      const observer = new MutationObserver(look);
      observer.observe(root, { attributes: true });
      look();
      function look() {
        if (!('seatwiseReady' in root.dataset)) return;
        observer.disconnect();
        resolve();
      }
    });
  }

  /** Compares a worker with the page as soon as it is installed. */
  function follow(found) {
    if (!found) return;
    const look = () => found.state === 'installed' && registration.active && compare(found);
    found.addEventListener('statechange', look);
    look();
  }

  /** The worker of this very page takes over at once; one of another page is told, and waits until the visitor says so. */
  async function compare(found) {
    if (await versionOf(found) !== version) {
      dispatchEvent(new CustomEvent('seatwise-new-version'));
    } else if (found.state === 'installed') {
      found.postMessage({ takesOver: true });
    }
  }

  function versionOf(found) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      found.postMessage({ asks: 'version' }, [port2]);
    });
  }

  // The page asks for it when the visitor has pressed the button.
  addEventListener('seatwise-renew', () => {
    const { waiting } = registration ?? {};
    if (!waiting) return location.reload();
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ takesOver: true });
  });
})();
