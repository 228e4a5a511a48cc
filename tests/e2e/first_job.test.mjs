// The first job from a blank page: 120 office staff who sell and handle cases, 95 agents in shifts on 40 PCs in three
// pools, two servers, 600 customers on a portal, 15 vendor people. By mouse in few clicks, by keyboard alone, on a phone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phone, visit } from './harness.mjs';
import { bill, button, countOf, eventually, total } from './seatwise.mjs';

const groups = [
  ['Office staff', '120'],
  ['Agents', '95'],
  ['Customers', '600', 'customers'],
  ['Vendor people', '15', 'offsite vendor staff'],
];
const pools = [['North', '14'], ['South', '14'], ['West', '12']];
const expected = {
  lines: [/^120 Full User CAL/, /^15 Limited User CAL/, /^40 Limited Device CAL/, /^2 External Connector/],
  total: /176,500\s+USD once/,
};

const list = (page, name) => page.getByRole('dialog', { name, exact: true });
const nameOf = (page, number) => page.getByRole('textbox', { name: `Name of group ${number}`, exact: true });
const whoAre = (page, group) => page.getByRole('combobox', { name: `Who ${group} are`, exact: true });
const stateUse = (page, group) => page.locator('.row', { has: page.getByRole('textbox', { name: `Count of ${group}`, exact: true }) })
  .getByRole('button', { name: 'State what they use' });
const works = (page) => list(page, 'To do what?');
const role = (page, name) => works(page).getByRole('checkbox', { name: new RegExp(`^${name}`) });

/** Counts what a hand does: each press of the pointer; a choice from a list of the browser's own is two. */
async function counting(page) {
  await page.evaluate(() => {
    window.presses = 0;
    addEventListener('pointerdown', () => { window.presses += 1; }, { capture: true });
  });
  let chosen = 0;
  return {
    async choose(box, label) {
      const names = await box.evaluate((it) => [...it.options].map((option) => option.text));
      await box.selectOption({ label: names.find((name) => name.startsWith(label)) });
      chosen += 2;
    },
    async clicks() {
      return chosen + await page.evaluate(() => window.presses);
    },
  };
}

async function assertDone(page) {
  await eventually(async () => assert.match(await total(page).innerText(), expected.total), 6_000);
  const { lines } = await bill(page);
  assert.equal(lines.length, expected.lines.length, lines.join('; '));
  for (const line of expected.lines) assert.ok(lines.some((found) => line.test(found)), `${line} in ${lines.join('; ')}`);
}

/** The job by pointer, the same on every screen. */
async function byPointer(page, hand) {
  await page.getByRole('region', { name: 'Welcome' }).getByRole('button', { name: 'My organisation' }).click();
  await list(page, 'Which product is it about?').getByRole('button', { name: /^Dynamics CRM 2011/ }).click();
  await eventually(async () => assert.ok(await nameOf(page, 1).evaluate((it) => it === document.activeElement)));
  for (const [name, count, who] of groups) {
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(count);
    if (who) await hand.choose(whoAre(page, name), who);
    await countOf(page, name).press('Enter');
  }

  await stateUse(page, 'Office staff').click();
  await role(page, 'Seller').click();
  await role(page, 'Case worker').click();
  await works(page).getByRole('button', { name: 'Done' }).click();

  await stateUse(page, 'Agents').click();
  await role(page, 'Case worker').click();
  await works(page).getByRole('button', { name: 'From where' }).click();
  const whence = list(page, 'From which devices?');
  await whence.getByRole('textbox', { name: 'Name of the pool' }).click();
  for (const [name, count] of pools) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.keyboard.type(count);
    await page.keyboard.press('Enter');
    await whence.getByRole('checkbox', { name, checked: true }).waitFor();
  }
  // Nothing more to add.
  await page.keyboard.press('Enter');
  await whence.waitFor({ state: 'hidden' });

  await stateUse(page, 'Customers').click();
  await works(page).getByRole('button', { name: 'Done' }).click();

  await stateUse(page, 'Vendor people').click();
  await hand.choose(works(page).getByRole('combobox', { name: 'Through' }), 'the CRM client');
  await role(page, 'Case worker').click();
  await works(page).getByRole('button', { name: 'Done' }).click();

  await button(page, 'Add servers').click();
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
}

test('the first job takes 22 clicks or fewer', async (t) => {
  const { page, record } = await visit(t);
  const hand = await counting(page);
  await byPointer(page, hand);
  await assertDone(page);
  const clicks = await hand.clicks();
  t.diagnostic(`${clicks} clicks`);
  assert.ok(clicks <= 22, `${clicks} clicks`);
  assert.match(await page.getByRole('region', { name: 'Organisation' }).innerText(), /sell and handle cases/);
  assert.deepEqual(record.errors, []);
});

test('the first job is done on a phone', async (t) => {
  const { page, record } = await visit(t, { viewport: phone, hasTouch: true, isMobile: true });
  await byPointer(page, await counting(page));
  await assertDone(page);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${beyond} px too wide`);
  assert.match(await page.locator('footer').innerText(), /176,500 USD once/);
  assert.deepEqual(record.errors, []);
});

test('the first job is done by keyboard alone', async (t) => {
  const { page, record } = await visit(t);
  await page.evaluate(() => addEventListener('pointerdown', () => { throw new Error('a pointer'); }, { capture: true }));
  const key = (name) => page.keyboard.press(name);
  /** Presses Tab until the element has the focus. */
  const reach = async (element, by = 'Tab') => {
    await element.waitFor();
    for (let pressed = 0; pressed < 60; pressed += 1) {
      if (await element.evaluate((it) => it === document.activeElement)) return;
      await key(by);
    }
    assert.fail(`the focus does not reach ${element}`);
  };
  await reach(page.getByRole('region', { name: 'Welcome' }).getByRole('button', { name: 'My organisation' }));
  await key('Enter');
  await reach(list(page, 'Which product is it about?').getByRole('button', { name: /^Dynamics CRM 2011/ }));
  await key('Enter');
  await eventually(async () => assert.ok(await nameOf(page, 1).evaluate((it) => it === document.activeElement)));
  for (const [name, count, who] of groups) {
    await page.keyboard.type(name);
    await key('Tab');
    await page.keyboard.type(count);
    if (who) {
      await key('Tab');
      await page.keyboard.type(who.slice(0, 4));
      await reach(countOf(page, name), 'Shift+Tab');
    }
    await key('Enter');
  }
  const use = async (group, roles, next) => {
    await reach(stateUse(page, group), 'Shift+Tab');
    await key('Enter');
    for (const name of roles) {
      await reach(role(page, name), name[0].toLowerCase());
      await key('Space');
    }
    await reach(works(page).getByRole('button', { name: next }));
    await key('Enter');
  };
  await use('Office staff', ['Seller', 'Case worker'], 'Done');
  await reach(countOf(page, 'Vendor people'), 'Shift+Tab');
  await use('Agents', ['Case worker'], 'From where');
  await reach(page.getByRole('textbox', { name: 'Name of the pool' }));
  for (const [name, count] of pools) {
    await page.keyboard.type(name);
    await key('Enter');
    await page.keyboard.type(count);
    await key('Enter');
    await page.getByRole('checkbox', { name, checked: true }).waitFor();
  }
  await reach(list(page, 'From which devices?').getByRole('button', { name: 'Done' }));
  await key('Enter');
  await use('Customers', [], 'Done');
  await reach(stateUse(page, 'Vendor people'), 'Shift+Tab');
  await key('Enter');
  await reach(works(page).getByRole('combobox', { name: 'Through' }), 'Shift+Tab');
  await page.keyboard.type('the CRM');
  await reach(role(page, 'Case worker'));
  await key('Space');
  await reach(works(page).getByRole('button', { name: 'Done' }));
  await key('Enter');
  await reach(button(page, 'Add servers'));
  await key('Enter');
  await key('Tab');
  await page.keyboard.type('2');
  await assertDone(page);
  assert.deepEqual(record.errors, []);
});

test('a few questions fill the page in', async (t) => {
  const { page, record } = await visit(t);
  await page.getByRole('region', { name: 'Welcome' }).getByRole('button', { name: 'Ask me a few questions' }).click();
  const interview = list(page, 'A few questions');
  const next = interview.getByRole('button', { name: 'Next' });
  const fill = (name, count) => interview.getByRole('textbox', { name, exact: true }).fill(count);
  await interview.getByRole('button', { name: /^Dynamics CRM 2011/ }).click();
  await next.click();
  await fill('People', '215');
  await next.click();
  await interview.getByRole('checkbox', { name: /^Case worker/ }).check();
  await next.click();
  await fill('People who share', '95');
  await fill('Computers they share', '40');
  await next.click();
  await fill('People from outside', '600');
  await next.click();
  await fill('Servers', '2');
  await interview.getByRole('button', { name: 'Fill in the page' }).click();
  await interview.waitFor({ state: 'hidden' });
  await countOf(page, 'Staff in shifts').waitFor();
  await eventually(async () => assert.match(await total(page).innerText(), /88,000\s+USD once/));
  assert.deepEqual(record.errors, []);
});
