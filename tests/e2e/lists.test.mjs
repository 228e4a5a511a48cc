// Every list stays inside the window, with its question and its last button in sight, and still while it is used.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './harness.mjs';
import { button, entry, eventually, examples, importScenario, loadExample } from './seatwise.mjs';

const windows = [[1440, 900], [1280, 720], [768, 1024], [720, 450], [360, 740]];

/** Many groups, devices and servers, so that every list is long, and somebody of whom it is asked who they are. */
const crowd = {
  format: 1,
  title: 'Many of everything',
  rulebook: 'crm-2011',
  organisation: {
    people: Array.from({ length: 30 }, (_, n) => ({
      id: `p${n}`, name: `Department ${n + 1}`, count: 10, relationship: n === 4 ? 'contractor' : 'employee',
    })),
    devices: Array.from({ length: 20 }, (_, n) => ({ id: `d${n}`, name: `Pool ${n + 1}`, count: 3 })),
    servers: Array.from({ length: 25 }, (_, n) => ({ id: `s${n}`, name: `Server ${n + 1}`, count: 1 })),
    uses: Array.from({ length: 8 }, (_, n) => ({ people: `p${n}`, access: 'client', activities: ['case.write'] })),
  },
};

const panels = '[popover]:popover-open';

async function boxOf(page) {
  return page.locator(panels).evaluate((panel) => {
    const inside = (it) => {
      const { left, top, right, bottom } = it.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const last = panel.querySelector('.done button');
    return {
      panel: inside(panel),
      asks: inside(panel.querySelector('.asks')),
      done: last && inside(last),
      whole: panel.querySelector('.panel-body').scrollHeight <= panel.querySelector('.panel-body').clientHeight,
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    };
  });
}

function assertInside({ left, top, right, bottom }, { width, height }, what) {
  assert.ok(left >= 0 && top >= 0 && right <= width && bottom <= height, `${what}: ${[left, top, right, bottom].map(Math.round)} of ${width} x ${height}`);
}

/** Opens every list that the page has, one after the other. */
async function everyList(page, look) {
  const openers = page.locator('button[aria-haspopup="dialog"]');
  const count = await openers.count();
  for (let place = 0; place < count; place += 1) {
    const opener = openers.nth(place);
    const name = await opener.evaluate((it) => it.getAttribute('aria-label') ?? it.textContent);
    await opener.click();
    await page.locator(panels).waitFor();
    await look(name, place);
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await page.locator(panels).count(), 0));
  }
  return count;
}

for (const [width, height] of windows) {
  test(`every list stays inside a window of ${width} x ${height}`, async (t) => {
    const { page, record } = await visit(t, { viewport: { width, height } });
    await importScenario(page, crowd);
    await page.getByRole('textbox', { name: 'Count of Department 30' }).waitFor();
    const looked = await everyList(page, async (name) => {
      const found = await boxOf(page);
      assertInside(found.panel, found, name);
      assertInside(found.asks, found, `the question of ${name}`);
      if (found.done) assertInside(found.done, found, `Done of ${name}`);
      assert.ok(found.whole || found.panel.bottom - found.panel.top >= Math.min(200, height / 3), `${name} is high enough to be used`);
    });
    assert.ok(looked > 30, `${looked} lists`);
    assert.deepEqual(record.errors, []);
  });
}

test('a list stays where it opened while things are ticked', async (t) => {
  for (const [width, height] of windows) {
    const { page } = await visit(t, { viewport: { width, height } });
    await importScenario(page, crowd);
    const word = page.getByRole('button', { name: 'To do what: work on cases' }).nth(3);
    await word.click();
    const before = await boxOf(page);
    for (const place of [3, 5, 9, 4, 10]) {
      await page.locator(panels).locator('.exactly').getByRole('checkbox').nth(place).click();
      assert.deepEqual((await boxOf(page)).panel, before.panel, `tick ${place}, ${width} x ${height}`);
    }
  }
});

test('the wheel goes on from the end of a list to the page', async (t) => {
  const { page } = await visit(t, { viewport: { width: 1280, height: 720 } });
  await importScenario(page, crowd);
  await page.getByRole('button', { name: 'To do what: work on cases' }).first().click();
  const { panel } = await boxOf(page);
  await page.mouse.move(panel.left + 40, panel.top + 120);
  const scrolled = () => page.evaluate(() => window.scrollY);
  const before = await scrolled();
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(60);
  }
  await eventually(async () => assert.ok(await scrolled() > before, 'the page scrolls on'));
  const found = await boxOf(page);
  assertInside(found.panel, found, 'the list after the wheel');
});

test('a list asks a question that can be seen, closes when the focus leaves it, and goes by letters and ends', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  const word = page.getByRole('button', { name: /^Who uses it: Field technicians/ }).first();
  await word.click();
  const list = page.getByRole('dialog', { name: 'Who uses it?' });
  assert.ok(await list.getByText('Who uses it?').isVisible());
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  await page.keyboard.press('End');
  const last = await focused();
  await page.keyboard.press('Home');
  assert.notEqual(await focused(), last);
  await page.keyboard.press('c');
  assert.match(await focused(), /^C/);
  await page.keyboard.press('End');
  await page.keyboard.press('Tab');
  await list.waitFor({ state: 'hidden' });
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus went on');
  // A choice still closes the list and gives the focus back.
  await word.click();
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'hidden' });
  await eventually(async () => assert.ok(await word.evaluate((it) => it === document.activeElement)));
  await button(page, 'Examples').click();
  await entry(page, examples.callCentre).waitFor();
});
