// Everybody can use it: axe finds nothing, the keyboard reaches everything, no screen is too narrow.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, phone, visit } from './harness.mjs';
import {
  billLine, billLines, button, countOf, entry, examples, loadExample, openedBy, openPart, openReason, openRules, region, share, total,
  totalReads, violations,
} from './seatwise.mjs';

/** The states of the page that are looked at, each reached from the one before. */
const states = {
  'as it starts': async () => {},
  'with the examples open': async (page) => {
    await button(page, 'Examples').click();
    await entry(page, examples.fieldService).waitFor();
  },
  'with an example loaded': async (page) => {
    await entry(page, examples.fieldService).click();
    await billLines(page).first().waitFor();
  },
  'with a reason open': async (page) => {
    await (await openReason(page, billLines(page).first())).waitFor();
  },
  'with the rulebook open': async (page) => {
    const rules = await openRules(page);
    await openPart(rules, 'Clauses by document');
    await rules.locator('.entry:visible summary').first().click();
    await rules.getByRole('link').first().waitFor();
  },
  'with the share dialog open': async (page) => { await share(page); },
};

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [desktop, phone]) {
    test(`axe finds nothing, ${colorScheme}, ${viewport.width} px`, async (t) => {
      const { page } = await visit(t, { colorScheme, viewport });
      for (const [state, reach] of Object.entries(states)) {
        await reach(page);
        assert.deepEqual(await violations(page), [], state);
      }
    });
  }
}

test('no screen from 320 to 1600 px scrolls sideways', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  await (await openReason(page, billLines(page).first())).waitFor();
  await openRules(page);
  // What is folded away may be too wide as well.
  await page.evaluate(() => document.querySelectorAll('details').forEach((it) => { it.open = true; }));
  await region(page, 'Comparison').getByRole('row', { name: /^Field technicians/ }).waitFor();
  for (const width of [320, 360, 480, 768, 1024, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(beyond <= 0, `${beyond} px too wide at ${width} px`);
    assert.ok(await total(page).isVisible(), `the total is shown at ${width} px`);
  }
});

test('the main job is done by keyboard alone', async (t) => {
  const { page } = await visit(t);
  await focusByKeys(page, button(page, 'Examples'), ['Tab']);
  await page.keyboard.press('Enter');
  await focusByKeys(page, entry(page, examples.fieldService), ['ArrowDown', 'Tab']);
  await page.keyboard.press('Enter');

  await focusByKeys(page, countOf(page, 'Field technicians'), ['Tab']);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('900');
  await totalReads(page, /156,000/);

  const line = billLine(page, /^900 .*ESS/);
  await focusByKeys(page, line, ['Tab']);
  await page.keyboard.press('Enter');
  await (await openedBy(page, line)).waitFor();

  await focusByKeys(page, button(page, 'Share'), ['Shift+Tab']);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.waitFor();
  await focusByKeys(page, dialog.getByRole('button', { name: 'Copy link' }), ['Tab']);
  await page.keyboard.press('Enter');
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#s=1\./);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.ok(await isFocused(button(page, 'Share')), 'the focus returns to where it was');
});

test('the explained words of a card are one stop of the Tab key, and the arrow keys go through them', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  const words = region(page, 'Licences').getByRole('toolbar', { name: 'Words explained here' }).locator('> .pop > .term');
  assert.ok(await words.count() > 3);
  await words.first().focus();
  await page.keyboard.press('ArrowRight');
  assert.ok(await isFocused(words.nth(1)));
  await page.keyboard.press('End');
  assert.ok(await isFocused(words.last()));
  await page.keyboard.press('ArrowRight');
  assert.ok(await isFocused(words.first()), 'round the end');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const explanation = page.locator('[popover]:popover-open');
  await explanation.waitFor();
  await page.keyboard.press('Escape');
  assert.ok(await isFocused(words.nth(1)), 'the explanation gives the focus back');
  await page.keyboard.press('Tab');
  assert.ok(await isFocused(billLines(page).first()), 'the next stop is behind the row');
  await page.keyboard.press('Shift+Tab');
  assert.ok(await isFocused(words.nth(1)), 'and back to the word that was read last');
});

/** Presses one key after the other, each in turn, until the element has the focus. */
async function focusByKeys(page, element, keys) {
  await element.waitFor();
  for (let pressed = 0; pressed < 150; pressed += 1) {
    if (await isFocused(element)) return;
    await page.keyboard.press(keys[pressed % keys.length]);
  }
  assert.fail(`150 times ${keys.join(', ')} did not reach ${element}`);
}

function isFocused(element) {
  return element.evaluate((it) => it === document.activeElement);
}
