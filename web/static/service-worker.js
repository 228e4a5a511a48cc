// Keeps the page on the device, for visits without a network. The build writes the names of its files and a version, which
// changes whenever any of them does, before this script: `self.seatwise`.
//
// What the page needs in order to open is kept before this worker is installed. What it loads only when somebody asks for
// it follows then, unless the visitor saves data; languages are kept when they are read. No other address is ever asked.

const { version, first, later, languages } = self.seatwise;

/** The beginning of the names of our caches: other pages of the host may have their own. */
const CACHES = `seatwise ${self.registration.scope} `;
const CACHE = CACHES + version;

/** How long a visit waits for the network before it opens the page that is kept. */
const PATIENCE = 4_000;

const address = (name) => new URL(name, self.registration.scope).href;
const files = new Set([...first, ...later, ...languages].map(address));

self.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => Promise.all(first.map(keep))).then(() => keepMore(later)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const { asks, keeps, takesOver } = event.data ?? {};
  if (asks === 'version') event.ports[0].postMessage(version);
  if (keeps && files.has(address(keeps))) event.waitUntil(keepFurther(keeps));
  if (takesOver) self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = request.url.split(/[?#]/)[0];
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    // A request that an older worker still answered may have kept something once more.
    const { waiting, installing } = self.registration;
    if (!waiting && !installing) event.waitUntil(dropOldCaches());
    if (url === address('./') || url === address('index.html')) event.respondWith(open(request));
  } else if (files.has(url)) {
    event.respondWith(keptOrFetched(request, url));
  }
});

/** Keeps the page itself, if the host has the one that belongs to this worker: while files are being replaced, it may not. */
async function keepPage() {
  const answer = await fetched(address('./'), { cache: 'no-cache' });
  const text = await answer.clone().text();
  if (!text.includes(version)) throw new Error(`the page is not of version ${version}`);
  await (await caches.open(CACHE)).put(address('./'), answer);
}

async function keep(name) {
  const cache = await caches.open(CACHE);
  const url = address(name);
  if (await cache.match(url)) return;
  // A name with a fingerprint says what is in the file; of others the browser may have an older one.
  const isNamedByContent = /-[0-9a-f]{12,16}[._]/.test(name);
  await cache.put(url, await fetched(url, { cache: isNamedByContent ? 'default' : 'no-cache' }));
}

/** Keeps what the page can do without. What does not arrive is kept when it is used. */
async function keepMore(names) {
  if (self.navigator.connection?.saveData) return;
  await Promise.allSettled(names.map(keep));
}

/** Keeps a file that a page has read; not once a newer version has dropped what this one keeps. */
async function keepFurther(name) {
  if (await ourCache()) await keepMore([name]);
}

async function fetched(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/** The page from the network, so that it is the newest; the one that is kept, where none comes in time. */
async function open(request) {
  const kept = await (await ourCache())?.match(address('./'));
  if (!kept) return fetch(request);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const answer = await fetch(request, { signal: patience.signal });
    return answer.status < 500 ? answer : kept;
  } catch {
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

async function keptOrFetched(request, url) {
  const kept = await (await ourCache())?.match(url);
  if (kept) return kept;
  const answer = await fetch(request);
  // An answer to a page of no origin cannot be looked into.
  if (answer.ok) await (await ourCache())?.put(url, answer.clone());
  return answer;
}

/** What this version keeps; nothing once a newer one has dropped it, while this worker still answers its last requests. */
async function ourCache() {
  return await caches.has(CACHE) ? caches.open(CACHE) : undefined;
}

async function dropOldCaches() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(CACHES) && name !== CACHE).map((name) => caches.delete(name)));
}
