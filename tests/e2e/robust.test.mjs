// The page cannot be killed without a word, and its policy stands in the page itself: on a server that adds no header.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freshProfile, open, ready, recordOf, site, visit } from './harness.mjs';
import { serve } from '../serve.mjs';
import { withLittleMemory } from '../small_memory.mjs';
import { bill, billLine, countOf, eventually, examples, importScenario, loadExample, share, total, totalReads } from './seatwise.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const stopped = (page) => page.getByRole('alertdialog', { name: 'Seatwise has stopped.' });

/** A profile whose module has no memory but what it starts with and a little more. */
async function profileOfLittleMemory(t) {
  // What a service worker keeps would not come this way.
  const context = await freshProfile(t, { serviceWorkers: 'block' });
  let limited = true;
  // The later module uses the same memory and brings none.
  await context.route(/\/seatwise-[0-9a-f]{16}_bg\.wasm$/, async (route) => {
    const response = await route.fetch();
    const bytes = await response.body();
    return route.fulfill({ response, body: limited ? Buffer.from(withLittleMemory(bytes, 64)) : bytes });
  });
  return { context, lift: () => { limited = false; } };
}

/** Within the limits, and more than a little memory holds. */
const large = {
  format: 1,
  rulebook: 'crm-2011',
  organisation: {
    people: [{ id: 'a', count: 1, relationship: 'employee' }],
    servers: Array.from({ length: 2_000 }, (_, index) => ({ id: `${index}${'x'.repeat(900)}`, name: 'n'.repeat(900), count: 1 })),
  },
};

test('where memory runs out, a dialog leads back to the last saved work', async (t) => {
  const { context } = await profileOfLittleMemory(t);
  const { page } = await open(context);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await billLine(page, /^900 .*ESS/).waitFor();
  await totalReads(page, /156,000/);
  await page.waitForTimeout(600);
  const before = await bill(page);
  await importScenario(page, large);
  await stopped(page).waitFor();
  assert.equal(await page.getByRole('alertdialog').count(), 1);
  assert.match(await stopped(page).locator('pre').innerText(), /RuntimeError|RangeError/);
  assert.equal(await page.evaluate(() => document.activeElement.closest('dialog')?.className), 'dialog broken');
  await page.keyboard.press('Escape');
  assert.ok(await stopped(page).isVisible(), 'Escape does not lead back to a dead page');
  await stopped(page).getByRole('button', { name: 'Open the last saved work' }).click();
  await billLine(page, /^900 .*ESS/).waitFor();
  assert.deepEqual(await bill(page), before);
});

test('saved work that stops the page can be set aside', async (t) => {
  const { context, lift } = await profileOfLittleMemory(t);
  await context.addInitScript((text) => {
    if (!sessionStorage.getItem('seeded')) localStorage.setItem('seatwise.1.work', text);
    sessionStorage.setItem('seeded', 'yes');
  }, JSON.stringify(large));
  const page = await context.newPage();
  await page.goto(site);
  await stopped(page).waitFor();
  lift();
  await stopped(page).getByRole('button', { name: /start afresh/ }).click();
  await ready(page);
  assert.equal(await page.getByRole('alertdialog').count(), 0);
  await total(page).waitFor();
});

test('an exception that passes through the program is told', async (t) => {
  const { page } = await visit(t);
  // The program reads a field, and the browser throws.
  await page.evaluate(() => {
    const broken = { get() { throw new TypeError('the field cannot be read'); }, set() {} };
    Object.defineProperty(HTMLInputElement.prototype, 'value', broken);
  });
  await page.getByRole('textbox', { name: /^Count of / }).first().press('5');
  await stopped(page).waitFor();
  assert.match(await stopped(page).locator('pre').innerText(), /the field cannot be read/);
});

const hostileLinks = {
  // 1.4 kB: 500,000 places of one name of 500,000 letters.
  'names one long name over and over': [1, 500_000, 500_000],
  'has 100,000 uses alike': [100_000, 0, 1],
};

for (const [what, [uses, servers, letters]] of Object.entries(hostileLinks)) {
  test(`a link that ${what} is refused, and changes nothing`, async (t) => {
    const context = await freshProfile(t);
    const { page, record } = await open(context);
    await loadExample(page, examples.fieldService);
    await totalReads(page, /146,000/);
    const before = await bill(page);
    const link = await hostileLink(uses, servers, letters);
    assert.ok(link.length < 2_000, `${link.length}`);
    await page.evaluate((hash) => { location.hash = hash; }, link);
    await eventually(async () => {
      assert.match((await page.getByRole('alert').allInnerTexts()).join(' '), /longer than 4 MB|are more than 10000/);
    });
    assert.deepEqual(await bill(page), before);
    assert.equal(await page.getByRole('alertdialog').count(), 0);
    await countOf(page, 'Field technicians').fill('900');
    await totalReads(page, /156,000/);
    assert.deepEqual(record.errors, []);
  });
}

/** A link whose uses name one stray over and over; crates/core/src/link/v1.rs has the format. */
async function hostileLink(uses, servers, letters) {
  const { deflateRawSync } = await import('node:zlib');
  const length = (number) => {
    const bytes = [];
    for (let rest = number; ; rest >>>= 7) {
      if (rest < 0x80) return [...bytes, rest];
      bytes.push((rest & 0x7f) | 0x80);
    }
  };
  const usage = Buffer.from([0, 0, 0, 0, 1, ...length(servers)]);
  const payload = Buffer.concat([
    Buffer.from([0, 8, ...Buffer.from('crm-2011'), 0, 0, 0, ...length(uses)]),
    ...Array.from({ length: uses }, () => Buffer.concat([usage, Buffer.alloc(servers)])),
    Buffer.from([1, ...length(letters)]), Buffer.alloc(letters, 'x'), Buffer.from([0, 0, 0]),
  ]);
  const body = `1.d.${deflateRawSync(payload, { level: 9 }).toString('base64url')}`;
  return `#s=${body}.${checkOf(body)}`;
}

/** CRC-32 in six letters and digits. */
function checkOf(text) {
  let sum = 0xffffffff;
  for (const byte of Buffer.from(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  let rest = ~sum >>> 0;
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  return Array.from({ length: 6 }, () => {
    const letter = alphabet[rest % 62];
    rest = Math.floor(rest / 62);
    return letter;
  }).join('');
}

test('a percent-encoded link opens its scenario', async (t) => {
  const context = await freshProfile(t);
  const { page } = await open(context);
  await loadExample(page, examples.fieldService);
  await totalReads(page, /146,000/);
  const { link } = await share(page);
  const other = await freshProfile(t);
  const again = await open(other, link.replace('#s=', '#s%3D'));
  await totalReads(again.page, /146,000/);
  assert.deepEqual(again.record.errors, []);
});

test('a file that is too large says so', async (t) => {
  const { page } = await visit(t);
  const dialog = await importScenario(page, `{"title":"${'x'.repeat(5_100_000)}"}`);
  await eventually(async () => assert.match(await dialog.getByRole('alert').innerText(), /larger than 5 MB/));
});

test('the built page carries its policy before anything that it rules', () => {
  const page = readFileSync(`${dist}index.html`, 'utf8');
  const policy = /<meta [^>]*http-equiv="?Content-Security-Policy"?[^>]*>/i.exec(page);
  assert.ok(policy, 'there is a policy');
  for (const rule of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"]) {
    assert.ok(policy[0].includes(rule), rule);
  }
  assert.ok(policy.index < page.search(/<(script|link|style)\b/i), 'the policy comes first');
  assert.equal(/<script(?![^>]*\bsrc=)/i.test(page), false, 'no inline script');
  assert.equal(/<style\b|\sstyle=|\son\w+=/i.test(page), false, 'no inline style or handler');
});

test('on a server without headers, foreign requests, inline scripts and eval are blocked', async (t) => {
  const { page } = await visit(t);
  const response = await page.request.get(site);
  assert.equal(response.headers()['content-security-policy'], undefined, 'the server adds no policy');
  const elsewhere = await serve(dist, { headers: { 'Access-Control-Allow-Origin': '*' } });
  t.after(() => elsewhere.server.close());
  const foreign = await page.evaluate(async (url) => {
    const outcome = (promise) => promise.then(() => 'allowed', () => 'blocked');
    const loads = (element, name) => new Promise((resolve) => {
      element.onload = () => resolve('allowed');
      element.onerror = () => resolve('blocked');
      element[name] = url + (name === 'href' ? 'icon.svg' : 'boot.js');
      document.head.append(element);
    });
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.head.append(inline);
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    setTimeout('window.textRan = true');
    await new Promise((later) => setTimeout(later, 100));
    return {
      request: await outcome(fetch(url)),
      own: await outcome(fetch(document.baseURI)),
      script: await loads(document.createElement('script'), 'src'),
      stylesheet: await loads(Object.assign(document.createElement('link'), { rel: 'stylesheet' }), 'href'),
      inline: window.inlineRan ? 'allowed' : 'blocked',
      style: getComputedStyle(document.body).outlineWidth === '7px' ? 'allowed' : 'blocked',
      text: window.textRan ? 'allowed' : 'blocked',
    };
  }, elsewhere.url);
  assert.deepEqual(foreign, {
    request: 'blocked', own: 'allowed', script: 'blocked', stylesheet: 'blocked', inline: 'blocked', style: 'blocked', text: 'blocked',
  });
});

/** The page in a sandboxed frame of another host. */
async function sandboxed(t, headers) {
  const host = await serve(dist, { headers });
  t.after(() => host.server.close());
  const context = await freshProfile(t);
  const page = await context.newPage();
  const record = recordOf(page);
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-partner-'));
  writeFileSync(join(folder, 'index.html'), `<!doctype html><link rel="icon" href="data:,">
    <iframe sandbox="allow-scripts" src="${host.url}" width="1200" height="800"></iframe>`);
  const partner = await serve(folder);
  t.after(() => {
    partner.server.close();
    rmSync(folder, { recursive: true });
  });
  await page.goto(partner.url);
  return { frame: page.frameLocator('iframe'), record };
}

test('a sandboxed frame of a host that allows other origins starts, in its own looks', async (t) => {
  const { frame, record } = await sandboxed(t, { 'Access-Control-Allow-Origin': '*' });
  await frame.locator('[data-seatwise-ready]').waitFor({ state: 'attached' });
  await frame.getByRole('status', { name: 'Total', exact: true }).waitFor();
  assert.deepEqual(record.errors, []);
});

test('a sandboxed frame of a host that does not says why it does not start', async (t) => {
  const { frame } = await sandboxed(t, {});
  await eventually(async () => {
    assert.match(await frame.getByRole('alert').innerText(), /could not start.*sandboxed frame.*Access-Control-Allow-Origin/s);
  }, 10_000);
});
