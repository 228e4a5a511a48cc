// The package's types fit what it takes and what it answers: the TypeScript compiler reads both as literals, so that a
// field or a word that the types do not name is an error, and so is one that they ask for in vain.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const { assess, decodeLink, encodeLink, rulebooks, verify } = await import(new URL('target/npm/index.node.js', root));

const folder = new URL('crates/core/scenarios/', root);
const scenarios = readdirSync(folder).sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
scenarios.push(
  {
    format: 1,
    rulebook: 'd365-onprem-2018',
    organisation: {
      people: [
        { id: 'sellers', count: 50, relationship: 'employee' },
        { id: 'fitters', count: 5, relationship: 'contractor' },
        { id: 'keepers', count: 2, relationship: 'employee' },
      ],
      devices: [{ id: 'vans', count: 3 }, { id: 'bench', count: 1 }],
      uses: [
        { people: 'sellers', access: 'client', activities: ['opportunity.write', 'administer'], from: { own: 2 } },
        { people: 'fitters', access: 'client', activities: ['case.write'] },
        { people: 'fitters', access: 'client', activities: ['case.write'], from: { devices: ['vans', 'bench'] } },
        { people: 'keepers', access: 'client', activities: ['administer'] },
      ],
    },
    owned: [{ licence: 'd365-onprem-2018/cal-team-user', quantity: 30, softwareAssurance: true }],
    plan: { years: 3, growth: { people: { sellers: '-2.5' } }, discountRatePercent: '8', softwareAssurance: true, billing: 'monthly' },
  },
  {
    format: 1,
    rulebook: 'd365-online-2019@2019-10',
    organisation: {
      people: [{ id: 'sellers', count: 50, relationship: 'employee' }, { id: 'idle', count: 5, relationship: 'employee' }],
      servers: [{ id: 'a', count: 1 }, { id: 'b', count: 1 }],
      uses: [{ people: 'sellers', access: 'client', activities: ['opportunity.write'], servers: ['a'] }],
    },
    prices: { currency: 'EUR', set: { 'd365-online-2019/sales-enterprise-user': '80.00' }, discountPercent: '5', discounts: { 'd365-online-2019/sales-base': '10' } },
  },
);

/** Scenarios and answers as TypeScript, and what a user of the package writes. */
const source = (answers) => `import {
  assess, decodeLink, encodeLink, rulebooks, verify,
  type Answer, type DecodedLink, type EncodedLink, type Failure, type Rulebooks, type Scenario, type Step, type Verified,
} from '../npm/index.js';

export const scenarios: Scenario[] = ${JSON.stringify(scenarios, null, 1)};

export const answers: Answer[] = ${JSON.stringify(answers, null, 1)};

export const others: (Rulebooks | EncodedLink | DecodedLink | Verified | Failure)[] = ${JSON.stringify(others(), null, 1)};

export function there(scenario: Scenario): string {
  const link = encodeLink(scenario, { prices: true });
  if (link.type === 'failure') return link.diagnostics[0]?.message ?? '';
  const read = decodeLink(link.link);
  if (read.type === 'failure') return '';
  const found = verify(read.scenario, assess(read.scenario));
  const books = rulebooks();
  return (found.type === 'success' ? found.verified.bound : '') + (books.type === 'success' ? books.rulebooks.length : '') + (read.then?.total ?? '');
}

export function summary(scenario: Scenario | string): string {
  const answer = assess(scenario);
  if (answer.type === 'failure') return answer.diagnostics.map(({ place, message }) => \`\${place}: \${message}\`).join();
  const { bill, total, trace } = answer.assessment;
  return bill.map(({ quantity, licence, reason }) => \`\${quantity} \${licence} \${told(trace[reason])}\`).join() + total;
}

function told(step: Step | undefined): string {
  return step?.step === 'line' ? step.licence : '';
}

// @ts-expect-error: a relationship that does not exist.
export const wrong: Scenario = { format: 1, rulebook: 'crm-2011', organisation: { people: [{ id: 'a', count: 1, relationship: 'x' }] } };
`;

/** What the other functions answer. */
function others() {
  const [scenario] = scenarios;
  const { link } = encodeLink(scenario);
  return [rulebooks(), encodeLink(scenario), decodeLink(link), decodeLink('s=9'), verify(scenario, assess(scenario)), verify(scenario, {})];
}

test('the compiler takes scenarios and answers as literals of their types', () => {
  const answers = [...scenarios, {}].map((scenario) => assess(scenario));
  assert.deepEqual(answers.map(({ type }) => type), [...scenarios.map(() => 'success'), 'failure']);
  const assessments = answers.flatMap(({ assessment }) => assessment ?? []);
  const steps = new Set(assessments.flatMap(({ trace }) => trace.map(({ step }) => step)));
  assert.deepEqual([...steps].sort(), ['allowed', 'chosen', 'group', 'line', 'required', 'ruled', 'standing', 'use']);
  const some = (part) => assert.ok(assessments.some((assessment) => part(assessment).length > 0), `no ${part}`);
  some(({ certificate }) => certificate.charges);
  some(({ certificate }) => certificate.rents);
  some(({ questions }) => questions);
  some(({ uncounted }) => uncounted);
  some(({ diagnostics }) => diagnostics);
  some(({ environments }) => environments?.considered ?? []);
  const out = new URL('target/npm-types/', root);
  mkdirSync(out, { recursive: true });
  writeFileSync(new URL('package.ts', out), source(answers));
  const options = {
    strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true,
    target: 'es2022', module: 'nodenext', moduleResolution: 'nodenext', types: [],
  };
  writeFileSync(new URL('tsconfig.json', out), JSON.stringify({ compilerOptions: options, files: ['package.ts'] }));
  const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '--project', fileURLToPath(out)], { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});
