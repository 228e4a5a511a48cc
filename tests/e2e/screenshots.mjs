// Pictures of the page's states, wide and narrow, light and dark: `cargo xtask screenshots [FOLDER]`.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, desktop, freshProfile, open, phone, site } from './harness.mjs';
import { billLine, button, countOf, examples, importScenario, loadExample, openPart, openRules, region, ruleEntry, rulebook, share, stepUps } from './seatwise.mjs';

const folder = process.argv[2] ?? 'target/screenshots';

const states = {
  start: async () => {},
  examples: async (page) => button(page, 'Examples').click(),
  example: async (page) => loadExample(page, examples.fieldService),
  reason: async (page) => {
    await loadExample(page, examples.fieldService);
    await billLine(page, /ESS/).click();
  },
  shifts: async (page) => loadExample(page, examples.callCentre),
  office: async (page) => loadExample(page, examples.mixedOffice),
  insights: async (page) => {
    await loadExample(page, examples.mixedOffice);
    for (const summary of ['Check it by hand', 'licensed another way']) {
      await page.locator('summary', { hasText: summary }).click();
    }
    await region(page, 'Break-even').getByRole('combobox').selectOption({ label: 'Count of Dealers' });
  },
  windows: async (page) => {
    await loadExample(page, examples.windowsPartners);
    await region(page, 'Break-even').getByRole('combobox').selectOption({ label: 'Count of Partners' });
  },
  owned: async (page) => {
    await importScenario(page, stepUps);
    await billLine(page, /Sales User CAL/).first().waitFor();
  },
  'stepped-up': async (page) => {
    await importScenario(page, stepUps);
    await button(page, /Enterprise Agreement then/).click();
    await billLine(page, /Step-up/).first().click();
  },
  rules: async (page) => {
    const rules = await openRules(page);
    await rulebook(page).selectOption({ label: 'Dynamics 365 (on-premises) · Apr 2018' });
    await openPart(rules, 'Programmes');
    await ruleEntry(rules, 'Enterprise Agreement').getByText('5 clauses').click();
  },
  activities: async (page) => {
    await loadExample(page, examples.mixedOffice);
    await page.getByRole('button', { name: /^To do what/ }).nth(1).click();
  },
  aside: async (page) => {
    await countOf(page, 'Field technicians').fill('900');
    await loadExample(page, examples.mixedOffice);
    await button(page, 'Examples').click();
  },
  family: async (page) => rulebook(page).selectOption({ index: await rulebook(page).locator('option').count() - 1 }),
  online: async (page) => rulebook(page).selectOption({ label: 'Dynamics 365 online (2024) · Oct 2024' }),
  share: async (page) => {
    await loadExample(page, examples.fieldService);
    await share(page);
  },
  mangled: async (page) => {
    await loadExample(page, examples.fieldService);
    await page.evaluate(() => { location.hash = '#s=1.broken'; });
    await page.getByRole('alert').first().waitFor();
  },
  panic: async (page) => {
    await page.goto(`${site}?panic=test`);
    await page.getByRole('alertdialog').waitFor();
  },
};

mkdirSync(folder, { recursive: true });
let failed = 0;
for (const [state, reach] of Object.entries(states)) {
  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of [desktop, phone]) {
      await take(state, reach, { colorScheme, viewport });
    }
  }
}
await closeBrowser();
process.exitCode = failed > 0 ? 1 : 0;

/** A state that cannot be reached is photographed as far as it got, and named. */
async function take(state, reach, options) {
  const name = `${state}-${options.viewport.width}-${options.colorScheme}.png`;
  const end = [];
  const context = await freshProfile({ after: (work) => end.push(work) }, options);
  context.setDefaultTimeout(4_000);
  try {
    const { page } = await open(context);
    await reach(page).catch((error) => {
      failed += 1;
      console.error(`${name} shows how far it got: ${error.message.split('\n')[0]}`);
    });
    await page.evaluate(() => document.fonts.ready);
    if (options.viewport === phone) await makeRoom(page);
    await page.screenshot({ path: join(folder, name) });
    console.log(join(folder, name));
  } finally {
    for (const work of end) await work();
  }
}

/** A phone as long as the page: what is pinned to the bottom stays there. */
async function makeRoom(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: phone.width, height: Math.max(height, phone.height) });
}
