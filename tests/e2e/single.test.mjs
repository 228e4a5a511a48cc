// The page as one file, which `cargo xtask single` makes: opened from a disk, without a host.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { freshProfile, open, ready } from './harness.mjs';
import {
  billLine, billLines, countOf, countUsers, examples, loadExample, saveSpreadsheet, totalReads,
} from './seatwise.mjs';

const single = process.env.SEATWISE_SINGLE ?? 'target/seatwise.html';

test('it opens from a disk, asks nobody, and works', async (t) => {
  const context = await freshProfile(t, { acceptDownloads: true });
  const file = pathToFileURL(single).href;
  const { page, record } = await open(context, file);
  assert.equal(await billLines(page).count(), 4);
  await loadExample(page, examples.callCentre);
  await billLine(page, /Device CAL/).waitFor();
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await totalReads(page, /156,000/);

  await saveSpreadsheet(page);

  await countUsers(page);

  await page.reload();
  await ready(page);
  assert.equal(await countOf(page, 'Field technicians').inputValue(), '900', 'the work is kept');
  const asked = record.requests.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:'));
  assert.deepEqual([...new Set(asked.map((url) => url.split('#')[0]))], [file]);
  assert.deepEqual(record.errors, []);
});

test('it is German where German is read', async (t) => {
  const context = await freshProfile(t, { locale: 'de-DE' });
  const { page, record } = await open(context, pathToFileURL(single).href);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  assert.match(await page.locator('output').first().innerText(), /146\.000/);
  assert.deepEqual(record.errors, []);
});
