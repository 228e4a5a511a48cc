// Visits without a network: what the service worker keeps, new versions, and where there is no worker at all.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve } from '../serve.mjs';
import { freshProfile, open, ready, recordOf } from './harness.mjs';
import {
  billLine, countOf, countUsers, eventually, examples, loadExample, saveSpreadsheet, totalReads,
} from './seatwise.mjs';

const dist = process.env.SEATWISE_DIST ?? 'dist';

test('after the first visit the page opens and works without its host', async (t) => {
  const host = await published(t);
  const context = await freshProfile(t);
  const first = await open(context, host.url);
  await isKept(first.page);
  await host.stop();

  const { page, record } = await open(context, `${host.url}?lang=en`);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await totalReads(page, /156,000/);
  await billLine(page, /^900 .*ESS/).click();
  assert.deepEqual(record.errors, []);
});

test('what is loaded when somebody asks for it is there without the host as well', async (t) => {
  const host = await published(t);
  const context = await freshProfile(t, { acceptDownloads: true });
  const { page, record } = await open(context, host.url);
  await isKept(page);
  await host.stop();
  // The page of the first visit is kept company by the worker as soon as that stands.
  await page.waitForFunction(() => navigator.serviceWorker.controller);

  await saveSpreadsheet(page);

  await page.reload();
  await ready(page);
  await countUsers(page);
  assert.deepEqual(record.errors, []);
});

test('a language that was read opens without the host, in a browser without a connection', async (t) => {
  const host = await published(t);
  const context = await freshProfile(t, { locale: 'de-DE' });
  const { page } = await open(context, host.url);
  await isKept(page, /seatwise-de-/);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  await page.getByRole('heading', { name: 'Lizenzen', exact: true }).first().waitFor();
});

test('the worker asks its own host alone, for what it keeps, and for nothing when the page is used', async (t) => {
  const host = await published(t);
  const context = await freshProfile(t);
  const { page } = await open(context, host.url);
  await isKept(page);
  const folder = new URL(host.url).pathname;
  assert.deepEqual(host.asked.filter((path) => !path.startsWith(folder)), []);
  assert.ok(!host.asked.some((path) => /seatwise-de-|embed/.test(path)), 'no language that nobody reads, nothing of partners');

  const before = host.asked.length;
  await loadExample(page, examples.mixedOffice);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await totalReads(page, /156,000/);
  await page.waitForLoadState('networkidle');
  assert.deepEqual(host.asked.slice(before), []);
});

test('a new version is told, never taken unasked, and keeps the work', async (t) => {
  const host = await published(t);
  const context = await freshProfile(t);
  const { page, record } = await open(context, host.url);
  await isKept(page);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await totalReads(page, /156,000/);
  const notice = page.getByRole('status').filter({ hasText: 'A new version of Seatwise is here.' });
  assert.equal(await notice.count(), 0);

  await host.publishAnother();
  const other = await open(context, host.url);
  await notice.waitFor();
  assert.equal(await versionOf(page), host.versions[0], 'the page that stood before stands on');
  assert.equal(await versionOf(other.page), host.versions[1], 'who comes later gets the new one');
  assert.equal(await other.page.getByText('A new version of Seatwise is here.').count(), 0);
  await totalReads(page, /156,000/);

  await page.locator('.notice').filter({ hasText: 'A new version' }).getByRole('button', { name: 'Reload' }).click();
  await page.waitForFunction((version) => document.querySelector('script[data-version]')?.dataset.version === version, host.versions[1]);
  await ready(page);
  await totalReads(page, /156,000/);
  assert.equal(await countOf(page, 'Field technicians').inputValue(), '900');
  assert.equal(await page.getByText('A new version of Seatwise is here.').count(), 0);

  await isKept(page);
  await host.stop();
  await page.reload();
  await ready(page);
  // Gone with one of the next visits: the older worker may still have answered requests of the first.
  await eventually(async () => {
    await page.reload();
    await ready(page);
    assert.deepEqual((await page.evaluate(() => caches.keys())).map((name) => name.split(' ').at(-1)), [host.versions[1]]);
  }, 10_000);
  assert.equal(await versionOf(page), host.versions[1]);
  await totalReads(page, /156,000/);
  assert.deepEqual(record.errors, []);
});

test('where the host is ill, or a page of another version stands there, the one that is kept opens', async (t) => {
  const host = await published(t);
  const context = await freshProfile(t);
  const { page } = await open(context, host.url);
  await isKept(page);
  host.illness = 503;
  await page.reload();
  await ready(page);
  await totalReads(page, /146,000/);

  // Files are replaced one by one: a worker of a version whose page is not there yet does not install itself.
  host.illness = undefined;
  await host.publishAnother({ page: false });
  await page.reload();
  await ready(page);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
  await eventually(async () => assert.equal(await page.evaluate(async () => {
    const { installing, waiting } = await navigator.serviceWorker.getRegistration();
    return installing ?? waiting;
  }), null));
  assert.equal(await page.getByText('A new version of Seatwise is here.').count(), 0);
});

test('a frame keeps nothing on the device', async (t) => {
  const host = await published(t);
  const context = await freshProfile(t);
  for (const [name, sandbox] of [['embed.html', ''], ['index.html', ''], ['index.html', 'sandbox="allow-scripts"']]) {
    const page = await context.newPage();
    const record = recordOf(page);
    await page.route('**/around.html', (route) => route.fulfill({
      contentType: 'text/html', body: `<!doctype html><title>Around</title><iframe ${sandbox} title="Seatwise" src="./${name}"></iframe>`,
    }));
    await page.goto(`${host.url}around.html`);
    await page.frameLocator('iframe').locator('[data-seatwise-ready]').waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0, `${name} ${sandbox}`);
    assert.deepEqual(record.errors, []);
    await page.close();
  }
});

test('the page can be installed', async (t) => {
  const host = await published(t);
  const context = await freshProfile(t);
  const { page } = await open(context, host.url);
  await isKept(page);
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A profile without history counts as incognito, and that alone is told of it.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  const { url, errors } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const manifest = await (await page.request.get(url)).json();
  for (const { src, sizes } of manifest.icons.filter(({ type }) => type === 'image/png')) {
    const size = await page.evaluate(async (icon) => {
      const image = new Image();
      image.src = icon;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, new URL(src, url).href);
    assert.equal(size, sizes, src);
  }
});

const versionOf = (page) => page.evaluate(() => document.querySelector('script[data-version]').dataset.version);

/** Waits until the worker stands and keeps what it keeps of itself; of other files, those whose names look like this. */
async function isKept(page, further) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  const names = await page.evaluate(async () => {
    const worker = await (await fetch('service-worker.js')).text();
    const list = (kind) => JSON.parse(new RegExp(`${kind}:(\\[.*?\\])`).exec(worker)[1]);
    return { first: list('first'), later: list('later'), languages: list('languages') };
  });
  assert.ok(names.first.length > 8, names.first.join());
  const wanted = [...names.first, ...names.later, ...(further ? names.languages.filter((name) => further.test(name)) : [])];
  await eventually(async () => {
    const kept = await page.evaluate(async (all) => {
      const found = await Promise.all(all.map((name) => caches.match(new URL(name, location.href.split(/[?#]/)[0]))));
      return all.filter((_, place) => found[place]);
    }, wanted);
    assert.deepEqual(kept, wanted);
  }, 20_000);
}

/** A host of its own with a copy of the page, which can be stopped, fall ill, and get another version. */
async function published(t) {
  const folder = await mkdtemp(join(tmpdir(), 'seatwise-'));
  await cp(dist, folder, { recursive: true });
  const { server, url } = await serve(folder, { base: '/tools/seatwise/', headers: { 'Access-Control-Allow-Origin': '*' } });
  const host = { url, asked: [], illness: undefined, versions: [await versionIn(folder)] };
  const [answer] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    host.asked.push(request.url);
    if (host.illness) return response.writeHead(host.illness).end();
    answer(request, response);
  });
  host.stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
  };
  // What a build with another byte anywhere leaves: another version in the page and in its worker.
  host.publishAnother = async ({ page = true } = {}) => {
    const [before] = host.versions.slice(-1);
    const after = [...before].reverse().join('');
    assert.notEqual(after, before);
    for (const name of page ? ['index.html', 'service-worker.js'] : ['service-worker.js']) {
      const text = await readFile(join(folder, name), 'utf8');
      assert.ok(text.includes(before), name);
      await writeFile(join(folder, name), text.replaceAll(before, after));
    }
    host.versions.push(after);
  };
  t.after(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });
  return host;
}

async function versionIn(folder) {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const version = /data-version="?([0-9a-f]{16})/.exec(page)?.[1];
  assert.ok(version, 'the page has a version');
  return version;
}
