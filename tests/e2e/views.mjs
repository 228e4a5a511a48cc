// Every view of the page, each reached from a fresh visit and in every language: the tests and the pictures share the table.

import { readdirSync, readFileSync } from 'node:fs';
import { open, site, usable } from './harness.mjs';
import { button, consoles, ownedFullCals, stepUps } from './seatwise.mjs';

/** Plain messages of a language, by their names; what has more than one form or line is not among them. */
export function words(lang) {
  const folder = new URL(`../../web/words/${lang}/`, import.meta.url);
  const text = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  return Object.fromEntries(Array.from(text.matchAll(/^([a-z][a-z0-9-]*) = (.+)$/gm), ([, name, message]) => [name, message]));
}

/**
 * Opens the page in a profile and reaches a view of it. Returns the page with its record, and the frame of the view: that
 * of the page itself where the view is in no other one.
 */
export async function reachView(context, { reach, framed = false }, lang) {
  // What a service worker fetches behind the page takes time from what is looked at.
  await context.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  const visit = await open(context, `${site}?lang=${lang}`);
  await reach(visit.page, words(lang));
  return { ...visit, frame: framed ? visit.page.frames()[1] : visit.page.mainFrame() };
}

/** Sixty departments, of which the last uses nothing. */
export const sixtyGroups = {
  format: 1,
  title: 'Sixty departments',
  rulebook: 'crm-2011',
  organisation: {
    people: numbered(60, (id) => ({ id: `p${id}`, name: `Department ${id}`, count: 10, relationship: 'employee' })),
    servers: [{ id: 's', name: 'CRM server', count: 1 }],
    uses: numbered(59, (id) => ({ people: `p${id}`, access: 'client', activities: ['case.write'] })),
  },
};

/** People of every verdict: no licence at all, texts that disagree, a way in that is not to be had, and too many for a server. */
const doubts = {
  format: 1,
  title: 'What cannot be licensed, and what is in doubt',
  rulebook: 'crm-2011',
  organisation: {
    people: [
      { id: 'staff', name: 'Staff', count: 30, relationship: 'employee' },
      { id: 'visitors', name: 'Visitors', count: 500, relationship: 'anonymous' },
      { id: 'hosted', name: 'Hosted customers', count: 80, relationship: 'hosted-customer' },
      { id: 'idle', name: 'Guests', count: 10, relationship: 'customer' },
    ],
    servers: [{ id: 'small', name: 'Small server', count: 1, edition: 'workgroup' }, { id: 'large', name: 'Large server', count: 1 }],
    uses: [
      { people: 'staff', access: 'client', activities: ['case.write'], servers: ['small'] },
      { people: 'staff', access: 'rekey', activities: ['records.read'] },
      { people: 'visitors', access: 'client', activities: ['records.read'], servers: ['large'] },
      { people: 'visitors', access: 'web-form', activities: ['contact.write'], servers: ['large'] },
      { people: 'hosted', access: 'portal', activities: ['case.own'] },
    ],
  },
};

function numbered(count, make) {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

const userExport = [
  'Block credential;Display name;Licenses;Object Id;User principal name',
  'False;Erika Muster;Dynamics 365 Team Members+Microsoft 365 E3;1;erika@contoso.example',
  'False;Otto;Dynamics 365 Sales Enterprise Edition;2;otto@contoso.example',
  'False;Sven;DYN365_ENTERPRISE_SALES;3;sven@contoso.example',
  'True;Gone;DYN365_ENTERPRISE_SALES;4;gone@contoso.example',
  'False;Cut;x',
].join('\r\n');
const roleExport = [
  'systemuserid,domainname,isdisabled,accessmode,roles',
  '1,erika@contoso.example,No,0,Salesperson',
  '2,sven@contoso.example,No,0,"Salesperson, System Administrator"',
].join('\n');

const first = (page, selector) => page.locator(selector).first();
const press = (page, selector) => first(page, selector).click();
const appears = (page, selector) => first(page, selector).waitFor();
const vanishes = (page, selector) => page.locator(selector).waitFor({ state: 'detached' });
const panel = '[popover]:popover-open';

/** Opens a list by its button, and returns once it is there. */
async function openList(page, opener) {
  await press(page, opener);
  await appears(page, panel);
}

/** Opens a list of the bar at the top and picks an entry by its index. */
async function pick(page, list, index) {
  await openList(page, `#${list}-opens`);
  await page.locator(`#${list} .choice`).nth(index).click();
}

/** Opens a dialog by what is pressed. */
async function dialog(page, pressed) {
  await pressed.click();
  await appears(page, 'dialog[open]');
  return first(page, 'dialog[open]');
}

async function closeDialog(page) {
  await page.keyboard.press('Escape');
  await vanishes(page, 'dialog');
}

const unfold = (page, part) => press(page, `${part} > summary`);

/** Opens every part within an element that is in sight, the outer ones first. */
async function unfoldAll(page, part) {
  const closed = page.locator(`${part} details:not([open]) > summary:visible`);
  while (await closed.count() > 0) await closed.first().click();
}

const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** Hands a text over in the dialog that imports. */
async function importText(page, texts, text) {
  const opened = await dialog(page, button(page, texts.import));
  await opened.locator('input[type=file]').setInputFiles(file('import.txt', text));
}

async function importScenario(page, texts, scenario) {
  await importText(page, texts, JSON.stringify(scenario));
  await vanishes(page, 'dialog');
  await appears(page, '.lines > .line');
}

/** Opens an example by its index in the list; the page then no longer welcomes. */
async function example(page, index) {
  await pick(page, 'examples', index);
  await vanishes(page, '.welcome');
  await appears(page, '.lines > .line');
}

const examples = { callCentre: 1, mixedOffice: 2, windowsPartners: 3, blank: 4 };

async function blank(page) {
  await pick(page, 'examples', examples.blank);
  await vanishes(page, '.lines > .line');
}

async function nameFirstGroup(page) {
  await blank(page);
  await first(page, '.row .name').fill('Agents');
  await first(page, '.row .count').fill('95');
  await appears(page, '.idle');
}

/** Chooses a rulebook by words that its name has in every language. */
async function chooseRulebook(page, name) {
  const list = page.locator('.bar-top .rules select');
  const index = await list.evaluate((select, part) => [...select.options].findIndex(({ text }) => text.includes(part)), name);
  await list.selectOption({ index });
}

async function openRules(page, texts) {
  await button(page, texts['rules-and-sources']).click();
  await appears(page, '.book');
}

/** Opens a part of the rulebook by the name of its heading. */
async function openPart(page, texts, heading) {
  await openRules(page, texts);
  await page.locator('.book > details > summary').filter({ hasText: texts[heading] }).click();
}

async function breakEven(page, index) {
  await page.locator('#break-even select').selectOption({ index });
  await appears(page, '#break-even [role=img]');
}

async function openYears(page) {
  await press(page, '#years summary');
  await appears(page, '.ways-table');
}

async function help(page, index) {
  await pick(page, 'help', index);
  await appears(page, 'dialog[open]');
}

const prices = (page) => dialog(page, first(page, '.small-print .link'));

async function saveCopy(page, texts, title, count) {
  await page.locator('#title').fill(title);
  await page.locator('.row .count').nth(1).fill(count);
  const saved = await dialog(page, button(page, texts['saved-list']));
  await saved.getByRole('button', { name: texts['save-copy'] }).click();
  return saved;
}

/** Three saved scenarios, and the dialog with all of them open. */
async function saveThree(page, texts) {
  for (const [title, count] of [['Small', '100'], ['Medium', '400']]) {
    await saveCopy(page, texts, title, count);
    await closeDialog(page);
  }
  const saved = await saveCopy(page, texts, 'Large', '900');
  await saved.locator('tbody:last-child tr').nth(2).waitFor();
  return saved;
}

/** Ticks the present page and two saved scenarios, and opens the rows that are the same in all. */
async function setSideBySide(page, texts) {
  const saved = await saveThree(page, texts);
  // The one between them is the copy of the present page.
  for (const index of [0, 2, 3]) await saved.locator('input[type=checkbox]').nth(index).check();
  await appears(page, '.side-by-side table');
  await unfoldAll(page, '.side-by-side');
}

/** Pastes cells of a spreadsheet into the name of a new group. */
async function paste(page, text) {
  await first(page, '.empty-row .name').evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.focus();
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await appears(page, 'dialog[open]');
}

/** The answers of the interview, each to the question at its index. */
const answers = [
  (questions) => questions.getByRole('button', { name: /^Dynamics CRM 2011/ }).click(),
  (questions, texts) => questions.getByRole('textbox', { name: texts['staff-count'], exact: true }).fill('215'),
  (questions) => questions.getByRole('checkbox').first().check(),
  async (questions, texts) => {
    await questions.getByRole('textbox', { name: texts['shift-count'], exact: true }).fill('95');
    await questions.getByRole('textbox', { name: texts['shared-count'], exact: true }).fill('40');
  },
  (questions, texts) => questions.getByRole('textbox', { name: texts['outside-count'], exact: true }).fill('600'),
  (questions, texts) => questions.getByRole('textbox', { name: texts['server-count'], exact: true }).fill('2'),
];

/** The interview at the question of this index, which is answered and not yet left. */
function interview(last) {
  return async (page, texts) => {
    const questions = await dialog(page, button(page, texts['door-interview']));
    for (let index = 0; index <= last; index += 1) {
      await answers[index](questions, texts);
      if (index < last) await questions.getByRole('button', { name: texts['next-question'], exact: true }).click();
    }
  };
}

async function analyse(page, ...files) {
  await press(page, '#user-analysis button');
  await page.locator('#user-analysis input[type=file]').setInputFiles(files);
  await appears(page, '#user-analysis .files');
}

async function countUsers(page, texts) {
  await analyse(page, file('users.csv', userExport), file('roles.csv', roleExport));
  await button(page, texts['users-count']).click();
  await appears(page, '#user-analysis .analysis');
}

/** A page of a partner with the calculator in a frame, as the embed script puts it there. */
function frame(attributes) {
  return async (page) => {
    const lang = new URL(page.url()).searchParams.get('lang');
    const script = `<script async src="./embed/v1.js" data-seatwise data-lang="${lang}" ${attributes}></script>`;
    await page.route('**/around.html', (route) => route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
        <title>Contoso</title><link rel="icon" href="data:,"><main><h1>Contoso</h1>${script}</main>`,
    }));
    await page.goto(new URL('around.html', site).href);
    const content = page.locator('iframe').contentFrame();
    await content.locator('[data-seatwise-ready]').waitFor({ state: 'attached' });
    await content.locator('[data-seatwise-whole]').waitFor({ state: 'attached' });
  };
}

/** Loads the page again with its module held back, or without it. */
async function loadAgain(page, module, answer) {
  await page.route(module, answer);
  await page.reload({ waitUntil: 'commit' });
}

const never = () => new Promise(() => {});

/**
 * The views by their names, in the order of the page. `reach` goes there from a fresh visit with the words of its language;
 * `part` is what a picture of the view has to show, what the window shows otherwise; `framed` says that the view is in a
 * frame, `printed` that it is on paper, `stopped` that the program complains in it, or does not run, and `unbegun` that
 * there is no page yet.
 */
export const views = {
  // ---- the page as a whole
  'first-screen': { reach: async () => {} },
  starting: {
    reach: async (page) => {
      await loadAgain(page, /seatwise-[0-9a-f]+_bg\.wasm/, never);
      await appears(page, '#boot-message');
    },
    stopped: true,
    unbegun: true,
  },
  'not-started': {
    reach: async (page) => {
      await loadAgain(page, /seatwise-[0-9a-f]+_bg\.wasm/, (route) => route.abort());
      await appears(page, '#boot-message[role=alert]');
    },
    stopped: true,
    unbegun: true,
  },
  'part-is-coming': {
    reach: async (page, texts) => {
      await loadAgain(page, /seatwise-later-[0-9a-f]+_bg\.wasm/, never);
      await usable(page);
      await button(page, texts.share).click();
      await appears(page, '.dialogs .boot');
    },
  },
  stopped: {
    reach: async (page) => {
      await page.goto(`${page.url()}&panic=test`);
      await appears(page, '[role=alertdialog]');
    },
    stopped: true,
  },
  blank: { reach: blank, part: 'body' },
  'blank-with-a-group': { reach: nameFirstGroup, part: 'body' },
  'example-field-service': {
    reach: async (page) => {
      await press(page, '.welcome > button');
      await vanishes(page, '.welcome');
    },
    part: 'body',
  },
  'example-call-centre': { reach: (page) => example(page, examples.callCentre), part: 'body' },
  'example-with-a-question': {
    reach: async (page) => {
      await example(page, examples.mixedOffice);
      await appears(page, '.open-question');
    },
    part: 'body',
  },
  'example-windows': { reach: (page) => example(page, examples.windowsPartners), part: 'body' },
  'sixty-groups': { reach: (page, texts) => importScenario(page, texts, sixtyGroups), part: 'body' },
  'online-product': { reach: (page) => chooseRulebook(page, 'online (2024)'), part: 'body' },

  // ---- notices
  'notice-set-aside': {
    reach: async (page) => {
      await page.locator('#title').fill('Mine');
      await example(page, examples.callCentre);
      await appears(page, '.notice');
    },
  },
  'notice-removed': {
    reach: async (page) => {
      await openList(page, '.row .more');
      await page.locator(`${panel} .choice`).last().click();
      await appears(page, '.notice');
    },
  },
  'notice-bad-link': {
    reach: async (page) => {
      await page.evaluate(() => { location.hash = '#s=1.broken'; });
      await appears(page, '.notice.bad');
    },
  },
  'notice-then-and-now': {
    reach: async (page) => {
      // A link of what is on the page already would change nothing.
      await example(page, examples.callCentre);
      const link = readFileSync(new URL('../links/then.txt', import.meta.url), 'utf8').trim();
      await page.evaluate((fragment) => { location.hash = fragment; }, link);
      await appears(page, '.notice-details');
      await unfold(page, '.notice-details details');
    },
  },
  'notice-new-version': {
    reach: async (page) => {
      await page.evaluate(() => dispatchEvent(new CustomEvent('seatwise-new-version')));
      await appears(page, '.notice');
    },
  },
  'notice-not-saved': {
    reach: async (page) => {
      await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
      await first(page, '.row .count').fill('900');
      await appears(page, '.notice');
    },
  },

  // ---- the organisation
  'note-of-a-group': {
    reach: async (page) => {
      await openList(page, '.row .more');
      await page.locator(`${panel} .choice`).nth(-2).click();
      await first(page, '.group-note').fill('from May on');
    },
    part: '.group-note',
  },
  'wrong-number': {
    reach: async (page) => {
      await first(page, '.row .count').fill('-5');
      await appears(page, '.figure-error:not(:empty)');
    },
    part: '.row .count',
  },
  'reason-of-a-use': {
    reach: async (page) => {
      await press(page, '.use .says .flag');
      await appears(page, '.use .why');
    },
    part: '.use .why',
  },
  'verdicts-and-warnings': { reach: (page, texts) => importScenario(page, texts, doubts), part: 'body' },
  'owned-licences': {
    reach: async (page) => {
      for (let row = 0; row < 2; row += 1) await press(page, '#add-owned');
      await page.locator('.rows.owned select').nth(1).selectOption({ index: 1 });
    },
    part: '.rows.owned',
  },
  'owned-with-a-question': {
    reach: async (page, texts) => {
      await importScenario(page, texts, stepUps);
      await appears(page, '.open-question .answer-btn');
    },
    part: '.open-question',
  },
  'owned-stepped-up': {
    reach: async (page, texts) => {
      await importScenario(page, texts, stepUps);
      await page.locator('.open-question').getByRole('button', { name: /^Open Value/ }).click();
      await page.locator('.line > button').filter({ hasText: 'Step-up' }).first().click();
      await unfoldAll(page, '.line .why');
    },
    part: '.line.open',
  },
  'owned-against-needed': { reach: (page, texts) => importScenario(page, texts, ownedFullCals), part: '.needed' },

  // ---- lists
  'list-of-examples': { reach: (page) => openList(page, '#examples-opens') },
  'list-of-exports': { reach: (page) => openList(page, '#export-opens') },
  'list-of-helps': { reach: (page) => openList(page, '#help-opens') },
  'list-of-people': { reach: (page) => openList(page, '.use [id$=-who-opens]') },
  'list-of-ways-in': { reach: (page) => openList(page, '.use [id$=-how-opens]') },
  'list-of-roles': { reach: (page) => openList(page, '.use [id$=-what-opens]') },
  'list-of-activities': {
    reach: async (page) => {
      await openList(page, '.use [id$=-what-opens]');
      if (!await page.locator('.exactly[open]').count()) await unfold(page, '.exactly');
    },
  },
  'list-of-devices': {
    reach: async (page) => {
      await example(page, examples.callCentre);
      await openList(page, '.use [id$=-whence-opens]');
      await page.locator('.pool-name input').fill('North');
      await page.locator('.pool-count input').fill('14');
      await press(page, '.new-pool button');
      await page.locator('.pools input').nth(1).waitFor();
    },
  },
  'list-of-servers': { reach: (page) => openList(page, '.use [id$=-on-opens]') },
  'menu-of-a-group': { reach: (page) => openList(page, '.row .more') },
  'menu-of-a-use': { reach: (page) => openList(page, '.use .more') },
  'question-of-a-group': {
    reach: async (page) => {
      await example(page, examples.mixedOffice);
      await openList(page, '[id^=ask-][id$=-opens]');
    },
  },
  'word-of-a-card': { reach: (page) => openList(page, '.answer .words-here .term') },
  'word-of-a-reason': {
    reach: async (page) => {
      await press(page, '.line > button');
      await openList(page, '.line .why .term');
    },
  },

  // ---- the bill and its proof
  reason: {
    reach: async (page) => {
      await press(page, '.line > button');
      await appears(page, '.line .why');
    },
    part: '.line.open',
  },
  'reason-with-sources': {
    reach: async (page) => {
      await press(page, '.line > button');
      await unfoldAll(page, '.line .why');
    },
    part: '.line.open',
  },
  'how-sure': {
    reach: async (page) => {
      await example(page, examples.mixedOffice);
      await unfold(page, '.how-sure');
      await appears(page, '.how-sure li');
    },
    part: '.how-sure',
  },
  proof: {
    reach: async (page) => {
      await unfold(page, '#proof details');
      await appears(page, '#proof table');
    },
    part: '#proof',
  },

  // ---- the cards below
  comparison: {
    reach: async (page) => {
      await example(page, examples.mixedOffice);
      for (const part of ['.tail', '.forced']) await unfold(page, `#comparison ${part}`);
      await appears(page, '.forced tbody tr');
    },
    part: '#comparison',
  },
  generations: {
    reach: async (page) => {
      await example(page, examples.mixedOffice);
      await unfold(page, '.generations');
      await appears(page, '.generations tbody tr');
      await unfoldAll(page, '.generations');
    },
    part: '.generations',
  },
  'break-even-of-a-count': {
    reach: async (page) => {
      await breakEven(page, 1);
      await unfold(page, '#break-even .tail');
    },
    part: '#break-even',
  },
  'break-even-of-a-price': {
    reach: async (page) => breakEven(page, await page.locator('#break-even option').count() - 1),
    part: '#break-even',
  },
  'break-even-on-windows': {
    reach: async (page) => {
      await example(page, examples.windowsPartners);
      await breakEven(page, 2);
    },
    part: '#break-even',
  },
  years: { reach: openYears, part: '#years' },
  'years-bought-with-assurance': {
    reach: async (page, texts) => {
      await openYears(page);
      await page.getByRole('checkbox', { name: texts['new-assured'] }).check();
      await page.locator('#years .plan input.count').first().fill('25');
      await unfoldAll(page, '#years');
    },
    part: '#years',
  },
  'years-of-every-way': {
    reach: async (page, texts) => {
      await importScenario(page, texts, consoles);
      await openYears(page);
    },
    part: '#years',
  },
  'user-analysis-of-no-files': {
    reach: async (page) => {
      await press(page, '#user-analysis button');
      await page.locator('#user-analysis input[type=file]').waitFor({ state: 'attached' });
    },
    part: '#user-analysis',
  },
  'user-analysis-of-files': {
    reach: (page) => analyse(page, file('users.csv', userExport), file('roles.csv', roleExport)),
    part: '#user-analysis',
  },
  'user-analysis-of-a-wrong-file': {
    reach: (page) => analyse(page, file('odd.csv', 'Wer,Was\nanna,CRMSTANDARD\n')),
    part: '#user-analysis',
  },
  'user-analysis-counted': { reach: countUsers, part: '#user-analysis' },
  'user-analysis-in-detail': {
    reach: async (page, texts) => {
      await countUsers(page, texts);
      await button(page, texts['users-show-all']).click();
      await appears(page, '.virtual tbody tr');
      await unfoldAll(page, '#user-analysis');
    },
    part: '#user-analysis',
  },
  rules: { reach: openRules, part: '.rulebook' },
  'rules-with-an-entry': {
    reach: async (page, texts) => {
      await openRules(page, texts);
      await unfold(page, '.book > details');
      await press(page, '.entry summary:visible');
    },
    part: '.rulebook',
  },
  'rules-of-programmes': {
    reach: async (page, texts) => {
      await chooseRulebook(page, '365 (on-premises)');
      await openPart(page, texts, 'programmes');
    },
    part: '.rulebook',
  },
  'rules-by-document': {
    reach: async (page, texts) => {
      await openPart(page, texts, 'clauses-by-document');
      await press(page, '.entry summary:visible');
    },
    part: '.rulebook',
  },
  'rules-found': {
    reach: async (page, texts) => {
      await openRules(page, texts);
      await page.locator('#find-rules').fill('workgroup');
      await appears(page, '.entry');
    },
    part: '.rulebook',
  },

  // ---- dialogs
  new: { reach: (page, texts) => dialog(page, button(page, texts['begin-anew'])) },
  'interview-product': { reach: interview(0) },
  'interview-staff': { reach: interview(1) },
  'interview-work': { reach: interview(2) },
  'interview-shifts': { reach: interview(3) },
  'interview-outside': { reach: interview(4) },
  'interview-servers': { reach: interview(5) },
  'another-kind-of-product': {
    reach: async (page) => {
      await chooseRulebook(page, 'Windows Server 2008');
      await appears(page, 'dialog[open]');
    },
  },
  import: { reach: (page, texts) => dialog(page, button(page, texts.import)) },
  'import-refused': {
    reach: async (page, texts) => {
      await importText(page, texts, '{ "format": 1, "rule');
      await appears(page, 'dialog .note.bad');
    },
  },
  'rows-of-people': { reach: (page) => paste(page, 'Warehouse\t40\r\nDrivers\t1250\tpartners\r\nInterns\tabout 8\r\n') },
  'rows-of-owned': {
    reach: async (page, texts) => {
      await importText(page, texts, 'Licence,Count,Software Assurance\nExternal Connector,2,yes\nNo such CAL,5,no\n');
      await appears(page, '.rows-preview');
    },
  },
  saved: { reach: saveThree },
  'saved-nothing': { reach: (page, texts) => dialog(page, button(page, texts['saved-list'])) },
  'saved-deleted': {
    reach: async (page, texts) => {
      const saved = await saveCopy(page, texts, 'Small', '100');
      await saved.locator('.acts button').last().click();
      await appears(page, '.saved-news button');
    },
  },
  'side-by-side': { reach: setSideBySide, part: '.side-by-side' },
  prices: { reach: prices },
  'prices-of-several-products': {
    reach: async (page, texts) => {
      await importScenario(page, texts, consoles);
      await prices(page);
    },
  },
  'prices-taken-in': {
    reach: async (page) => {
      const opened = await prices(page);
      await opened.locator('input[type=file]').setInputFiles(file('prices.csv', 'External Connector;19000\n'));
      await appears(page, 'dialog [role=status]:visible');
      await opened.locator('.keep input').fill('Reseller');
      await press(page, '.keep button');
      await appears(page, '.kept');
    },
  },
  'prices-refused': {
    reach: async (page) => {
      const opened = await prices(page);
      await opened.locator('input[type=file]').setInputFiles(file('prices.csv', 'External Connector;19000\nNo such CAL;2\n'));
      await appears(page, 'dialog .note.bad');
    },
  },
  share: { reach: (page, texts) => dialog(page, button(page, texts.share)) },
  'share-without-own-prices': {
    reach: async (page, texts) => {
      const opened = await prices(page);
      await opened.locator('.discount input').fill('10');
      await closeDialog(page);
      await dialog(page, button(page, texts.share));
      await appears(page, 'dialog .note.warn');
    },
  },
  glossary: { reach: (page) => help(page, 0) },
  keyboard: { reach: (page) => help(page, 1) },
  commands: { reach: (page) => help(page, 2) },
  'commands-of-no-such-name': {
    reach: async (page) => {
      await help(page, 2);
      await page.keyboard.type('no such thing');
      await appears(page, '.combo [role=status]:not(:empty)');
    },
  },

  // ---- elsewhere: on paper, and on other people's pages
  paper: {
    reach: async (page) => {
      await example(page, examples.mixedOffice);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await appears(page, '.paper');
    },
    part: '.paper',
    printed: true,
  },
  'frame-full': { reach: frame('data-view="full"'), framed: true },
  'frame-compact': {
    reach: frame('data-view="compact" data-partner="Contoso" data-contact="sales@contoso.example" data-result'),
    framed: true,
  },
  'frame-result': { reach: frame('data-view="result"'), framed: true },
  'frame-readonly': { reach: frame('data-view="compact" data-readonly data-partner="Contoso"'), framed: true },
  'frame-full-readonly': { reach: frame('data-view="full" data-readonly'), framed: true },
  customiser: {
    reach: async (page) => {
      const lang = new URL(page.url()).searchParams.get('lang');
      await page.goto(new URL(`customise.html?lang=${lang}`, site).href);
      await page.locator('[name=own-accent]').check();
      const preview = page.locator('#preview iframe[src*=accent]').contentFrame();
      await preview.locator('[data-seatwise-whole]').waitFor({ state: 'attached' });
    },
    part: 'body',
  },
};
