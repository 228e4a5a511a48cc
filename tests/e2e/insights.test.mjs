// What stands beside the bill: other ways to buy, break-evens, the proof, what is owned; in both themes, wide and narrow.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { desktop, phone, visit } from './harness.mjs';
import {
  billLine, button, countOf, eventually, examples, importScenario, loadExample, openReason, ownedFullCals, region, stepUps, totalReads, violations,
} from './seatwise.mjs';

const comparison = (page) => region(page, 'Comparison');
const breakEven = (page) => region(page, 'Break-even');
const proof = (page) => page.getByRole('region', { name: /^Proof of/ });
const open = (card, summary) => card.locator('summary', { hasText: summary }).click();
const choose = (page, what) => breakEven(page).getByRole('combobox').selectOption({ label: what });
const cells = (row) => row.locator('th, td').allInnerTexts();

/** Every card, opened one after the other. */
const states = {
  'the comparison as a table': async (page) => {
    await loadExample(page, examples.fieldService);
    await open(comparison(page), 'As a table');
    await comparison(page).getByRole('row', { name: /No connector/ }).waitFor();
  },
  'forced choices': async (page) => {
    await open(comparison(page), 'licensed another way');
    await comparison(page).getByRole('row', { name: /Field technicians/ }).waitFor();
  },
  'every generation': async (page) => {
    await open(comparison(page), 'every generation');
    await comparison(page).getByRole('row', { name: /Dynamics 365/ }).first().waitFor();
  },
  'the proof': async (page) => {
    await open(proof(page), 'Check it by hand');
    await proof(page).getByRole('row', { name: /^Sum/ }).waitFor();
  },
  'a break-even by count': async (page) => {
    await choose(page, 'Count of Customers’ staff');
    await breakEven(page).getByRole('img').waitFor();
    await open(breakEven(page), 'As a table');
  },
  'a break-even by price': async (page) => {
    await choose(page, 'Price of ESS User CAL');
    await breakEven(page).getByText('now 100').waitFor();
  },
  'owned against needed': async (page) => {
    await importScenario(page, ownedFullCals);
    await region(page, 'Owned against needed').waitFor();
  },
};

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [desktop, phone]) {
    test(`axe finds nothing in what is looked at, ${colorScheme}, ${viewport.width} px`, async (t) => {
      const { page, record } = await visit(t, { colorScheme, viewport });
      for (const [state, reach] of Object.entries(states)) {
        await reach(page);
        // The bar at the top cuts what has been scrolled under it; a test of its own looks at that on a phone.
        await page.evaluate(() => window.scrollTo(0, 0));
        assert.deepEqual(await violations(page), [], state);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(beyond <= 0, `${state}: ${beyond} px too wide`);
      }
      assert.deepEqual(record.errors, []);
    });
  }
}

test('no scroll position cuts a target on a phone', async (t) => {
  const { page } = await visit(t, { viewport: phone });
  await loadExample(page, examples.mixedOffice);
  for (let top = 0; top < 400; top += 13) {
    await page.evaluate((y) => window.scrollTo(0, y), top);
    assert.deepEqual(await violations(page, ['target-size']), [], `scrolled by ${top} px`);
  }
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const covered = await page.evaluate(() => {
    const bar = document.querySelector('footer').getBoundingClientRect();
    return document.querySelector('main .insights').getBoundingClientRect().bottom - bar.top;
  });
  assert.ok(covered <= 0, `the bar hides ${covered} px of the last card`);
});

test('a Windows connector breaks even at 69 externals, and at 138 on two servers', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.windowsPartners);
  await totalReads(page, /3,159/);
  await choose(page, 'Count of Partners');
  await breakEven(page).getByText('Up to 68, it is cheapest without Windows Server External Connector; from 69 on, with. You have 100.').waitFor();
  assert.match(await breakEven(page).getByRole('img').getAttribute('aria-label'), /now 100: .* changes at 69\./);
  await countOf(page, 'File servers').fill('2');
  await breakEven(page).getByText(/^Up to 137, .* from 138 on, with\. You have 100\.$/).waitFor();
});

test('what a group would cost otherwise follows every keystroke while it is open', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  await open(comparison(page), 'licensed another way');
  const customers = comparison(page).getByRole('row', { name: /Customers.* staff/ });
  await customers.waitFor();
  assert.deepEqual((await cells(customers)).slice(1), ['+1,480,000\n1,626,000', '+1,480,000\n1,626,000', 'current choice\n146,000']);
  await countOf(page, 'Customers’ staff').fill('66');
  // 66 Limited CALs at 300 cost as much as a connector at that price.
  await region(page, 'Licences').getByRole('button', { name: /assumption/ }).click();
  await page.getByRole('textbox', { name: 'Your price of External Connector' }).fill('19800');
  await page.keyboard.press('Escape');
  await eventually(async () => assert.match((await cells(customers))[1], /^a tie/));
  await comparison(page).getByText(/a connector comes before licences for people/).waitFor();
  await region(page, 'Licences').getByText('✓ proved cheapest', { exact: true }).waitFor();
  await proof(page).getByText(/^No cheaper mix exists\. Another one costs the same\. .*86 Limited User CALs/).waitFor();
});

test('the proof adds up on the page and in its file', async (t) => {
  const { page } = await visit(t);
  await importScenario(page, ownedFullCals);
  await totalReads(page, /2,000/);
  await open(proof(page), 'Check it by hand');
  const rows = await proof(page).getByRole('table').first().getByRole('row').allInnerTexts();
  const amounts = rows.map((row) => Number(/\S+$/.exec(row)[0].replace(',', '').replace('−', '-'))).slice(1);
  const sum = amounts.pop();
  assert.equal(amounts.reduce((all, amount) => all + amount, 0), sum, rows.join('; '));
  assert.ok(rows.some((row) => /30 owned Full User CAL/.test(row)), rows.join('; '));
  const text = await saved(page, proof(page));
  assert.match(text, new RegExp(`Sum,,${sum}.00`));
});

test('what is owned stands against what is needed, on the page and in its file', async (t) => {
  const { page } = await visit(t);
  await importScenario(page, ownedFullCals);
  const view = region(page, 'Owned against needed');
  await view.getByText('Cheapest top-up: 20 ESS User CALs, for 2,000 USD once.').waitFor();
  assert.deepEqual(await cells(view.getByRole('row', { name: /Full User CAL/ })), ['Full User CAL', '30', '30', '0', '0', '0']);
  assert.deepEqual(await cells(view.getByRole('row', { name: /ESS User CAL/ })), ['ESS User CAL', '0', '20', '0', '20', '2,000']);
  assert.match(await saved(page, view), /ESS User CAL,0,20,0,20,2000\.00/);
  await countOf(page, 'Full User CAL').fill('70');
  await view.getByText('Idle: 20 Full User CALs.').waitFor();
});

test('how owned licences were bought is asked where it may lower the total, and a step-up takes their place', async (t) => {
  const { page } = await visit(t);
  await importScenario(page, stepUps);
  await totalReads(page, /287,630/);
  await region(page, 'Licences').getByText('Through which programme were the 30 Team Members User CALs bought?').waitFor();
  await button(page, 'Open Value then 277,760 AUD once').click();
  await totalReads(page, /277,760/);
  const programme = page.getByRole('combobox', { name: 'Programme of Team Members User CAL' });
  assert.equal(await programme.evaluate((list) => list.selectedOptions[0].text), 'Open Value');
  const reason = await openReason(page, billLine(page, /Step-up/).first());
  await reason.locator('summary', { hasText: /sources$/ }).click();
  await reason.getByText(/costs the difference between the two CALs/).waitFor();
  // Plain Open sells none.
  await programme.selectOption({ label: 'Open' });
  await totalReads(page, /287,630/);
  assert.equal(await billLine(page, /Step-up/).count(), 0);
});

/** What a card saves as CSV. */
async function saved(page, card) {
  const download = page.waitForEvent('download');
  await card.getByRole('button', { name: /as CSV$/ }).click();
  return readFileSync(await (await download).path(), 'utf8');
}
