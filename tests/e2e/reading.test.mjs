// What is read: the total as it is spoken, reasons with their folded sources, how sure the total is, the proof in plain
// words, generations in rows, break-evens as lines that cross.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, phone, visit } from './harness.mjs';
import {
  billLine, countOf, eventually, examples, importScenario, loadExample, openReason, region, totalReads, violations,
} from './seatwise.mjs';

const agents = {
  format: 1,
  title: 'Agents in shifts',
  rulebook: 'crm-2011',
  organisation: {
    people: [{ id: 'agents', name: 'Agents', count: 95, relationship: 'employee' }],
    devices: [{ id: 'n', name: 'North', count: 14 }, { id: 's', name: 'South', count: 14 }, { id: 'e', name: 'East', count: 12 }],
    uses: [{ people: 'agents', access: 'client', activities: ['case.write'], from: { devices: ['n', 's', 'e'] } }],
  },
};

const spoken = (page) => region(page, 'Licences').locator('p[role=status]');
const breakEven = (page) => region(page, 'Break-even');
const narrow = { width: 320, height: 640 };

async function fits(page, state) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(beyond <= 0, `${state}: ${beyond} px too wide`);
}

test('the total is spoken as a sentence, once and a second after typing stops', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  await eventually(async () => assert.equal(await spoken(page).textContent(), 'Total 146,000 US dollars once, 861 licences.'));
  await page.evaluate(() => {
    window.spoken = [];
    const place = document.querySelector('[aria-label="Licences"] p[role=status]');
    new MutationObserver(() => window.spoken.push(place.textContent)).observe(place, { childList: true, characterData: true, subtree: true });
  });
  await countOf(page, 'Field technicians').press('Control+a');
  await page.keyboard.type('1234', { delay: 150 });
  await totalReads(page, /189,400/);
  assert.deepEqual(await page.evaluate(() => window.spoken), [], 'not at every key');
  await eventually(async () => assert.equal(await spoken(page).textContent(), 'Total 189,400 US dollars once, 1,295 licences.'));
  assert.deepEqual(await page.evaluate(() => [...new Set(window.spoken)]), ['Total 189,400 US dollars once, 1,295 licences.']);
  // No other live region speaks the figures as they change.
  assert.equal(await page.getByRole('status', { name: 'Total', exact: true }).getAttribute('aria-live'), 'off');
});

for (const viewport of [desktop, phone, narrow]) {
  test(`a reason begins with what decides, and folds its sources, ${viewport.width} px`, async (t) => {
    const { page, record } = await visit(t, { viewport });
    await importScenario(page, agents);
    await totalReads(page, /12,000/);
    const reason = await openReason(page, billLine(page, /^40 Limited Device CAL/));
    const paragraphs = (await reason.locator('p:visible').allInnerTexts()).map((text) => text.trim());
    assert.match(paragraphs[0], /^A Limited Device CAL is enough for East, North and South\.$/);
    assert.match(paragraphs[1], /^Licences on the people instead would raise the total by 16,500 USD once\.$/);
    assert.match(paragraphs.find((text) => text.startsWith('40 at ')) ?? '', /^40 at 300 each: 12,000 USD once\./);
    assert.equal(paragraphs.filter((text) => /40 licences on the devices of 3 groups cover all 95 people/.test(text)).length, 1);
    const sources = reason.locator('summary', { hasText: /^\d+ sources$/ });
    assert.equal(await reason.locator('cite').first().isVisible(), false, 'folded');
    await sources.click();
    await reason.locator('cite').first().waitFor();
    assert.deepEqual(await violations(page), []);
    await fits(page, 'a reason');
    // The price is an assumption: the way to one's own is here.
    await reason.getByRole('button', { name: 'Change the price: Limited Device CALs' }).click();
    const price = page.getByRole('dialog', { name: 'Prices' }).getByRole('textbox', { name: 'Your price of Limited Device CAL' });
    await eventually(async () => assert.ok(await price.evaluate((field) => field === document.activeElement)));
    assert.deepEqual(record.errors, []);
  });

  test(`how sure the total is, the proof, generations and break-evens are read, ${viewport.width} px`, async (t) => {
    const { page, record } = await visit(t, { viewport });
    await importScenario(page, agents);
    const bill = region(page, 'Licences');
    await bill.getByText('How sure is this total?').click();
    await bill.getByText('If each of them is off by up to 20 %, the total lies between 9,600 and 14,400 USD once.').waitFor();
    await countOf(page, 'North').fill('24');
    await bill.getByText('lies between 12,000 and 18,000 USD once.').waitFor();
    await countOf(page, 'North').fill('14');

    const proof = page.getByRole('region', { name: /^Proof of/ });
    await proof.getByText(/^No cheaper mix exists\./).waitFor();
    assert.equal(await proof.getByText(/carries a charge/).isVisible(), false, 'behind “Check it by hand”');

    const comparison = region(page, 'Comparison');
    await comparison.getByText('Under every generation of the product').click();
    await comparison.getByRole('row', { name: /Dynamics CRM 2013 .*Dynamics CRM 2015/ }).waitFor();

    await breakEven(page).getByRole('combobox').selectOption({ label: 'Count of Agents' });
    await breakEven(page).getByText('Up to 40, it is cheapest with Limited User CAL; from 41 on, with Limited Device CAL. You have 95.').waitFor();
    const chart = breakEven(page).getByRole('img');
    await chart.scrollIntoViewIfNeeded();
    const names = await chart.locator('.over text:not(.tick-text):visible').allTextContents();
    assert.deepEqual(names, ['Limited User CAL', 'Limited Device CAL']);
    const frame = await breakEven(page).boundingBox();
    for (const text of await chart.locator('text:visible').all()) {
      const box = await text.boundingBox();
      // A text has a halo of four pixels.
      assert.ok(box.x >= frame.x - 5 && box.x + box.width <= frame.x + frame.width + 5, `${await text.textContent()} leaves the card`);
    }
    // The bar at the top cuts what has been scrolled under it.
    await page.evaluate(() => window.scrollTo(0, 0));
    assert.deepEqual(await violations(page), []);
    await fits(page, 'insights');
    assert.deepEqual(record.errors, []);
  });
}
