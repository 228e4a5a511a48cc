// Whatever is thrown at the package, it answers: values that JSON cannot hold, sizes beyond all limits, memory used up.

import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withLittleMemory } from '../small_memory.mjs';

const root = new URL('../../target/npm/', import.meta.url);
const { assess } = await import(new URL('index.node.js', root));

const office = (people = [{ id: 'a', count: 9, relationship: 'employee' }], uses = undefined) => ({
  format: 1,
  rulebook: 'crm-2011',
  organisation: {
    people,
    uses: uses ?? [{ people: 'a', access: 'client', activities: ['records.read'] }],
  },
});

/** The one diagnostic of a scenario that is refused. */
function refused(scenario) {
  const answer = assess(scenario);
  assert.equal(answer.type, 'failure');
  assert.equal(assess(office()).type, 'success', 'the package still works afterwards');
  const [diagnostic] = answer.diagnostics;
  assert.ok(diagnostic.message.length < 400, `a message of ${diagnostic.message.length} characters`);
  assert.ok(diagnostic.place.length < 400);
  return diagnostic;
}

const withCount = (count) => office([{ id: 'a', count, relationship: 'employee' }]);
const count = 'organisation.people[0].count';
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const circle = office();
circle.organisation.people[0].self = circle.organisation;
const deep = office();
deep.plan = Array.from({ length: 100_000 }).reduce((inside) => ({ inside }), {});
const getter = office();
Object.defineProperty(getter.organisation, 'devices', { enumerable: true, get() { throw new Error('not now'); } });

const cannotBeWritten = {
  'NaN': [withCount(NaN), count, /found `NaN`/],
  'Infinity': [withCount(Infinity), count, /found `Infinity`/],
  'minus infinity': [withCount(-Infinity), count, /found `-Infinity`/],
  'NaN where nothing may stand': [{ ...office(), plan: NaN }, 'plan', /found `NaN`/],
  'a BigInt': [withCount(10n), count, /BigInt `10n`/],
  'a long BigInt': [withCount(10n ** 5_000n), count, /BigInt `1000/],
  'a circle': [circle, 'organisation.people[0].self', /contains itself/],
  'a list for an object': [{ ...office(), organisation: [] }, 'organisation', /expected an object, found a list/],
  'null in a list': [office([null]), 'organisation.people[0]', /expected an object, found nothing/],
  'a count below zero': [withCount(-1), count, /found `-1`/],
  'a part of one': [withCount(1.5), count, /found `1.5`/],
  'a throwing getter': [getter, 'organisation.devices', /not now/],
  'a revoked proxy': [{ ...office(), organisation: revoked.proxy }, 'organisation', /cannot be read/],
  'a depth without end': [deep, /^plan\.inside/, /nested deeper/],
  'undefined in a list': [office([undefined]), 'organisation.people[0]', /found `undefined`/],
  'a function': [() => 1, '', /found `a function`/],
  'a symbol': [Symbol('x'), '', /found `Symbol\(x\)`/],
  'a throwing toJSON': [{ ...office(), organisation: { toJSON() { throw new Error('never'); } } }, 'organisation', /never/],
};

for (const [what, [scenario, place, message]] of Object.entries(cannotBeWritten)) {
  test(`${what} is refused by its place`, () => {
    const diagnostic = refused(scenario);
    assert.equal(diagnostic.code, 'scenario-shape');
    assert.match(diagnostic.message, message);
    if (place instanceof RegExp) assert.match(diagnostic.place, place);
    else assert.equal(diagnostic.place, place);
  });
}

test('half of a surrogate pair is refused by its place', () => {
  const { place, message } = refused({ ...office(), title: 'x\ud800y' });
  assert.equal(place, 'title');
  assert.match(message, /is half of a character/);
});

test('a long value is clipped in the message', () => {
  const { place, message } = refused(withCount('x'.repeat(10_000_000)));
  assert.equal(place, count);
  assert.match(message, /found `x{80}…`/);
});

test('a byte order mark is passed over, and whole numbers may have a point', () => {
  const text = JSON.stringify(office()).replace('"count":9', '"count":9.0');
  assert.equal(assess(`\ufeff${text}`).type, 'success');
  assert.match(refused(text.replace('9.0', '9.5')).message, /found `9.5`/);
});

test('a price that stands twice is refused', () => {
  const text = JSON.stringify({ ...office(), prices: { set: { 'crm-2011/ec': '1' } } });
  const twice = text.replace('"crm-2011/ec":"1"', '"crm-2011/ec":"1","crm-2011/ec":"2"');
  assert.match(refused(twice).message, /`crm-2011\/ec` stands here twice/);
});

const many = (number, make) => Array.from({ length: number }, (_, index) => make(index));
const server = (index) => ({ id: `s${index}`, count: 1 });
const tooLarge = {
  'people groups': [office(many(20_000, (index) => ({ id: `a${index}`, count: 1, relationship: 'employee' }))), 'organisation.people'],
  'groups of one id': [office(many(3_000, () => ({ id: 'a', count: 1, relationship: 'employee' }))), 'organisation.people'],
  'uses that are alike': [office(undefined, many(100_000, () => ({ people: 'a', access: 'client', activities: [] }))), 'organisation.uses'],
  'uses of every server': [
    {
      ...office(),
      organisation: {
        ...office().organisation,
        servers: many(2_000, server),
        uses: many(1_000, () => ({ people: 'a', access: 'client', activities: ['records.read'] })),
      },
    },
    'organisation.uses',
  ],
  'names of servers': [
    office(undefined, many(33, () => ({
      people: 'a', access: 'client', activities: [], servers: many(33_000, (index) => `s${index}`),
    }))),
    'organisation.uses',
  ],
  'unknown prices of long names': [
    { ...office(), prices: { set: Object.fromEntries(many(300, (index) => [`${index}/${'x'.repeat(10_000)}`, '1'])) } },
    'prices.set',
  ],
  'a title of a megabyte': [{ ...office(), title: 'x'.repeat(1_000_000) }, 'title'],
  'a text of 20 MB': [JSON.stringify({ ...office(), title: 'x'.repeat(20_000_000) }), ''],
  'owned licences': [
    { ...office(), owned: [{ licence: 'crm-2011/cal-ess-user', quantity: 4_294_967_295 }] }, 'owned[0].quantity',
  ],
};

for (const [what, [scenario, place]] of Object.entries(tooLarge)) {
  test(`${what} beyond the limits are refused at once`, () => {
    const start = performance.now();
    const diagnostic = refused(scenario);
    assert.equal(diagnostic.code, 'too-large');
    assert.equal(diagnostic.place, place);
    assert.ok(diagnostic.hints.length > 0);
    assert.ok(performance.now() - start < 5_000, `${performance.now() - start} ms`);
  });
}

test('an owned row whose worth is too large a sum is named', () => {
  const owned = [{ licence: 'crm-2011/cal-full-user', quantity: 100_000_000 }, { licence: 'crm-2011/ec', quantity: 1 }];
  const prices = { currency: 'USD', set: { 'crm-2011/cal-full-user': '100000000.00', 'crm-2011/cal-ess-user': '1.00' } };
  const answer = assess({ ...office(), owned: [owned[1], owned[0], { ...owned[0], softwareAssurance: true }, ...many(50, () => owned[0])], prices });
  assert.equal(answer.type, 'failure');
  assert.equal(answer.diagnostics[0].code, 'too-large');
  assert.match(answer.diagnostics[0].place, /^owned\[\d+\]\.quantity$/);
});

test('what is said to be absent is left out', () => {
  const { people, uses } = office().organisation;
  const absent = { ...office(), title: undefined, owned: undefined, organisation: { people, uses, devices: undefined } };
  assert.deepEqual(assess(absent), assess(office()));
});

test('where memory runs out, the answer says so, and the next call works', async (t) => {
  // The same package with a module whose memory cannot grow.
  const small = new URL('../npm-small/', root);
  cpSync(root, small, { recursive: true });
  t.after(() => rmSync(small, { recursive: true }));
  const file = fileURLToPath(new URL('seatwise_bg.wasm', small));
  writeFileSync(file, withLittleMemory(readFileSync(file), 32));
  const { assess: inLittle } = await import(new URL('index.node.js', small));
  assert.deepEqual(inLittle(office()), assess(office()));
  const title = { ...office(), organisation: { servers: many(2_000, (index) => ({ id: `${index}${'x'.repeat(900)}`, count: 1 })) } };
  for (let time = 0; time < 3; time += 1) {
    const answer = inLittle(title);
    assert.equal(answer.type, 'failure');
    assert.equal(answer.diagnostics[0].code, 'calculation-stopped');
    assert.match(answer.diagnostics[0].message, /^the calculation stopped: \w+/);
    assert.deepEqual(inLittle(office()), assess(office()), 'a new instance answers');
  }
});

test('memory that one large scenario took is given back', async () => {
  const { linear_memory: memory } = await import(new URL('seatwise.js', root));
  const organisation = {
    people: many(350, (index) => ({ id: `a${index}`, count: 5, relationship: 'customer' })),
    servers: many(2_000, server),
    uses: many(350, (index) => ({ people: `a${index}`, access: 'client', activities: ['server.use'] })),
  };
  const size = () => memory().buffer.byteLength / 2 ** 20;
  const before = memory();
  assert.equal(assess({ format: 1, rulebook: 'windows-server-2008', organisation }).type, 'success');
  assert.ok(before.buffer.byteLength > 256 * 2 ** 20, 'the scenario takes more than an instance keeps');
  assert.ok(size() < 64, `${size()} MB`);
  assert.equal(assess(office()).type, 'success');
});
