// The page in its own words: what a visitor sees and does, by accessible names only (design.md, section 11).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const examples = {
  fieldService: 'Field service with a customer portal',
  callCentre: 'Call centre in shifts',
  mixedOffice: 'Mixed office',
  windowsPartners: 'Partners on Windows servers',
};

/** Sellers, and Team Members CALs under Software Assurance of which nobody said how they were bought. */
export const stepUps = {
  format: 1,
  title: 'Sellers who were Team Members',
  rulebook: 'd365-onprem-2018',
  organisation: {
    people: [
      { id: 'sellers', name: 'Sellers', count: 50, relationship: 'employee' },
      { id: 'desk', name: 'Service desk', count: 30, relationship: 'employee' },
    ],
    servers: [{ id: 'crm', name: 'CRM server', count: 1 }],
    uses: [
      { people: 'sellers', access: 'client', activities: ['opportunity.write'] },
      { people: 'desk', access: 'client', activities: ['case.write'] },
    ],
  },
  owned: [
    { licence: 'd365-onprem-2018/cal-team-user', quantity: 30, softwareAssurance: true },
    { licence: 'd365-onprem-2018/cal-service-device', quantity: 10, softwareAssurance: true },
  ],
};

/** Fifty people who need no more than an ESS CAL each, and thirty owned full CALs. */
export const ownedFullCals = {
  format: 1,
  title: 'Thirty owned full CALs',
  rulebook: 'crm-2011',
  organisation: {
    people: [{ id: 'staff', name: 'Staff', count: 50, relationship: 'employee' }],
    uses: [{ people: 'staff', access: 'portal', activities: ['case.write'] }],
  },
  owned: [{ licence: 'crm-2011/cal-full-user', quantity: 30 }],
};

/** Ninety sellers on thirty consoles, whose licences are under Software Assurance, with prices of every way. */
export const consoles = {
  format: 1,
  title: 'Thirty consoles, ninety sellers',
  rulebook: 'd365-onprem-2018',
  organisation: {
    people: [{ id: 'sellers', name: 'Sellers', count: 90, relationship: 'employee' }],
    devices: [{ id: 'consoles', name: 'Consoles', count: 30 }],
    uses: [{ people: 'sellers', access: 'client', activities: ['opportunity.write', 'catalogue.manage'], from: { devices: 'consoles' } }],
  },
  owned: [{ licence: 'd365-onprem-2018/cal-sales-device', quantity: 30, softwareAssurance: true, programme: 'ea' }],
  prices: {
    currency: 'USD',
    set: {
      'd365-onprem-2018/cal-sales-user': '1200', 'd365-online-2026/sales-base': '100', 'd365-online-2026/sales-from-sa': '60',
    },
  },
  plan: { years: 3, from: '2027-01-01' },
};

export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const region = (page, name) => page.getByRole('region', { name, exact: true });
export const total = (page) => page.getByRole('status', { name: 'Total', exact: true });
export const countOf = (page, group) => page.getByRole('textbox', { name: `Count of ${group}`, exact: true });
export const billLines = (page) => region(page, 'Licences').locator('button[aria-expanded]:not([aria-haspopup])');
export const billLine = (page, name) => region(page, 'Licences').getByRole('button', { name }).and(billLines(page));

/** An entry of the menu that a button opens, whether the page makes it a menu item or a plain button. */
export const entry = (page, name) =>
  page.getByRole('menuitem', { name }).or(page.getByRole('button', { name })).first();

export async function loadExample(page, name) {
  const before = await total(page).textContent().catch(() => null);
  await button(page, 'Examples').click();
  await entry(page, name).click();
  await billLines(page).first().waitFor();
  return before;
}

/** The bill as a visitor reads it: its lines, then the total. */
export async function bill(page) {
  const lines = await billLines(page).evaluateAll((found) => found.map((line) => line.innerText.replace(/\s+/g, ' ')));
  return { lines, total: (await total(page).innerText()).trim() };
}

/** Waits until the total reads like this. */
export async function totalReads(page, expected) {
  await eventually(async () => assert.match(await total(page).innerText(), expected));
}

/** Opens the share dialog and returns it with the link in it. */
export async function share(page) {
  await button(page, 'Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const box = dialog.getByRole('textbox', { name: 'Link' });
  await box.waitFor();
  return { dialog, link: await box.inputValue() };
}

/** Takes a scenario in as a file: a value, or the text of a file that is none. */
export async function importScenario(page, scenario) {
  await button(page, 'Import').click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const text = typeof scenario === 'string' ? scenario : JSON.stringify(scenario);
  const file = { name: 'scenario.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await dialog.locator('input[type=file]').setInputFiles(file);
  return dialog;
}

/** The reason that a bill line has opened. */
export async function openReason(page, line) {
  assert.equal(await line.getAttribute('aria-expanded'), 'false');
  await line.click();
  return openedBy(page, line);
}

export async function openedBy(page, line) {
  await eventually(async () => assert.equal(await line.getAttribute('aria-expanded'), 'true'));
  const id = await line.getAttribute('aria-controls');
  assert.ok(id, 'a bill line names what it opens by aria-controls');
  return page.locator(`[id="${id}"]`);
}

/** Has the user analysis count one user of an export. */
export async function countUsers(page) {
  const users = 'Display name,User principal name,Licenses\nAnn,ann@contoso.example,DYN365_ENTERPRISE_SALES\n';
  const analysis = region(page, 'User analysis');
  await button(analysis, 'Analyse users').click();
  await analysis.locator('input[type=file]').setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(users) });
  await button(analysis, 'Count users').click();
  await analysis.getByText(/1 user, counted in/).waitFor();
}

/** Saves the spreadsheet, and looks whether it is one. */
export async function saveSpreadsheet(page) {
  await button(page, 'Export').click();
  const [download] = await Promise.all([page.waitForEvent('download'), entry(page, /^Spreadsheet/).click()]);
  const bytes = await readFile(await download.path());
  assert.equal(bytes.subarray(0, 2).toString(), 'PK', 'a spreadsheet is a ZIP file');
}

/** The list of rulebooks. */
export const rulebook = (page) => page.getByRole('combobox', { name: 'Rules', exact: true });

/** Opens the rulebook from the header, and returns its card; the focus is there. */
export async function openRules(page) {
  await button(page, 'Rules and sources').click();
  const rules = region(page, 'Rules and sources');
  await rules.locator('.entry').first().waitFor({ state: 'attached' });
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'rules'));
  return rules;
}

/** Opens a part of the rulebook by its heading, however many entries it has. */
export const openPart = (rules, heading) => rules.getByText(new RegExp(`^${heading} \u00b7 \\d+$`)).click();

/** An entry of the rulebook by its title. */
export const ruleEntry = (rules, title) => rules.locator('.entry').filter({
  has: rules.page().locator('.headline').getByText(title, { exact: true }),
});

/** Tries an assertion until it holds, for two seconds. */
export async function eventually(assertion, patience = 2_000) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((later) => setTimeout(later, 25));
    }
  }
}

/** What axe objects to, short enough to read: by every rule up to WCAG 2.2 AA and its best practices, or by some. */
export async function violations(page, rules) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations: found } = await window.axe.run(document, { runOnly: only ?? tags });
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`));
  }, rules);
}
