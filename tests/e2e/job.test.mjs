// The main job, end to end: an example, a changed count, the bill, its reason, the link, a fresh profile.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rootSite, site, visit } from './harness.mjs';
import {
  bill, billLine, button, countOf, examples, loadExample, openReason, region, share, total, totalReads,
} from './seatwise.mjs';

test('from an example to a link that a fresh profile opens', async (t) => {
  const { page, record } = await visit(t);
  await loadExample(page, examples.fieldService);
  await totalReads(page, /146,000/);

  await countOf(page, 'Field technicians').fill('900');
  await billLine(page, /^900 .*ESS/).waitFor();
  await totalReads(page, /156,000/);

  const reason = await openReason(page, billLine(page, /^900 .*ESS/));
  await reason.waitFor();
  assert.ok((await reason.innerText()).length > 40, 'the reason is a sentence at least');
  assert.ok(await reason.locator('cite').count() > 0, 'the reason cites a source');

  const { dialog, link } = await share(page);
  assert.ok(link.startsWith(`${site}#s=1.`), `${link} is a link of version 1 to this page`);
  assert.ok(link.length < 2_000, `${link.length} characters`);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);

  const elsewhere = await visit(t, { url: link });
  await billLine(elsewhere.page, /^900 .*ESS/).waitFor();
  assert.deepEqual(await bill(elsewhere.page), await bill(page));
  assert.deepEqual([...record.errors, ...elsewhere.record.errors], []);
});

test('the bill follows every keystroke', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').press('Control+a');
  for (const [key, quantity] of [['7', '7'], ['5', '75'], ['0', '750']]) {
    await page.keyboard.press(key);
    await billLine(page, new RegExp(`^${quantity} .*ESS`)).waitFor();
  }
});

test('every example gives a bill', async (t) => {
  const { page } = await visit(t);
  for (const name of Object.values(examples)) {
    await loadExample(page, name);
    assert.match(await total(page).innerText(), /\d/, name);
    assert.ok(await region(page, 'Organisation').isVisible());
  }
});

test('shifts share device licences', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.callCentre);
  await billLine(page, /Device CAL/).waitFor();
  const { lines } = await bill(page);
  assert.equal(quantity(lines, /Device CAL/), 50, lines.join('; '));
  assert.equal(quantity(lines, /User CAL/), 30, lines.join('; '));
});

/** How many licences of a kind a bill counts. */
function quantity(lines, kind) {
  const counts = lines.filter((line) => kind.test(line)).map((line) => Number(/^[\d,]+/.exec(line)[0].replace(',', '')));
  return counts.reduce((sum, count) => sum + count, 0);
}

test('undo takes a change back and redo brings it again', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await totalReads(page, /156,000/);
  await button(page, 'Undo').click();
  await totalReads(page, /146,000/);
  assert.equal(await countOf(page, 'Field technicians').inputValue(), '800');
  await button(page, 'Redo').click();
  await totalReads(page, /156,000/);
  assert.equal(await countOf(page, 'Field technicians').inputValue(), '900');
});

test('after loading, the page asks nobody anything and logs no error', async (t) => {
  const { page, record } = await visit(t);
  await page.waitForLoadState('networkidle');
  const loaded = record.requests.length;
  const own = new URL(site).origin;
  assert.deepEqual(record.requests.filter((url) => new URL(url).origin !== own), [], 'only its own host is asked');

  await loadExample(page, examples.mixedOffice);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await billLine(page, /^900 .*ESS/).click();
  const { dialog } = await share(page);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await page.keyboard.press('Escape');
  await button(page, 'Undo').click();
  await page.waitForLoadState('networkidle');

  assert.deepEqual(record.requests.slice(loaded), []);
  assert.deepEqual(record.errors, []);
});

test('the page works at the root of a host as well', { skip: !rootSite }, async (t) => {
  const { page, record } = await visit(t, { url: rootSite });
  await loadExample(page, examples.fieldService);
  await totalReads(page, /146,000/);
  assert.deepEqual(record.errors, []);
});
