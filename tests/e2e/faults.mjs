// What is wrong with a view for those who hear, speak, enlarge or colour it: measured, in every colour and width.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { freshProfile } from './harness.mjs';
import { violations } from './seatwise.mjs';
import { reachView, views } from './views.mjs';

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

/** A window of 1440 by 900 at 200 %, and phones. */
const narrow = [[720, 450], [360, 740], [320, 568]];

/** Rules of axe whose outcome is another one in other colours: the elements stay the same. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** Faults of a view by their kind; a kind without faults is left out. */
async function faultsOf({ page, frame }, { printed = false, unbegun = false }) {
  const list = await controls(frame);
  // What the bar at the top happens to cover is no fault.
  await frame.evaluate(() => scrollTo(0, 0));
  const faults = {
    unnamed: list.filter(({ name }) => !name).map(({ about }) => about),
    doubled: doubled(list),
    unspoken: unspoken(list),
    light: await violations(frame),
  };
  // Paper has no landmarks, nothing that takes the focus, and one width, which is looked at with the document.
  if (printed) faults.light = faults.light.filter((fault) => !fault.startsWith('region:'));
  // Nor has a page that has not begun.
  if (unbegun) faults.light = faults.light.filter((fault) => !/^(landmark-one-main|page-has-heading-one):/.test(fault));
  for (const [colours, media] of Object.entries({ dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } })) {
    await page.emulateMedia(media);
    faults[colours] = await violations(frame, rulesOfColours);
  }
  if (!printed) {
    faults.unmarked = list.length > 0 ? await unmarked(page, frame) : [];
    faults.wide = await tooWide(page, frame);
  }
  return Object.fromEntries(Object.entries(faults).filter(([, kind]) => kind.length > 0));
}

/** What has the focus after Tab and is not seen to have it without colours of ours. */
async function unmarked(page, frame) {
  await page.keyboard.press('Tab');
  // From the last field of a dialog that leads out of the page; once more leads back to its beginning.
  if (await frame.evaluate(() => document.activeElement === document.body)) await page.keyboard.press('Tab');
  return frame.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    const outline = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
    return outline >= 2 ? [] : [`${outline} px around ${document.activeElement.outerHTML.slice(0, 120)}`];
  });
}

/** Narrow windows that the page, or its dialog, is wider than. */
async function tooWide(page, frame) {
  const wide = [];
  for (const [width, height] of narrow) {
    await page.setViewportSize({ width, height });
    const beyond = await frame.evaluate(() => {
      const excess = (it) => it.scrollWidth - it.clientWidth;
      return Math.max(...[document.documentElement, ...document.querySelectorAll('dialog[open]')].map(excess));
    });
    if (beyond > 0) wide.push(`${beyond} px too wide at ${width} px`);
  }
  return wide;
}

/** Looks at every view in a language. A test file looks at one language, so that each stays short. */
export function lookAtEveryView(lang) {
  // Each profile is by itself: while one waits for its page, another is looked at.
  suite('every view is clean for axe in every colour, named, and no wider than the window', { concurrency: 2 }, () => {
    for (const [name, view] of Object.entries(views)) {
      test(`${name}, ${lang}`, async (t) => {
        const reached = await reachView(await freshProfile(t), view, lang);
        assert.deepEqual(await faultsOf(reached, view), {});
        if (!view.stopped) assert.deepEqual(reached.record.errors, []);
      });
    }
  });
}
