// Everybody can use every view: names, sizes, colours and widths, measured.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { desktop, phone, site, visit } from './harness.mjs';
import {
  billLines, button, eventually, examples, loadExample, openPart, openReason, openRules, region, share, violations,
} from './seatwise.mjs';

/** The views of the page, each reached from a fresh visit. */
const views = {
  blank: async (page) => {
    await button(page, 'Examples').click();
    await page.getByRole('button', { name: /^Blank/ }).click();
    await region(page, 'Licences').getByText('Nothing is described yet').waitFor();
  },
  'an example': async (page) => { await loadExample(page, examples.callCentre); },
  'a reason': async (page) => {
    await loadExample(page, examples.fieldService);
    await (await openReason(page, billLines(page).first())).waitFor();
  },
  'owned licences': async (page) => {
    for (let row = 0; row < 2; row += 1) await button(page, 'Add licences').click();
    await page.getByRole('combobox', { name: 'Licence 2' }).selectOption({ index: 1 });
  },
  'the rulebook': async (page) => {
    await openPart(await openRules(page), 'Clauses by document');
  },
  'the user analysis': async (page) => {
    await region(page, 'User analysis').getByRole('button', { name: 'Analyse users' }).click();
    await region(page, 'User analysis').locator('input[type=file]').waitFor({ state: 'attached' });
  },
  'the years': async (page) => {
    await region(page, 'Years').locator('summary').first().click();
    await region(page, 'Years').locator('.ways-table').waitFor();
  },
  'the break-even': async (page) => {
    await region(page, 'Break-even').getByRole('combobox').selectOption({ index: 1 });
    await region(page, 'Break-even').getByRole('img').waitFor();
  },
  'the share dialog': async (page) => { await share(page); },
  'the import dialog': async (page) => { await opened(page, 'Import', 'Import'); },
  'the dialog of a new page': async (page) => {
    await button(page, 'New').click();
    await page.getByRole('dialog').waitFor();
  },
  'the prices': async (page) => {
    await region(page, 'Licences').getByRole('button', { name: /assumption/ }).click();
    await page.getByRole('dialog', { name: 'Prices' }).waitFor();
  },
  'the glossary': async (page) => { await helped(page, 'Glossary'); },
  'the keys': async (page) => { await helped(page, 'Keyboard'); },
  'the commands': async (page) => { await helped(page, 'Commands'); },
};

async function opened(page, name, dialog) {
  await button(page, name).click();
  await page.getByRole('dialog', { name: dialog }).waitFor();
}

async function helped(page, name) {
  await button(page, 'Help').click();
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).first().click();
  await page.getByRole('dialog', { name }).waitFor();
}

/**
 * Controls that can be used now, with the name that is read out and the text that is seen: those of the open dialog, or of
 * the page.
 */
function controls(page) {
  return page.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document.body;
    const seen = (it) => it.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
    const text = (it) => (it?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return [...root.querySelectorAll('button, input:not([type=hidden]), select, textarea')].filter(seen).map((it) => {
      const label = it.getAttribute('aria-label') ?? text(it.labels?.[0] ?? it);
      return {
        tag: it.tagName.toLowerCase(),
        type: it.type,
        name: label.trim(),
        shown: it.tagName === 'BUTTON' ? text(it) : '',
        about: it.outerHTML.slice(0, 120),
      };
    });
  });
}

/** Names that several fields have, which somebody who hears them cannot tell apart. */
function doubled(found) {
  const fields = found.filter(({ tag }) => tag !== 'button').map(({ name, type }) => `${type} ${name}`);
  return fields.filter((name, place) => fields.indexOf(name) !== place);
}

/** Words that are seen on a button and do not stand in its name: who speaks them presses nothing. */
function unspoken(found) {
  const letters = (said) => said.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return found.filter(({ name, shown }) => !letters(name).includes(letters(shown))).map(({ about }) => about);
}

for (const [view, reach] of Object.entries(views)) {
  test(`${view}: clean for axe in every colour, named, and no wider than the window`, async (t) => {
    const { page, record } = await visit(t);
    await reach(page);
    const found = await controls(page);
    assert.ok(found.every(({ name }) => name), JSON.stringify(found.filter(({ name }) => !name)));
    assert.deepEqual(doubled(found), []);
    assert.deepEqual(unspoken(found), []);
    for (const colours of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
      await page.emulateMedia({ reducedMotion: 'reduce', ...colours });
      assert.deepEqual(await violations(page), [], JSON.stringify(colours));
    }
    // What has the focus is seen without colours of ours.
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
    });
    assert.ok(outline >= 2, `the outline is ${outline} px`);
    // A window of 1440 by 900 at 200 %, and phones.
    for (const [width, height] of [[720, 450], [360, 740], [320, 568]]) {
      await page.setViewportSize({ width, height });
      const beyond = await page.evaluate(() => {
        const dialog = document.querySelector('dialog[open]');
        const wide = (it) => it.scrollWidth - it.clientWidth;
        return Math.max(wide(document.documentElement), dialog ? wide(dialog) : 0);
      });
      assert.ok(beyond <= 0, `${beyond} px too wide at ${width} px`);
    }
    assert.deepEqual(record.errors, []);
  });
}

/** Plain messages of the German page, by their names. */
function germanWords() {
  const folder = new URL('../../web/words/de/', import.meta.url);
  const text = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  return Object.fromEntries(Array.from(text.matchAll(/^([a-z][a-z0-9-]*) = (.+)$/gm), ([, name, said]) => [name, said]));
}

const german = germanWords();
const unfold = (page, part) => page.locator(`${part} summary`).first().click();

/** A dialog of the German page, which the next view finds closed. */
function germanDialog(opens) {
  return async (page) => {
    await opens(page);
    await page.getByRole('dialog').first().waitFor();
    return async () => {
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    };
  };
}

/** A list of the German page, which the next view finds closed. */
function germanList(button) {
  return async (page) => {
    await page.locator(button).first().click();
    await page.locator('[popover]:popover-open').waitFor();
    return async () => {
      await page.keyboard.press('Escape');
      await page.locator('[popover]:popover-open').waitFor({ state: 'detached' });
    };
  };
}

const germanButton = (name) => germanDialog((page) => button(page, german[name]).click());

function germanHelp(place) {
  return germanDialog(async (page) => {
    await button(page, german.help).click();
    await page.locator('#help .choice').nth(place).click();
  });
}

/** Views of the German page, each reached from the one before: what cannot stay open says how it is left. */
const germanViews = {
  'the first screen': async () => {},
  'the examples': germanList('#examples-opens'),
  'the list of exports': germanList('#export-opens'),
  'the menu of a row': germanList('.row .more'),
  'the list of people': germanList('.use .tok'),
  'the list of activities': germanList('.use .tok[aria-label*=Anfragen]'),
  'a word': germanList('.answer .term'),
  'the interview': germanButton('door-interview'),
  'a new page': germanButton('begin-anew'),
  'saved scenarios': germanButton('saved-list'),
  'the import': germanButton('import'),
  'the share dialog': germanButton('share'),
  'the glossary': germanHelp(0),
  'the keys': germanHelp(1),
  'the commands': germanHelp(2),
  'an example with a question': async (page) => {
    await button(page, german.examples).click();
    await page.locator('#examples .choice').nth(2).click();
    await page.locator('.open-question').waitFor();
  },
  'the prices': germanDialog((page) => page.locator('.small-print .link').first().click()),
  'a reason': async (page) => {
    await page.locator('.line > button').first().click();
    await page.locator('.line .why').waitFor();
  },
  'how sure it is': async (page) => { await unfold(page, '.how-sure'); },
  'the proof': async (page) => { await unfold(page, '#proof'); },
  'the comparison': async (page) => {
    for (const summary of await page.locator('#comparison > details > summary').all()) await summary.click();
    await page.locator('.generations table').waitFor();
  },
  'the break-even': async (page) => {
    await page.locator('#break-even select').selectOption({ index: 1 });
    await page.locator('#break-even [role=img]').waitFor();
  },
  'owned licences': async (page) => { await page.locator('#add-owned').click(); },
  'the user analysis': async (page) => {
    await page.locator('#user-analysis button').first().click();
    await page.locator('#user-analysis input[type=file]').waitFor({ state: 'attached' });
  },
  'the years': async (page) => {
    await unfold(page, '#years');
    await page.locator('.ways-table').waitFor();
  },
  'the rulebook': async (page) => {
    await button(page, german['rules-and-sources']).click();
    await page.locator('.book summary').first().click();
  },
  'another kind of product': germanDialog(async (page) => {
    const books = page.getByRole('combobox', { name: german.rules, exact: true });
    await books.selectOption({ index: await books.locator('option').count() - 1 });
  }),
  'a wrong number': async (page) => {
    await page.locator('.row .count').first().fill('-5');
    await page.locator('.figure-error:not(:empty)').waitFor();
  },
};

test('the German page is clean for axe in every view and both themes', { timeout: 240_000 }, async (t) => {
  const { page, record } = await visit(t, { url: `${site}?lang=de` });
  for (const [view, reach] of Object.entries(germanViews)) {
    const leave = await reach(page);
    // What the bar at the top happens to cover is no fault.
    if (!leave) await page.evaluate(() => scrollTo(0, 0));
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
      assert.deepEqual(await violations(page), [], `${view}, ${colorScheme}`);
    }
    await leave?.();
  }
  assert.deepEqual(record.errors, []);
});

test('the bar at the top has at most three rows on a phone, and shows whole names on a screen', async (t) => {
  for (const lang of ['en', 'de']) {
    const { page } = await visit(t, { url: `${site}?lang=${lang}`, viewport: phone });
    const { height } = await page.locator('.bar-top').boundingBox();
    assert.ok(height <= 140, `${lang}: ${height} px`);
    await page.setViewportSize(desktop);
    const cut = await page.locator('#title').evaluate((title) => title.scrollWidth - title.clientWidth);
    assert.ok(cut <= 0, `${lang}: ${cut} px of the title are cut`);
    const room = await page.locator('.bar-top .rules select').evaluate((select) => {
      const shown = select.getBoundingClientRect().width;
      select.style.flex = 'none';
      select.style.maxInlineSize = 'none';
      return shown - select.getBoundingClientRect().width;
    });
    assert.ok(room >= 0, `${lang}: ${-room} px of the rulebook's name are cut`);
  }
});

test('fields are large enough for fingers: a phone does not zoom in', async (t) => {
  const { page } = await visit(t, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  for (const reach of [views['owned licences'], views['the prices']]) {
    await reach(page);
    const small = await page.evaluate(() => {
      const fields = [...document.querySelectorAll('input:not([type=checkbox], [type=file]), select, textarea')];
      const seen = fields.filter((it) => it.checkVisibility());
      return seen.filter((it) => Number.parseFloat(getComputedStyle(it).fontSize) < 16).map((it) => it.outerHTML.slice(0, 120));
    });
    assert.deepEqual(small, []);
  }
});

test('nothing moves for who asked for that', async (t) => {
  const { page } = await visit(t, { reducedMotion: 'reduce' });
  await page.getByRole('textbox', { name: 'Count of Field technicians', exact: true }).fill('900');
  const longest = await page.evaluate(() => {
    const times = document.getAnimations().map((it) => Number(it.effect.getComputedTiming().activeDuration));
    return Math.max(0, ...times);
  });
  assert.ok(longest <= 10, `an animation of ${longest} ms`);
});

test('sixty groups keep the order of the visitor; the list of a new use is in sight and is narrowed down', async (t) => {
  const { page, record } = await visit(t, { viewport: desktop });
  const numbers = Array.from({ length: 60 }, (_, place) => place + 1);
  const scenario = {
    format: 1,
    title: 'Sixty departments',
    rulebook: 'crm-2011',
    organisation: {
      people: numbers.map((id) => ({ id: `p${id}`, name: `Department ${id}`, count: 10, relationship: 'employee' })),
      servers: [{ id: 's', name: 'CRM server', count: 1 }],
      uses: numbers.slice(0, 59).map((id) => ({ people: `p${id}`, access: 'client', activities: ['case.write'] })),
    },
  };
  await button(page, 'Import').click();
  const file = { name: 'scenario.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(scenario)) };
  await page.locator('dialog input[type=file]').setInputFiles(file);
  const line = billLines(page).first();
  await line.getByText('Department 1 (10), Department 2 (10), Department 3 (10) and 56 more').waitFor();

  await button(page, 'Add use').click();
  const list = page.getByRole('dialog', { name: 'Who uses it?' });
  await list.waitFor();
  const box = await list.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= desktop.height, 'the list of the new use is in sight');
  const sentence = await page.locator('.use').last().boundingBox();
  assert.ok(sentence.y >= 0 && sentence.y + sentence.height <= desktop.height, `its sentence is in sight, at ${sentence.y} px`);
  await list.getByRole('textbox', { name: 'Find in this list' }).fill('ment 59');
  await eventually(async () => {
    assert.deepEqual(await list.locator('.choice span').allTextContents(), ['Department 59']);
  });
  assert.deepEqual(record.errors, []);
});
