// The years: the plan, the ways and what they cost; price lists; the bill to be pasted.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { closeBrowser, phone, visit } from './harness.mjs';
import { button, consoles, importScenario, region, total } from './seatwise.mjs';

after(closeBrowser);

async function openYears(page) {
  const years = region(page, 'Years');
  await years.locator('summary', { hasText: 'Compare the ways' }).click();
  await years.getByRole('table', { name: 'Ways' }).waitFor();
  return years;
}

/** The row of a way. */
const way = (years, name) => years.getByRole('table', { name: 'Ways' })
  .locator('tbody', { has: years.page().getByRole('rowheader', { name }) });

test('every way says whether it is open, what it costs, and why', async (t) => {
  const { page, record } = await visit(t);
  await importScenario(page, consoles);
  const years = await openYears(page);
  const fromSa = way(years, /From SA/).first();
  const yearly = 12 * (30 * 60 + 60 * 100);
  assert.match(await fromSa.innerText(), /30 with the offer, 60 at the full price/);
  assert.match(await fromSa.innerText(), new RegExp(`${(3 * yearly).toLocaleString('en-US')} USD over 3 years`));
  assert.match(await way(years, /Add-on/).first().innerText(), /No price of the offer is published/);
  await years.getByLabel('Years', { exact: true }).selectOption({ label: '5 years' });
  assert.match(await fromSa.innerText(), new RegExp(`${(5 * yearly).toLocaleString('en-US')} USD over 5 years`));
  // The renewal moves it.
  await page.getByLabel(/Sales Device CAL.* until/).fill('2027-06-30');
  await fromSa.getByText('Until 30 Jun 2027 on premises with Software Assurance.').waitFor();
  assert.match(await fromSa.innerText(), /From 1 Jul 2027/);
  // Year by year, and its sum.
  await fromSa.locator('summary', { hasText: 'Year by year' }).click();
  const rows = await fromSa.getByRole('group').getByRole('row').allInnerTexts();
  assert.equal(rows.length, 7);
  // Growth.
  await years.locator('summary', { hasText: 'Growth' }).click();
  const before = await way(years, /full subscriptions/).first().innerText();
  await years.getByLabel('Growth of Sellers, % a year').fill('10');
  await page.waitForFunction((text) => !document.body.innerText.includes(text), before.match(/[\d,]+ USD over/)[0]);
  assert.deepEqual(record.errors, []);
});

test('points of the picture can be reached and say what they stand for', async (t) => {
  const { page } = await visit(t);
  await importScenario(page, consoles);
  const years = await openYears(page);
  const point = years.locator('.point').first();
  await point.focus();
  assert.match(await point.getAttribute('aria-label'), /USD paid by the end of year 1/);
  const table = years.locator('.picture summary').first();
  await table.click();
  // A row for each way, also for the one that the picture has no room for.
  const rows = years.locator('.picture table tbody tr');
  assert.equal(await rows.count(), 6);
  assert.equal(await rows.filter({ hasText: 'Online, as Add-on' }).count(), 1);
  await years.getByText('Not in this picture: Online, as Add-on.').waitFor();
  assert.deepEqual(await years.locator('.picture table thead th').allInnerTexts(), ['Way', 'Year 1', 'Year 2', 'Year 3']);
});

test('a price list is kept, exported, and taken in again; a bad line changes nothing', async (t) => {
  const { page } = await visit(t);
  await importScenario(page, consoles);
  await region(page, 'Licences').getByRole('button', { name: /price/i }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Prices' });
  await dialog.getByLabel('Name of this price list').fill('Reseller');
  await button(dialog, 'Keep on this device').click();
  await button(dialog, 'Reseller, USD').waitFor();
  const saved = page.waitForEvent('download');
  await button(dialog, 'Prices as CSV').click();
  const text = readFileSync(await (await saved).path(), 'utf8');
  assert.match(text, /Sales User CAL,USD,once,4109\.00,1200,/);
  const before = await total(page).innerText();
  const file = (content) => ({ name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await dialog.locator('input[type=file]').setInputFiles(file('Sales User CAL;1\nNo such CAL;2\n'));
  await dialog.getByText('Line 2: no licence is called “No such CAL”. Nothing was changed.').waitFor();
  assert.equal(await total(page).innerText(), before);
  await button(dialog, 'Use the price book again').click();
  await dialog.locator('input[type=file]').setInputFiles(file(text));
  await dialog.getByText(/taken over from the file/).waitFor();
  await dialog.getByLabel('Your price of Sales User CAL').fill('1100');
  await page.waitForTimeout(500);
  await page.reload();
  await region(page, 'Licences').getByRole('button', { name: /price/i }).first().click();
  await button(dialog, 'Reseller, USD').click();
  assert.equal(await dialog.getByLabel('Your price of Sales User CAL').inputValue(), '1200');
});

test('the bill is copied as text and as a table', async (t) => {
  const { page } = await visit(t);
  await button(page, 'Export').click();
  await page.getByText('Copy the bill as a table').click();
  await page.getByText('The bill was copied').waitFor();
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType('text/html')).text();
  });
  assert.match(html, /<td>800<\/td><td>ESS User CALs<\/td>/);
  await button(page, 'Export').click();
  await page.getByText('Copy the bill as text').click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /800 ESS User CALs \(Field technicians\): 80,000 USD once/);
});

test('nothing leaves a phone', async (t) => {
  const { page } = await visit(t, { viewport: phone });
  await importScenario(page, consoles);
  await openYears(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
});
