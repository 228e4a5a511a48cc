// What a keystroke costs: the page's own script, apart from the browser's layout and paint.

import { open } from '../e2e/harness.mjs';
import { countOf, importScenario, total } from '../e2e/seatwise.mjs';
import { inProfile } from './profile.mjs';
import { quantile } from './quantile.mjs';
import { scenarioOf } from './scenario.mjs';

const measured = new Map();

/** `{ script, rest, whole }` of a key in an organisation of so many groups, the 95th percentile of each in milliseconds. */
export function keystroke(groups) {
  if (!measured.has(groups)) measured.set(groups, inOrganisation(groups));
  return measured.get(groups);
}

async function inOrganisation(groups) {
  return inProfile(async (context) => {
    const { page } = await open(context);
    const scenario = scenarioOf(groups);
    await importScenario(page, scenario);
    await countOf(page, teamOnOwnDevices(scenario)).focus();
    const before = await total(page).innerText();
    const samples = await typed(page);
    if (await total(page).innerText() === before) throw new Error('the total did not follow the keys');
    return samples;
  });
}

/** A group that shared devices cannot cover, so that the bill hangs on its count. */
function teamOnOwnDevices({ organisation: { people, uses } }) {
  const { people: id } = uses.find(({ from }) => from?.own);
  return people.find((group) => group.id === id).name;
}

/** What the browser alone needs: the part of the whole that is not ours. */
export async function idleKeystroke() {
  return inProfile(async (context) => {
    const page = await context.newPage();
    await page.setContent('<input aria-label="Field">');
    await page.getByRole('textbox').focus();
    return typed(page);
  });
}

/**
 * Types digits. Script is what runs between the first listener of a key's `input` event, ours, and the last, ours again:
 * the page's listener, and all that it leaves to be done before the next one is called (its rendering is a microtask).
 * The whole is from the key going down to the frame that shows what it did. The browser is started without a frame rate
 * limit (bench.mjs): the figure is the work, not the wait for the next tick of a 60 Hz screen.
 */
async function typed(page) {
  await page.evaluate(() => {
    window.samples = [];
    let down = 0;
    let script = 0;
    addEventListener('keydown', ({ key }) => {
      if (!/^\d$/.test(key)) return;
      down = performance.now();
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        const whole = performance.now() - down;
        window.samples.push({ script, rest: whole - script, whole });
      };
      requestAnimationFrame(() => painted.port2.postMessage(null));
    }, { capture: true });
    addEventListener('input', () => { script = -performance.now(); }, { capture: true });
    addEventListener('input', () => { script += performance.now(); });
  });
  for (let n = 0; n < 160; n += 1) {
    // After three digits all is selected, so that the next begins a new number.
    await page.keyboard.press(n % 4 === 3 ? 'Control+a' : String(1 + (n % 9)));
    await page.waitForTimeout(5);
  }
  const samples = await page.evaluate(() => window.samples);
  const high = (part) => quantile(samples.map((sample) => sample[part]), 0.95);
  return { script: high('script'), rest: high('rest'), whole: high('whole') };
}
