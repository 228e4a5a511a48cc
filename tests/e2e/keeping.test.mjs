// Nothing is lost: reloads, storage that is full or forbidden, links that were cut, a panic.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshProfile, open, ready, recordOf, site, visit } from './harness.mjs';
import { scenarioOf } from '../bench/scenario.mjs';
import { bill, billLine, countOf, eventually, examples, importScenario, loadExample, share, totalReads } from './seatwise.mjs';

test('a reload keeps everything', async (t) => {
  const { page, record } = await visit(t);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await billLine(page, /^900 .*ESS/).waitFor();
  const before = await bill(page);
  await page.reload();
  await ready(page);
  await billLine(page, /^900 .*ESS/).waitFor();
  assert.deepEqual(await bill(page), before);
  assert.equal(await countOf(page, 'Field technicians').inputValue(), '900');
  assert.deepEqual(record.errors, []);
});

const mangled = {
  'cut short': (link) => link.slice(0, -6),
  'altered in the middle': (link) => {
    const at = link.indexOf('#') + Math.floor((link.length - link.indexOf('#')) / 2);
    return link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
  },
  'of a version to come': (link) => link.replace('#s=1.', '#s=9.'),
  'empty': (link) => link.replace(/#s=.*/, '#s='),
  'not of ours': (link) => link.replace(/#s=.*/, '#s=%F0%9F%92%A5'),
};

for (const [how, mangle] of Object.entries(mangled)) {
  test(`a link that is ${how} says so and changes nothing`, async (t) => {
    const context = await freshProfile(t);
    const { page, record } = await open(context);
    await loadExample(page, examples.fieldService);
    await totalReads(page, /146,000/);
    const { link } = await share(page);
    await page.keyboard.press('Escape');
    const before = await bill(page);

    // In the page that is open, and in a new one of the same profile.
    await page.evaluate((hash) => { location.hash = hash; }, new URL(mangle(link)).hash);
    await saysSo(page);
    assert.deepEqual(await bill(page), before);

    const again = await open(context, mangle(link));
    await saysSo(again.page);
    assert.deepEqual(await bill(again.page), before);
    assert.deepEqual([...record.errors, ...again.record.errors], []);
  });
}

for (const [what, text] of Object.entries({ 'cut short': '{ "format": 1, "rule', 'of another program': '{ "name": "left-pad" }' })) {
  test(`a file that is ${what} says so and changes nothing`, async (t) => {
    const { page, record } = await visit(t);
    await loadExample(page, examples.fieldService);
    await totalReads(page, /146,000/);
    const before = await bill(page);
    const dialog = await importScenario(page, text);
    await eventually(async () => assert.match(await dialog.getByRole('alert').innerText(), /\w/));
    await page.keyboard.press('Escape');
    assert.deepEqual(await bill(page), before);
    assert.deepEqual(record.errors, []);
  });
}

test('a file of fifty groups is taken in, and a reload keeps it', async (t) => {
  const { page } = await visit(t);
  await importScenario(page, scenarioOf(50));
  await countOf(page, 'Team 2').waitFor();
  const before = await bill(page);
  await page.reload();
  await ready(page);
  assert.deepEqual(await bill(page), before);
});

async function saysSo(page) {
  await eventually(async () => assert.match((await page.getByRole('alert').allInnerTexts()).join(' '), /\blink\b/i));
}

const poorStorage = {
  forbidden: () => {
    const denied = { get() { throw new DOMException('storage is denied', 'SecurityError'); } };
    Object.defineProperty(window, 'localStorage', denied);
    Object.defineProperty(window, 'sessionStorage', denied);
  },
  full: () => {
    for (let size = 1 << 22; size > 0; size >>= 1) {
      try {
        for (let n = 0; ; n += 1) localStorage.setItem(`filler-${size}-${n}`, 'x'.repeat(size));
      } catch { /* this size no longer fits */ }
    }
  },
};

for (const [how, spoil] of Object.entries(poorStorage)) {
  test(`the page works where storage is ${how}`, async (t) => {
    const context = await freshProfile(t);
    await context.addInitScript(spoil);
    const { page, record } = await open(context);
    await loadExample(page, examples.fieldService);
    await countOf(page, 'Field technicians').fill('900');
    await totalReads(page, /156,000/);
    assert.match((await share(page)).link, /#s=1\./);
    assert.equal(await page.getByRole('alertdialog').count(), 0);
    assert.deepEqual(record.errors, []);
  });
}

test('a panic shows the way back to the last autosave', async (t) => {
  const context = await freshProfile(t);
  const { page } = await open(context);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await billLine(page, /^900 .*ESS/).waitFor();
  const before = await bill(page);

  await page.goto(`${site}?panic=test`);
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Open the last saved work' }).click();
  await billLine(page, /^900 .*ESS/).waitFor();
  assert.deepEqual(await bill(page), before);
  assert.equal(await page.getByRole('alertdialog').count(), 0);
});

test('a page that cannot start says so', async (t) => {
  const context = await freshProfile(t);
  await context.route('**/*.wasm', (route) => route.abort());
  const page = await context.newPage();
  recordOf(page);
  await page.goto(site);
  await eventually(async () => assert.match(await page.getByRole('alert').innerText(), /could not start/));
});
