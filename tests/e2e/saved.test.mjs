// Saved scenarios: a list with totals; copies, names, deletions, one file of all; two to four side by side.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { desktop, freshProfile, open, phone, ready, visit } from './harness.mjs';
import { button, countOf, eventually, examples, importScenario, loadExample, rulebook, totalReads, violations } from './seatwise.mjs';

const saved = (page) => page.getByRole('dialog', { name: 'Saved scenarios' });
const title = (page) => page.getByRole('textbox', { name: 'Title', exact: true });
const row = (page, name) => saved(page).getByRole('row').filter({ has: page.getByRole('button', { name: `Open “${name}”` }) });
const sides = (page) => page.getByRole('region', { name: 'Side by side' });
const compare = (page, name) => saved(page).getByRole('checkbox', { name: `Compare “${name}”` });

/** Saves a copy of what is on the page under a title, with so many technicians. */
async function saveCopy(page, name, count) {
  await title(page).fill(name);
  await countOf(page, 'Field technicians').fill(count);
  await button(page, 'Saved').click();
  await saved(page).getByRole('button', { name: 'Save a copy of this page' }).click();
  await saved(page).getByText(`“${name}” is saved on this device.`).waitFor();
  await row(page, name).waitFor();
  await page.keyboard.press('Escape');
}

/** What a button hands over as a file. */
async function download(page, pressed) {
  const coming = page.waitForEvent('download');
  await pressed.click();
  return readFileSync(await (await coming).path(), 'utf8');
}

test('copies are saved with their totals, and a reload keeps them', async (t) => {
  const { page, record } = await visit(t);
  await loadExample(page, examples.fieldService);
  await saveCopy(page, 'Small', '100');
  await saveCopy(page, 'Large', '900');
  await page.reload();
  await ready(page);
  await button(page, 'Saved').click();
  assert.match(await row(page, 'Small').innerText(), /Dynamics CRM 2011 · \d{1,2} \w{3} \d{4} \d\d:\d\d\s+76,000 USD once/);
  assert.match(await row(page, 'Large').innerText(), /156,000 USD once/);

  // A new name stays where it was, and on the device.
  const name = saved(page).getByRole('textbox', { name: 'Name of saved scenario 2' });
  await name.fill('Smaller');
  await name.press('Enter');
  await row(page, 'Smaller').waitFor();
  assert.equal(await name.inputValue(), 'Smaller');
  assert.equal(await row(page, 'Small').count(), 0);
  await page.reload();
  await ready(page);
  await button(page, 'Saved').click();
  await row(page, 'Smaller').getByRole('button', { name: /^Open/ }).click();
  await totalReads(page, /76,000/);
  assert.equal(await title(page).inputValue(), 'Smaller');
  assert.equal(await saved(page).count(), 0);
  assert.deepEqual(record.errors, []);
});

test('several deletions are taken back at once, also by keyboard', async (t) => {
  const { page } = await visit(t);
  await saveCopy(page, 'A', '1');
  await saveCopy(page, 'B', '2');
  await button(page, 'Saved').click();
  await saved(page).getByRole('button', { name: 'Delete “A”' }).press('Enter');
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'saved-scenarios'));
  await saved(page).getByRole('button', { name: 'Delete “B”' }).click();
  await saved(page).getByText('2 scenarios are deleted from this device.').waitFor();
  await saved(page).getByRole('button', { name: 'Put it back' }).click();
  await row(page, 'A').waitFor();
  await row(page, 'B').waitFor();
});

test('all travel in one file, and a fault in it changes nothing', async (t) => {
  const { page, record } = await visit(t);
  await saveCopy(page, 'Small', '100');
  await saveCopy(page, 'Large', '900');
  await button(page, 'Saved').click();
  const file = await download(page, saved(page).getByRole('button', { name: 'Export all as one file' }));

  const elsewhere = await visit(t);
  const refused = await importScenario(elsewhere.page, file.replace('"count":', '"number":'));
  await refused.getByRole('alert').getByText(/Not imported/).waitFor();
  await elsewhere.page.keyboard.press('Escape');
  await importScenario(elsewhere.page, file);
  await saved(elsewhere.page).getByText('2 scenarios are now among the saved ones.').waitFor();
  await row(elsewhere.page, 'Small').getByRole('button', { name: /^Open/ }).click();
  await totalReads(elsewhere.page, /76,000/);
  assert.deepEqual([...record.errors, ...elsewhere.record.errors], []);
});

test('two tabs see what each other saved, renamed and deleted', async (t) => {
  const context = await freshProfile(t);
  const { page: one } = await open(context);
  const { page: other } = await open(context);
  await button(other, 'Saved').click();
  await saveCopy(one, 'A', '1');
  await row(other, 'A').waitFor();
  const name = saved(other).getByRole('textbox', { name: 'Name of saved scenario 1' });
  await name.fill('B');
  await name.press('Enter');
  await button(one, 'Saved').click();
  await row(one, 'B').waitFor();
  assert.equal(await row(one, 'A').count(), 0);
  await saved(one).getByRole('button', { name: 'Delete “B”' }).click();
  await eventually(async () => assert.equal(await row(other, 'B').count(), 0));
});

for (const viewport of [desktop, phone, { width: 320, height: 640 }]) {
  test(`up to four stand side by side, with what differs between them, ${viewport.width} px`, async (t) => {
    const { page, record } = await visit(t, { viewport });
    for (const [name, count] of [['Small', '100'], ['Medium', '400'], ['Large', '900'], ['Huge', '2000']]) await saveCopy(page, name, count);
    await rulebook(page).selectOption({ label: 'Dynamics 365 online (2024) · Oct 2024' });
    await button(page, 'Saved').click();
    assert.equal(await sides(page).count(), 0, 'one alone is not compared');
    await compare(page, 'Small').check();
    // What is paid every year does not stand in a row with what is paid once.
    await sides(page).getByText(/The totals of “Small” and “Huge \(on the page\)” cannot be compared/).waitFor();
    const totals = await sides(page).getByRole('row', { name: /^Total, / }).allInnerTexts();
    assert.equal(totals.length, 2, totals.join('; '));
    assert.ok(totals.every((text) => text.includes('–')), totals.join('; '));

    await compare(page, 'Medium').check();
    await compare(page, 'Large').check();
    assert.ok(await compare(page, 'Huge').isDisabled());
    await compare(page, 'Huge (on the page)').uncheck();
    await sides(page).getByText('“Small” is cheaper by 80,000 USD once than “Large”.').waitFor();
    const technicians = sides(page).getByRole('row', { name: /^Field technicians/ });
    assert.match(await technicians.innerText(), /900 · employees\s+400 · employees\s+100 · employees/);
    await sides(page).getByText(/rows are the same in all/).click();
    await sides(page).getByRole('row', { name: /^ESS User CAL An ESS User CAL is enough/ }).waitFor();
    assert.deepEqual(await violations(page), []);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(beyond <= 0, `${beyond} px too wide`);

    const csv = await download(page, sides(page).getByRole('button', { name: /as CSV$/ }));
    assert.match(csv, /^\ufeff,Large,Medium,Small\r\n/);
    assert.match(csv, /"ESS User CAL, USD once",90000\.00,40000\.00,10000\.00\r\n/);
    assert.deepEqual(record.errors, []);
  });
}

const poorStorage = {
  full: () => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(key, value) {
      if (key.includes('.aside.')) throw new DOMException('full', 'QuotaExceededError');
      return set.call(this, key, value);
    };
  },
  forbidden: () => {
    const denied = { get() { throw new DOMException('storage is denied', 'SecurityError'); } };
    Object.defineProperty(window, 'localStorage', denied);
    Object.defineProperty(window, 'sessionStorage', denied);
  },
};

for (const [how, spoil] of Object.entries(poorStorage)) {
  test(`where storage is ${how} the list says so, and its file has what the device does not keep`, async (t) => {
    const context = await freshProfile(t);
    await context.addInitScript(spoil);
    const { page, record } = await open(context);
    await title(page).fill('Mine');
    await button(page, 'Saved').click();
    await saved(page).getByRole('button', { name: 'Save a copy of this page' }).click();
    await saved(page).getByRole('alert').getByText(/Not everything under Saved could be saved on this device/).waitFor();
    assert.match(await row(page, 'Mine').innerText(), /Dynamics CRM 2011 · not saved\s+146,000 USD once/);
    assert.equal(await saved(page).getByText('“Mine” is saved on this device.').count(), 0);
    const file = JSON.parse(await download(page, saved(page).getByRole('button', { name: 'Export all as one file' })));
    assert.deepEqual(file.scenarios.map(({ scenario }) => scenario.title), ['Mine']);
    assert.deepEqual(record.errors, []);
  });
}
