// The npm package in Node, through its own door.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../target/npm/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const { assess } = await import(new URL(manifest.exports['.'].node, root));

const listPrices = {
  currency: 'USD',
  set: {
    'crm-2011/cal-full-user': '1000.00',
    'crm-2011/cal-full-device': '1000.00',
    'crm-2011/cal-limited-user': '300.00',
    'crm-2011/cal-limited-device': '300.00',
    'crm-2011/cal-ess-user': '100.00',
    'crm-2011/cal-ess-device': '100.00',
    'crm-2011/ec': '20000.00',
  },
};

const fieldService = {
  format: 1,
  rulebook: 'crm-2011',
  organisation: {
    people: [
      { id: 'customers', name: "Customers' staff", count: 5000, relationship: 'customer' },
      { id: 'technicians', name: 'Field technicians', count: 800, relationship: 'employee' },
      { id: 'managers', name: 'Service managers', count: 40, relationship: 'employee' },
      { id: 'executives', name: 'Executives', count: 20, relationship: 'employee' },
    ],
    servers: [{ id: 'crm', name: 'CRM server', count: 1 }],
    uses: [
      { people: 'customers', access: 'portal', activities: ['case.own'], servers: ['crm'] },
      { people: 'technicians', access: 'portal', activities: ['case.write'] },
      {
        people: 'managers', access: 'client',
        activities: ['records.read', 'reports.run', 'account.write', 'case.write', 'opportunity.write', 'quote.write'],
      },
      { people: 'executives', access: 'client', activities: ['records.read', 'reports.run'] },
    ],
  },
  prices: listPrices,
};

/** The bill of a scenario that can be assessed, by licence. */
function billOf(scenario) {
  const answer = assess(scenario);
  assert.equal(answer.type, 'success', JSON.stringify(answer.diagnostics));
  const quantities = answer.assessment.bill.map(({ licence, quantity }) => [licence.split('/')[1], quantity]);
  return { ...answer.assessment, quantities: Object.fromEntries(quantities) };
}

test('CRM 2011: one connector, 800 ESS, 40 full, 20 limited, 146,000', () => {
  const bill = billOf(fieldService);
  assert.deepEqual(
    only(bill.quantities, /^(cal|ec)/),
    { ec: 1, 'cal-ess-user': 800, 'cal-full-user': 40, 'cal-limited-user': 20 },
  );
  assert.equal(bill.total, '146000.00');
  assert.equal(bill.currency, 'USD');
});

test('Dynamics 365 of 2018: 840 Customer Service, 20 Team Members, customers included', () => {
  const organisation = structuredClone(fieldService.organisation);
  organisation.uses[2].activities = ['records.read', 'case.write'];
  const bill = billOf({ format: 1, rulebook: 'd365-onprem-2018', organisation });
  assert.deepEqual(only(bill.quantities, /^(cal|sl)/), { 'cal-service-user': 840, 'cal-team-user': 20 });
  assert.equal(bill.verdicts.find(({ people }) => people === 'customers').verdict, 'included');
});

test('shifts on shared PCs: 50 device CALs and 30 user CALs', () => {
  const sell = ['records.read', 'account.write', 'opportunity.write'];
  const bill = billOf({
    format: 1,
    rulebook: 'crm-2011',
    organisation: {
      people: [
        { id: 'agents', name: 'Shift agents', count: 140, relationship: 'employee' },
        { id: 'leads', name: 'Shift agents with devices of their own', count: 10, relationship: 'employee' },
        { id: 'sellers', name: 'Sellers', count: 20, relationship: 'employee' },
      ],
      devices: [{ id: 'floor', name: 'Shop floor PCs', count: 50 }],
      servers: [{ id: 'crm', name: 'CRM server', count: 1 }],
      uses: [
        { people: 'agents', access: 'client', activities: sell, from: { devices: 'floor' } },
        { people: 'leads', access: 'client', activities: sell, from: { devices: 'floor' } },
        { people: 'leads', access: 'client', activities: sell, from: { own: 2 } },
        { people: 'sellers', access: 'client', activities: sell, from: { own: 3 } },
      ],
    },
    prices: listPrices,
  });
  assert.deepEqual(only(bill.quantities, /^cal/), { 'cal-full-device': 50, 'cal-full-user': 30 });
});

test('the same scenario gives the same bytes', () => {
  assert.equal(JSON.stringify(assess(fieldService)), JSON.stringify(assess(structuredClone(fieldService))));
});

test('the answer is plain data, and the scenario is left as it was', () => {
  const before = structuredClone(fieldService);
  const answer = assess(fieldService);
  assert.deepEqual(fieldService, before);
  assert.deepEqual(structuredClone(answer), JSON.parse(JSON.stringify(answer)));
});

const nonsense = {
  'nothing': undefined,
  'null': null,
  'a number': 42,
  'an empty object': {},
  'a field that does not exist': { ...fieldService, colour: 'red' },
  'a rulebook that does not exist': { ...fieldService, rulebook: 'crm-1066' },
  'a count below zero': { ...fieldService, organisation: { people: [{ id: 'a', name: 'A', count: -1, relationship: 'employee' }] } },
  'a circle': (() => { const scenario = { format: 1 }; scenario.organisation = scenario; return scenario; })(),
};

for (const [what, scenario] of Object.entries(nonsense)) {
  test(`${what} is answered with a diagnostic, not an exception`, () => {
    const answer = assess(scenario);
    assert.equal(answer.type, 'failure');
    assert.ok(answer.diagnostics.length > 0);
    for (const { code, severity, message } of answer.diagnostics) {
      assert.ok(code && severity && message, 'a diagnostic has a code, a severity and a message');
    }
    assert.equal(assess(fieldService).type, 'success', 'the package still works afterwards');
  });
}

test('an unknown field is named', () => {
  assert.match(assess({ ...fieldService, colour: 'red' }).diagnostics[0].message, /colour/);
});

test('the package holds every file that it names', () => {
  const named = [...Object.values(manifest.exports['.']), ...manifest.files.filter((name) => !name.includes('*'))];
  for (const name of named) assert.ok(existsSync(fileURLToPath(new URL(name, root))), name);
  assert.equal(manifest.name, 'seatwise');
  assert.match(manifest.version, /^(?!0\.0\.0)\d+\.\d+\.\d+$/);
});

function only(quantities, pattern) {
  return Object.fromEntries(Object.entries(quantities).filter(([licence]) => pattern.test(licence)));
}

test('an answer is plain data, its reasons included', () => {
  const { assessment } = assess(fieldService);
  const texts = JSON.stringify(assessment);
  assert.deepEqual(structuredClone(assessment), JSON.parse(texts));
  // Every object is a plain one, and every number fits.
  JSON.stringify(assessment, function check(_, value) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      assert.equal(Object.getPrototypeOf(value), Object.prototype);
    }
    assert.ok(['object', 'string', 'number', 'boolean'].includes(typeof value), typeof value);
    if (typeof value === 'number') assert.ok(Number.isSafeInteger(value));
    return value;
  });
  for (const { reason } of assessment.bill) assert.equal(assessment.trace[reason].step, 'line');
  for (const { because } of assessment.trace) assert.ok(because.every((step) => step < assessment.trace.length));
});

test('a scenario may be a value or its JSON text', () => {
  assert.deepEqual(assess(JSON.stringify(fieldService)), assess(fieldService));
});

test('the texts of an answer are in the language that is asked for', () => {
  const scenario = { ...fieldService, rulebook: 'no-such-book' };
  const refused = (options) => assess(scenario, options).diagnostics[0].message;
  assert.equal(refused(), 'there is no rulebook `no-such-book`');
  assert.equal(refused({ language: 'de' }), 'es gibt kein Regelwerk `no-such-book`');
  assert.equal(refused({ language: 'xx' }), refused());
  const bill = (options) => assess(fieldService, options).assessment.bill.map((line) => line.name);
  assert.ok(bill({ language: 'de' }).includes('ESS-Nutzer-CAL'), bill({ language: 'de' }).join());
  assert.ok(bill().includes('ESS User CAL'));
});
