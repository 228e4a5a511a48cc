// What the package does beside `assess`: rulebooks, links, verification; each a tagged answer.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const { assess, decodeLink, encodeLink, rulebooks, verify } = await import(new URL('target/npm/index.node.js', root));

const folder = new URL('crates/core/scenarios/', root);
const scenarios = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

const code = ({ type, diagnostics }) => (type === 'failure' ? diagnostics[0].code : type);

test('rulebooks tells what can be counted with', () => {
  const { type, rulebooks: all } = rulebooks();
  assert.equal(type, 'success');
  const crm = all.find(({ id }) => id === 'crm-2011');
  assert.deepEqual([crm.edition, crm.family, crm.prices[0].currency], ['2012-12', 'crm', 'USD']);
  assert.ok(crm.licences.some(({ id, holder }) => id === 'crm-2011/ec' && holder === 'server'));
});

test('a scenario goes into a link and comes back, and the link tells its result', () => {
  for (const scenario of scenarios) {
    const { type, link } = encodeLink(scenario);
    assert.equal(type, 'success');
    const read = decodeLink(`https://seatwise.example/#${link}`);
    assert.equal(read.type, 'success', JSON.stringify(read));
    assert.deepEqual(read.scenario.organisation.people, scenario.organisation.people);
    assert.equal(read.then.total, assess(read.scenario).assessment.total);
    assert.ok(read.then.bill.every(({ licence }) => licence.includes('/')));
    assert.deepEqual(decodeLink(link).scenario, read.scenario);
  }
});

test('own prices go along only when they are wanted', () => {
  const own = { ...scenarios[0], prices: { set: { 'crm-2011/ec': '7.77' } } };
  const [without, withPrices] = [encodeLink(own), encodeLink(own, { prices: true })].map(({ link }) => decodeLink(link));
  assert.deepEqual([without.pricesLeftOut, withPrices.pricesLeftOut], [true, false]);
  assert.equal(JSON.stringify(without).includes('7.77'), false);
  assert.equal(withPrices.scenario.prices.set['crm-2011/ec'], '7.77');
});

test('links of every version are read', () => {
  for (const name of ['v1.txt', 'v2.txt']) {
    const lines = readFileSync(new URL(`tests/links/${name}`, root), 'utf8').trim().split('\n');
    for (const line of lines) assert.equal(decodeLink(line).type, 'success', line);
  }
});

test('verify takes what assess answered, as data and as text, and nothing that was altered', () => {
  for (const scenario of scenarios) {
    const answer = assess(scenario);
    const found = verify(scenario, answer);
    assert.equal(found.type, 'success', JSON.stringify(found));
    assert.equal(found.verified.total, answer.assessment.total);
    assert.deepEqual(verify(JSON.stringify(scenario), JSON.stringify(answer)), found);
    const cheaper = structuredClone(answer);
    cheaper.assessment.total = '1.00';
    assert.equal(verify(scenario, cheaper).type, 'failure');
    const short = structuredClone(answer);
    short.assessment.bill.pop();
    assert.equal(verify(scenario, short).type, 'failure');
  }
});

test('nothing throws, whatever it gets', () => {
  const cycle = {};
  cycle.self = cycle;
  const hostile = [undefined, null, 0, -1, NaN, '', '{', [], {}, cycle, () => 1, Symbol('x'), 1n, '\ud800', new Proxy({}, { get() { throw new Error('no'); }, ownKeys() { throw new Error('no'); } })];
  for (const value of hostile) {
    for (const answer of [assess(value), encodeLink(value), encodeLink(value, value), decodeLink(value), verify(value, value), verify(scenarios[0], value)]) {
      assert.equal(answer.type, 'failure');
      assert.ok(answer.diagnostics[0].message && answer.diagnostics[0].code, JSON.stringify(answer));
    }
  }
  assert.equal(code(decodeLink('s=9.d.AAAA.000000')), 'link-newer');
  assert.equal(code(decodeLink('s=1.d.AAAA.000000')), 'link-damaged');
  assert.equal(code(decodeLink(5)), 'link-shape');
  assert.equal(code(verify(scenarios[0], { type: 'success' })), 'answer-shape');
});
