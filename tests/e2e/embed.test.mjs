// The calculator on other people's pages, each on an origin of its own: heights, settings, messages, and what never leaves.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freshProfile, phone, recordOf } from './harness.mjs';
import { serve } from '../serve.mjs';
import { button, countOf, eventually, total, totalReads, violations } from './seatwise.mjs';

const dist = process.env.SEATWISE_DIST ?? fileURLToPath(new URL('../../dist/', import.meta.url));
const openToAll = { 'Access-Control-Allow-Origin': '*' };

/** Seatwise as its host serves it, and a partner's page on another origin: `page` gets the address of Seatwise. */
async function partner(t, html, { headers = {}, own = {}, profile = {} } = {}) {
  const seatwise = await serve(dist, { base: '/tools/seatwise/', headers: own });
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-partner-'));
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,">${html(seatwise.url)}`);
  const host = await serve(folder, { headers });
  t.after(() => {
    seatwise.server.close();
    host.server.close();
    rmSync(folder, { recursive: true });
  });
  const context = await freshProfile(t, profile);
  const page = await context.newPage();
  const record = recordOf(page);
  await page.goto(host.url);
  return { page, record, context, seatwise: seatwise.url, host: host.url };
}

/** The frame of a calculator, once its first result is painted. */
async function calculator(page, place = 'body') {
  const frame = page.locator(place).locator('iframe').first();
  // What is far below is not loaded yet.
  await frame.scrollIntoViewIfNeeded();
  const content = frame.contentFrame();
  await content.locator('[data-seatwise-ready]').waitFor({ state: 'attached' });
  return { frame, content };
}

const script = (url, attributes = '') => `<script async src="${url}embed/v1.js" data-seatwise ${attributes}></script>`;
const element = (url, attributes = '') => `<script async src="${url}embed/v1.js"></script><seatwise-calculator ${attributes}></seatwise-calculator>`;

/** The frame is as high as what is in it. */
async function fits({ frame, content }) {
  await eventually(async () => {
    const { height } = await frame.boundingBox();
    const needed = await content.locator('html').evaluate((root) => root.offsetHeight);
    assert.ok(needed > 100 && Math.abs(height - needed) <= 1, `${height} for ${needed}`);
  }, 5_000);
}

test('the script is under 3 kB, and built as the file that pages ask for', () => {
  const built = readFileSync(join(dist, 'embed/v1.js'));
  assert.ok(built.length < 3_000 || process.env.SEATWISE_DIST, `${built.length} bytes`);
});

test('a script tag makes a calculator that is as high as its content', async (t) => {
  const { page, record } = await partner(t, (url) => `<p>Before</p>${script(url, 'data-view="compact"')}<p>After</p>`);
  const one = await calculator(page);
  await fits(one);
  await totalReads(one.content, /146,000/);
  const before = (await one.frame.boundingBox()).height;
  await button(one.content, 'Add group').click();
  await button(one.content, 'Add use').click();
  await page.keyboard.press('Escape');
  await fits(one);
  assert.ok((await one.frame.boundingBox()).height > before);
  assert.deepEqual(record.errors, []);
});

test('the views show as much as they say, and the settings are followed', async (t) => {
  const { page, record } = await partner(t, (url) => `
    <div id="full">${script(url, 'data-view="full" data-theme="dark"')}</div>
    <div id="compact">${script(url, 'data-view="compact" data-product="windows-server-2008" data-currency="eur" data-accent="ffee00" data-theme="light"')}</div>
    <div id="result">${script(url, 'data-view="result"')}</div>
    <div id="fixed">${script(url, 'data-view="compact" data-readonly data-partner="Contoso" data-contact="javascript:alert(1)"')}</div>`);
  const [full, compact, result, fixed] = [await calculator(page, '#full'), await calculator(page, '#compact'), await calculator(page, '#result'), await calculator(page, '#fixed')];
  const regions = async ({ content }) => {
    const names = ['Organisation', 'Licences', 'Comparison'];
    const shown = await Promise.all(names.map((name) => content.getByRole('region', { name, exact: true }).count()));
    return names.filter((_, place) => shown[place] > 0);
  };
  assert.deepEqual(await regions(full), ['Organisation', 'Licences', 'Comparison']);
  assert.deepEqual(await regions(compact), ['Organisation', 'Licences']);
  assert.deepEqual(await regions(result), ['Licences']);
  for (const one of [full, compact, result, fixed]) await fits(one);
  assert.equal(await full.content.locator('html').evaluate((root) => getComputedStyle(root).colorScheme), 'dark');
  assert.match(await compact.content.getByRole('combobox', { name: 'Rules' }).evaluate((select) => select.selectedOptions[0].text), /Windows/);
  assert.match(await total(compact.content).innerText(), /EUR/);
  // Yellow on white could not be read.
  assert.deepEqual(await violations(compact.content.locator('body').page().frames().find((one) => one.url().includes('windows-server')), ['color-contrast']), []);
  const editable = fixed.content.getByRole('textbox', { name: /^Count of/ }).first();
  assert.equal(await editable.isDisabled(), true);
  assert.equal(await fixed.content.getByRole('link', { name: /alert/ }).count(), 0);
  assert.deepEqual(record.errors, []);
});

test('two calculators on one page, of two scripts, keep apart', async (t) => {
  const { page, record } = await partner(t, (url) => `<div id="a">${element(url, 'view="compact"')}</div><div id="b">${script(url, 'data-view="compact"')}</div>`);
  const [a, b] = [await calculator(page, '#a'), await calculator(page, '#b')];
  await countOf(a.content, 'Field technicians').fill('900');
  await totalReads(a.content, /156,000/);
  await totalReads(b.content, /146,000/);
  for (let count = 0; count < 3; count += 1) await button(b.content, 'Add devices').click();
  await fits(a);
  await fits(b);
  assert.notEqual((await a.frame.boundingBox()).height, (await b.frame.boundingBox()).height);
  await page.waitForTimeout(600);
  await page.reload();
  const [c, d] = [await calculator(page, '#a'), await calculator(page, '#b')];
  await totalReads(c.content, /156,000/);
  await totalReads(d.content, /146,000/);
  assert.deepEqual(record.errors, []);
});

test('a plain frame needs no script of the page around it', async (t) => {
  const { page, record } = await partner(t, (url) => `<iframe src="${url}embed.html?embed=1&view=compact&lang=en" title="Licence calculator" width="100%" height="500"></iframe>`);
  const one = await calculator(page);
  await totalReads(one.content, /146,000/);
  assert.equal((await one.frame.boundingBox()).height, 500 + 4);
  const scrolls = await one.content.locator('html').evaluate((root) => {
    root.scrollTop = 400;
    return root.scrollTop;
  });
  assert.ok(scrolls > 100, 'it scrolls by itself');
  assert.deepEqual(record.errors, []);
});

test('a page with a strict policy of its own', async (t) => {
  const seen = [];
  const { page, record, seatwise } = await partner(t, (url) => script(url, 'data-view="compact"'), {
    headers: { 'Content-Security-Policy': "default-src 'none'; script-src http://127.0.0.1:*; frame-src http://127.0.0.1:*; img-src data:; style-src 'self'; require-trusted-types-for 'script'" },
  });
  const one = await calculator(page);
  await fits(one);
  await totalReads(one.content, /146,000/);
  seen.push(...record.errors);
  assert.deepEqual(seen, [], seatwise);
});

test('a script that was moved into the head of the page still shows its calculator', async (t) => {
  const { page, record } = await partner(t, (url) => `<head>${script(url, 'data-view="result"')}</head><body><p>Text</p></body>`);
  await fits(await calculator(page));
  assert.deepEqual(record.errors, []);
});

test('a sandbox without storage: it counts, grows, and says nothing in the console', async (t) => {
  const { page, record } = await partner(t, (url) => script(url, 'data-view="compact" data-sandbox="allow-scripts allow-forms"'), { own: openToAll });
  const one = await calculator(page);
  await countOf(one.content, 'Field technicians').fill('900');
  await totalReads(one.content, /156,000/);
  await fits(one);
  assert.equal(await one.content.locator('html').evaluate(() => self.origin), 'null');
  await page.waitForTimeout(1_500);
  assert.deepEqual(record.errors, []);
});

test('markup as WordPress leaves it: paragraphs, breaks, the script in the head of the page', async (t) => {
  const { page, record } = await partner(t, (url) => `<script async src="${url}embed/v1.js"></script>
    <style>iframe { height: 120px; max-width: 50% } .entry-content * { box-sizing: content-box }</style>
    <div class="entry-content"><p>Our calculator:<br />
    <seatwise-calculator view="compact"></p>
    <p></seatwise-calculator><br />
    </p>
    <p>${script(url, 'data-view="result"')}</p></div>`);
  const [one, other] = [await calculator(page, 'seatwise-calculator'), await calculator(page, '.entry-content > p:last-child')];
  await fits(one);
  await fits(other);
  const width = await page.evaluate(() => document.querySelector('.entry-content').clientWidth);
  assert.equal((await one.frame.boundingBox()).width, width, 'styles around do not reach the frame');
  assert.deepEqual(record.errors, []);
});

test('a frame speaks the language that it is asked for, and goes over to another with the work at hand', async (t) => {
  const { page } = await partner(t, (url) => element(url, 'id="calc" view="compact" lang="en"'));
  const one = await calculator(page);
  await countOf(one.content, 'Field technicians').fill('900');
  await totalReads(one.content, /156,000/);
  await page.evaluate(() => document.getElementById('calc').locale({ lang: 'de' }));
  await eventually(async () => assert.equal(await one.content.locator('html').getAttribute('lang'), 'de'), 15_000);
  await eventually(async () => assert.match(await one.content.locator('output').first().innerText(), /156.000 USD/), 10_000);
});

/** A price that no price book has. */
const secret = '19234.56';
const partnerPrices = { partner: 'Contoso', currency: 'USD', set: { 'crm-2011/ec': secret } };

test("a partner's prices count, and stand in no link, no storage and no request", async (t) => {
  const { page, context, record, seatwise } = await partner(t, (url) => `${element(url, 'id="calc" view="full" sync')}`);
  const one = await calculator(page);
  const before = record.requests.length;
  await page.evaluate((prices) => document.getElementById('calc').prices(prices), partnerPrices);
  await totalReads(one.content, /145,234\.56/);
  assert.match(await one.content.getByRole('region', { name: 'Licences', exact: true }).innerText(), /prices of Contoso/);
  await countOf(one.content, 'Field technicians').fill('801');
  await totalReads(one.content, /145,334\.56/);
  // The address of the page around follows, and so does what the page keeps.
  await eventually(async () => assert.match(await page.evaluate(() => location.hash), /^#s=/), 5_000);
  await button(one.content, 'Share').click();
  const dialog = one.content.getByRole('dialog', { name: 'Share' });
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  assert.match(await dialog.innerText(), /the reader sees 146,100 USD once/);
  await page.keyboard.press('Escape');
  const full = await one.content.getByRole('link', { name: /Open the full calculator/ }).getAttribute('href');
  const readers = await Promise.all([link, full, `${seatwise}${await page.evaluate(() => location.hash)}`].map(async (address) => {
    const reader = await (await freshProfile(t)).newPage();
    await reader.goto(address);
    await totalReads(reader, /146,100/);
    return reader;
  }));
  assert.equal(new URL(readers[1].url()).search, '', 'what is brought along leaves the address');
  const kept = await one.content.locator('html').evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  assert.ok(kept.includes('801') && !kept.includes(secret) && !kept.includes('Contoso'), kept.slice(0, 200));
  assert.equal(record.requests.length, before, 'no request');
  assert.deepEqual(record.errors, []);
  await context.close();
});

test('the result goes to the page around only after the visitor sends it', async (t) => {
  const { page, record } = await partner(t, (url) => `<script>window.heard = [];
    for (const type of ['ready', 'result', 'state', 'error']) addEventListener('seatwise:' + type, ({ detail }) => heard.push(detail));</script>
    ${script(url, 'data-view="compact" data-partner="Contoso" data-result')}`);
  const one = await calculator(page);
  const heard = (type) => page.evaluate((wanted) => window.heard.filter((one) => one.type === wanted), type);
  await countOf(one.content, 'Field technicians').fill('900');
  await totalReads(one.content, /156,000/);
  await page.waitForTimeout(1_500);
  assert.deepEqual([(await heard('result')).length, (await heard('state')).length], [0, 0]);
  assert.ok((await heard('ready'))[0].products.some(({ id }) => id === 'crm-2011'));
  await button(one.content, 'Send this to Contoso').click();
  await eventually(async () => assert.equal((await heard('result')).length, 1));
  const [result] = await heard('result');
  assert.equal(result.total, '156000.00');
  assert.deepEqual(result.bill.map(({ quantity }) => quantity), [40, 20, 900, 1]);
  assert.match(result.link, /^s=1\./);
  await one.content.getByText('Sent to Contoso.').waitFor();
  await countOf(one.content, 'Field technicians').fill('901');
  await one.content.getByText('Nothing is sent until you press it.').waitFor();
  assert.equal((await heard('result')).length, 1);
  assert.deepEqual(record.errors, []);
});

test('messages of a third origin, of siblings and of other kinds are ignored', async (t) => {
  const third = mkdtempSync(join(tmpdir(), 'seatwise-third-'));
  writeFileSync(join(third, 'index.html'), `<!doctype html><script>
    const load = { namespace: 'seatwise', version: 1, instance: 'calc', type: 'prices', currency: 'USD', set: { 'crm-2011/cal-ess-user': '9.00' } };
    addEventListener('message', ({ data }) => {
      if (data !== 'go') return;
      for (let index = 0; index < parent.frames.length; index += 1) {
        parent.frames[index].postMessage({ ...load, type: 'init', state: true, result: true }, '*');
        parent.frames[index].postMessage(load, '*');
      }
      parent.postMessage({ namespace: 'seatwise', version: 1, instance: 'calc', type: 'resize', height: 17 }, '*');
      parent.postMessage('done', '*');
    });
  </script>`);
  const hostile = await serve(third);
  t.after(() => {
    hostile.server.close();
    rmSync(third, { recursive: true });
  });
  const { page, record } = await partner(t, (url) => `<script>addEventListener('message', ({ data }) => { if (data === 'done') window.done = true; });</script>
    ${element(url, 'id="calc" view="compact"')}<iframe id="third" src="${hostile.url}" title="third"></iframe>`);
  const one = await calculator(page, '#calc');
  await fits(one);
  const height = (await one.frame.boundingBox()).height;
  await page.evaluate(() => document.getElementById('third').contentWindow.postMessage('go', '*'));
  await page.waitForFunction(() => window.done);
  // From the page around itself: not ours, of another version or instance, of no sense.
  await page.evaluate(() => {
    const frame = document.getElementById('calc').shadowRoot.querySelector('iframe').contentWindow;
    const ours = { namespace: 'seatwise', version: 1, instance: 'calc' };
    const set = { 'crm-2011/cal-ess-user': '9.00' };
    const cycle = { ...ours, type: 'prices', set };
    cycle.self = cycle;
    for (const message of [
      null, 7, 'seatwise', [], {}, { ...ours }, { ...ours, type: 'unknown' }, { ...ours, type: '__proto__' }, cycle, { ...ours, type: 'prices', set, big: 1n },
      { ...ours, namespace: 'other', type: 'prices', set }, { ...ours, version: 2, type: 'prices', set }, { ...ours, instance: 'else', type: 'prices', set },
      { ...ours, type: 'prices', set: 5 }, { ...ours, type: 'prices', set: { a: {} } }, { ...ours, type: 'load', link: 's=1.d.AAAA.000000' },
      { ...ours, type: 'load' }, { ...ours, type: 'load', scenario: { format: 1 } }, { ...ours, type: 'theme', theme: 'loud' },
      { ...ours, type: 'viewport', top: 'x' }, { ...ours, type: 'locale', lang: '<b>' }, 'x'.repeat(6_000_000),
    ]) frame.postMessage(message, '*');
  });
  await page.waitForTimeout(500);
  await totalReads(one.content, /146,000/);
  assert.equal((await one.frame.boundingBox()).height, height);
  await countOf(one.content, 'Field technicians').fill('900');
  await totalReads(one.content, /156,000/);
  assert.deepEqual(record.errors, []);
});

test('a refused message is answered, and what the page around loads sets the work at hand aside', async (t) => {
  const { page } = await partner(t, (url) => `<script>window.heard = []; addEventListener('seatwise:error', ({ detail }) => heard.push(detail));</script>${element(url, 'id="calc" view="compact"')}`);
  const one = await calculator(page);
  const call = (name, content) => page.evaluate(([method, value]) => document.getElementById('calc')[method](value), [name, content]);
  await call('load', { link: 's=1.d.AAAA.000000' });
  await eventually(async () => assert.equal(await page.evaluate(() => window.heard[0]?.diagnostics[0].code), 'link-damaged'));
  await countOf(one.content, 'Field technicians').fill('900');
  await totalReads(one.content, /156,000/);
  await call('load', { scenario: { format: 1, title: 'From the partner', rulebook: 'crm-2011', organisation: { people: [{ id: 'a', name: 'Desk', count: 5, relationship: 'employee' }], uses: [{ people: 'a', access: 'portal', activities: ['case.write'] }] } } });
  await totalReads(one.content, /500 USD once/);
  await one.content.getByText(/is set aside/).waitFor();
  await one.content.getByRole('button', { name: 'Open it again' }).click();
  await totalReads(one.content, /156,000/);
  await call('theme', { theme: 'dark', accent: '#00aa55' });
  await eventually(async () => assert.equal(await one.content.locator('html').getAttribute('data-theme'), 'dark'));
});

/** One message of each kind, as a page around the frame may send it. */
const toFrame = [
  { type: 'init', fitted: true, state: true, result: true },
  { type: 'load', scenario: { format: 1, rulebook: 'crm-2011', organisation: { people: [{ id: 'a', count: 5, relationship: 'employee' }], uses: [{ people: 'a', access: 'portal', activities: ['case.write'] }] } } },
  { type: 'prices', partner: 'Contoso', currency: 'USD', set: { 'crm-2011/ec': '1.00' } },
  { type: 'prices' },
  { type: 'theme', theme: 'dark', accent: '#a2003c' },
  { type: 'viewport', top: 0.5, height: 700 },
].map((message) => ({ namespace: 'seatwise', version: 1, instance: 'own', ...message }));

test('the types of the messages are those of what is sent and heard', async (t) => {
  const { page } = await partner(t, (url) => `<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>
    <iframe src="${url}embed.html?embed=1&view=compact&instance=own" title="Calculator" width="900" height="900"></iframe>`);
  const one = await calculator(page);
  const send = (messages) => page.evaluate((all) => {
    for (const message of all) document.querySelector('iframe').contentWindow.postMessage(message, '*');
  }, messages);
  const heard = (type) => page.evaluate((wanted) => window.heard.filter((message) => message.type === wanted), type);
  await send(toFrame);
  await totalReads(one.content, /500 USD once/);
  assert.deepEqual(await heard('error'), []);
  await one.content.getByRole('button', { name: 'Send this to http://127.0.0.1' }).or(one.content.locator('#send-result')).click();
  await send([{ ...toFrame[0], type: 'load' }]);
  for (const type of ['ready', 'resize', 'state', 'result', 'error']) {
    await eventually(async () => assert.ok((await heard(type)).length > 0, type), 4_000);
  }
  const messages = await page.evaluate(() => window.heard);
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-types-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const types = fileURLToPath(new URL('../../web/embed/protocol.js', import.meta.url));
  writeFileSync(join(folder, 'messages.ts'), `import type { FromFrame, ToFrame } from '${types}';
export const fromFrame: FromFrame[] = ${JSON.stringify(messages)};
export const toFrame: ToFrame[] = ${JSON.stringify(toFrame)};`);
  const options = { strict: true, noEmit: true, exactOptionalPropertyTypes: true, target: 'es2022', module: 'nodenext', moduleResolution: 'nodenext', types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['messages.ts'] }));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '--project', folder], { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});

for (const [what, viewport] of [['a wide window', { width: 1200, height: 700 }], ['a phone', phone]]) {
  test(`dialogs and lists open where the visitor looks, in ${what}`, async (t) => {
    const { page, record } = await partner(t, (url) => `<div>${'<p>Text</p>'.repeat(30)}</div>${script(url, 'data-view="full"')}<div>${'<p>Text</p>'.repeat(30)}</div>`, { profile: { viewport } });
    await page.locator('iframe').scrollIntoViewIfNeeded();
    const one = await calculator(page);
    await fits(one);
    const inSight = async (locator) => {
      await eventually(async () => {
        const box = await locator.boundingBox();
        assert.ok(box && box.y >= 0 && box.y + box.height <= viewport.height + 1, JSON.stringify({ box, viewport }));
      });
    };
    await one.content.getByRole('button', { name: /prices are assumptions/ }).scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
    await one.content.getByRole('button', { name: /prices are assumptions/ }).click();
    await inSight(one.content.getByRole('dialog', { name: 'Prices' }));
    await page.keyboard.press('Escape');
    const word = one.content.locator('.use').nth(2).locator('.tok').nth(2);
    await word.scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
    await word.click();
    await inSight(one.content.locator('[popover]:popover-open'));
    await page.keyboard.press('Escape');
    assert.deepEqual(record.errors, []);
  });
}

test('no view in a frame has an accessibility fault', async (t) => {
  for (const theme of ['light', 'dark']) {
    const { page } = await partner(t, (url) => `<main><h1>Partner</h1>${script(url, `data-view="compact" data-theme="${theme}" data-partner="Contoso" data-contact="a@b.example" data-result`)}${script(url, `data-view="result" data-theme="${theme}"`)}${script(url, `data-view="compact" data-theme="${theme}" data-readonly`)}</main>`);
    for (let place = 0; place < 3; place += 1) {
      await page.locator('iframe').nth(place).scrollIntoViewIfNeeded();
      await page.locator('iframe').nth(place).contentFrame().locator('[data-seatwise-ready]').waitFor({ state: 'attached' });
    }
    for (const frame of page.frames().slice(1)) assert.deepEqual(await violations(frame), [], frame.url());
  }
});

test('the customiser shows what it writes, and its three kinds of code work', async (t) => {
  const seatwise = await serve(dist, { base: '/tools/seatwise/' });
  t.after(() => seatwise.server.close());
  const context = await freshProfile(t);
  const page = await context.newPage();
  const record = recordOf(page);
  await page.goto(`${seatwise.url}customise.html`);
  const preview = page.locator('#preview iframe').contentFrame();
  await preview.locator('[data-seatwise-ready]').waitFor({ state: 'attached' });
  await page.getByRole('combobox', { name: 'Product to start with' }).selectOption('windows-server-2008');
  await page.getByRole('combobox', { name: 'View' }).selectOption('result');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Contoso "&" <Co>');
  await page.getByRole('checkbox', { name: 'A colour of your own' }).check();
  await eventually(async () => assert.match(await page.locator('#preview iframe').getAttribute('src'), /product=windows-server-2008/));
  assert.deepEqual(await violations(page), []);
  const codes = await Promise.all(['script', 'element', 'frame'].map((id) => page.locator(`#${id}`).textContent()));
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await page.getByText('Copied.').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), codes[0]);
  assert.deepEqual(record.errors, []);
  for (const code of codes) {
    const host = await partner(t, () => code);
    const one = await calculator(host.page);
    assert.equal(await one.content.locator('html').getAttribute('data-frame'), 'result');
    const query = new URL(await one.frame.getAttribute('src')).searchParams;
    assert.deepEqual([query.get('partner'), query.get('product')], ['Contoso "&" <Co>', 'windows-server-2008']);
    assert.deepEqual(host.record.errors, []);
  }
});
