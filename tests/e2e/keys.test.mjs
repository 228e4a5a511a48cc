// The keys: a list of them, and commands that are found by typing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, freshProfile, open, phone, visit } from './harness.mjs';
import { button, countOf, eventually, region, rulebook, total, violations } from './seatwise.mjs';

const keyboard = (page) => page.getByRole('dialog', { name: 'Keyboard' });
const commands = (page) => page.getByRole('dialog', { name: 'Commands' });
const field = (page) => page.getByRole('combobox', { name: 'What do you want to do?' });
const option = (page, name) => page.getByRole('option', { name });

/** Runs the first command that fits. */
async function run(page, text) {
  await page.keyboard.press('/');
  await commands(page).waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('? lists the keys and / the commands, but not while something is typed', async (t) => {
  const { page, record } = await visit(t);
  await button(page, 'Share').focus();
  await page.keyboard.press('?');
  await keyboard(page).waitFor();
  await keyboard(page).getByText('Commands: what can be done here').waitFor();
  await page.keyboard.press('/');
  assert.ok(await commands(page).isHidden(), 'a dialog is open already');
  await page.keyboard.press('Escape');
  await keyboard(page).waitFor({ state: 'hidden' });
  assert.ok(await button(page, 'Share').evaluate((it) => it === document.activeElement), 'the focus returns');

  const title = page.getByRole('textbox', { name: 'Title' });
  await title.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('?/');
  await eventually(async () => assert.match(await title.inputValue(), /\?\/$/));
  assert.ok(await keyboard(page).isHidden() && await commands(page).isHidden());
  assert.deepEqual(record.errors, []);
});

test('the commands follow what is typed, by arrows and Enter, and say which one is chosen', async (t) => {
  const { page, record } = await visit(t);
  await page.keyboard.press('/');
  await field(page).waitFor();
  assert.ok(await field(page).evaluate((it) => it === document.activeElement), 'typing can begin');
  await page.keyboard.type('example');
  const chosen = commands(page).getByRole('option', { selected: true });
  await eventually(async () => assert.match(await chosen.innerText(), /Field service/));
  await page.keyboard.press('ArrowUp');
  await eventually(async () => assert.doesNotMatch(await chosen.innerText(), /Field service/));
  await page.keyboard.press('ArrowDown');
  await eventually(async () => assert.match(await chosen.innerText(), /Field service/));
  assert.equal(await field(page).getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await commands(page).waitFor({ state: 'hidden' });
  await countOf(page, 'Shift agents').waitFor();

  await page.keyboard.press('/');
  await page.keyboard.type('no such thing');
  await page.getByText('No such command.').waitFor();
  assert.equal(await field(page).getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Enter');
  assert.ok(await commands(page).isVisible(), 'nothing was chosen');
  assert.deepEqual(record.errors, []);
});

test('letters that are typed one after another find an entry; a button that has nothing left to do keeps the focus', async (t) => {
  const { page } = await visit(t);
  await page.locator('.use .tok').first().press('Enter');
  const list = page.getByRole('dialog', { name: 'Who uses it?' });
  await list.waitFor();
  const has = (text) => eventually(async () => {
    assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), text);
  });
  await page.keyboard.type('se');
  await has('Service managers');
  await page.keyboard.type('rvice m');
  await has('Service managers');
  await page.keyboard.press('Enter');
  await page.locator('.use .tok', { hasText: 'Service managers' }).first().waitFor();
  const undo = button(page, 'Undo');
  await undo.press('Enter');
  await eventually(async () => assert.ok(await undo.isDisabled()));
  assert.ok(await undo.evaluate((it) => it === document.activeElement));
});

test('commands add, undo, go to a part of the page, change the rulebook and open dialogs', async (t) => {
  const { page, record } = await visit(t);
  await run(page, 'add servers');
  const server = page.getByRole('textbox', { name: 'Name of server 2' });
  await eventually(async () => assert.ok(await server.evaluate((it) => it === document.activeElement)));
  await page.keyboard.press('Escape');
  await server.evaluate((it) => it.blur());
  await run(page, 'undo');
  await server.waitFor({ state: 'detached' });
  await run(page, 'go to break');
  const breakEven = region(page, 'Break-even');
  await eventually(async () => assert.ok(await breakEven.evaluate((it) => it === document.activeElement)));
  await run(page, 'rules: dynamics crm 2013');
  await eventually(async () => assert.match(await rulebook(page).evaluate((it) => it.selectedOptions[0].text), /CRM 2013/));
  await run(page, 'share');
  await page.getByRole('dialog', { name: 'Share' }).waitFor();
  await page.keyboard.press('Escape');
  await run(page, 'prices');
  await page.getByRole('dialog', { name: 'Prices' }).waitFor();
  assert.deepEqual(record.errors, []);
});

test('who dictates switches single keys off, for the next visit as well; the header still has both lists', async (t) => {
  const context = await freshProfile(t);
  const { page } = await open(context);
  await page.keyboard.press('?');
  await keyboard(page).getByRole('checkbox', { name: '? and / open these lists' }).uncheck();
  await page.keyboard.press('Escape');
  await keyboard(page).waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  assert.ok(await commands(page).isHidden());
  const { page: again } = await open(context);
  await again.keyboard.press('?');
  assert.ok(await keyboard(again).isHidden());
  await button(again, 'Help').click();
  await again.getByRole('button', { name: /^Commands/ }).click();
  await option(again, 'Open the example: Mixed office').click();
  await total(again).waitFor();
  await countOf(again, 'Dealers').waitFor();
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [desktop, phone]) {
    test(`axe finds nothing in the lists of keys and commands, ${colorScheme}, ${viewport.width} px`, async (t) => {
      const { page } = await visit(t, { colorScheme, viewport });
      for (const [key, dialog] of [['?', keyboard(page)], ['/', commands(page)]]) {
        await page.keyboard.press(key);
        await dialog.waitFor();
        assert.deepEqual(await violations(page), [], `opened by ${key}`);
        const beyond = await dialog.evaluate((it) => it.scrollWidth - it.clientWidth);
        assert.ok(beyond <= 0, `${beyond} px too wide`);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      }
    });
  }
}
