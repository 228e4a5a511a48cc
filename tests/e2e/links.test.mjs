// Links that stay true: the address follows the work and leaves no steps behind, and then is told from now.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { freshProfile, open, ready, site, visit } from './harness.mjs';
import { button, countOf, eventually, loadExample, examples, share, totalReads } from './seatwise.mjs';

const hash = (page) => page.evaluate(() => location.hash);
const follows = (page) => eventually(async () => assert.match(await hash(page), /^#s=\d\.d\./), 4_000);

test('the address follows the work without steps in the history, and Back leaves the page', async (t) => {
  const context = await freshProfile(t);
  const page = await context.newPage();
  await page.goto('about:blank');
  await page.goto(site);
  await ready(page);
  assert.equal(await hash(page), '', 'nothing was said yet');
  const steps = await page.evaluate(() => history.length);
  for (const count of ['900', '901', '902']) {
    await countOf(page, 'Field technicians').fill(count);
    await page.waitForTimeout(300);
  }
  await follows(page);
  assert.equal(await page.evaluate(() => history.length), steps);
  const address = page.url();
  await page.goBack();
  assert.equal(page.url(), 'about:blank');
  const reader = await open(await freshProfile(t), address);
  await totalReads(reader.page, /156,200/);
  assert.deepEqual(reader.record.errors, []);
});

test('a reload of the address keeps the work, and sets nothing aside', async (t) => {
  const { page } = await visit(t);
  await countOf(page, 'Field technicians').fill('900');
  await follows(page);
  // Saved, and reloaded before the address follows.
  await countOf(page, 'Field technicians').fill('901');
  await page.waitForTimeout(400);
  await page.reload();
  await ready(page);
  assert.equal(await countOf(page, 'Field technicians').inputValue(), '901');
  await page.reload();
  await ready(page);
  assert.equal(await page.getByText(/is set aside/).count(), 0);
  await button(page, 'Undo').isDisabled();
});

test('own prices are in no address, and a reload keeps them', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  await page.getByRole('button', { name: /prices are assumptions/ }).click();
  await page.getByRole('textbox', { name: 'Your price of External Connector' }).fill('19234.56');
  await page.keyboard.press('Escape');
  await totalReads(page, /145,234\.56/);
  await follows(page);
  await page.waitForTimeout(1_300);
  const reader = await open(await freshProfile(t), page.url());
  await totalReads(reader.page, /146,000/);
  await page.reload();
  await ready(page);
  await totalReads(page, /145,234\.56/);
});

test('a link of other prices tells then and now, with what differs; a link of today tells nothing', async (t) => {
  const then = readFileSync(new URL('../links/then.txt', import.meta.url), 'utf8').trim();
  const { page, record } = await open(await freshProfile(t), `${site}#${then}`);
  const notice = page.locator('.notice').filter({ hasText: 'The sender of this link saw' });
  await notice.waitFor();
  const told = await notice.innerText();
  assert.match(told, /saw 150,000 USD once; now it is 146,000 USD once/);
  assert.match(told, /Full User CAL: 40 at 1,100 each then, 40 at 1,000 each now/);
  await notice.getByText('What these licences rest on').click();
  await notice.getByRole('listitem').nth(1).waitFor();
  assert.deepEqual(record.errors, []);
  const { link } = await share(page);
  const today = await open(await freshProfile(t), link);
  await totalReads(today.page, /146,000/);
  assert.equal(await today.page.getByText('The sender of this link saw').count(), 0);
});

test('a link that only a newer page can read stays in the address', async (t) => {
  const { page } = await visit(t);
  const newer = '#s=9.d.AAAA.000000';
  await page.evaluate((fragment) => { location.hash = fragment; }, newer);
  await page.getByRole('alert').filter({ hasText: 'version 9' }).waitFor();
  await countOf(page, 'Field technicians').fill('900');
  await page.waitForTimeout(1_600);
  assert.equal(await hash(page), newer);
  await page.getByRole('button', { name: 'Close this notice' }).last().click();
  await countOf(page, 'Field technicians').fill('901');
  await follows(page);
});
