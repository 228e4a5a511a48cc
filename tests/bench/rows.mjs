// The rows of design.md, section 12. Each measures one figure; a new figure is a new entry here.

import { open } from '../e2e/harness.mjs';
import { examples, loadExample } from '../e2e/seatwise.mjs';
import { families } from './families.mjs';
import { firstVisit } from './first_visit.mjs';
import { idleKeystroke, keystroke } from './keystrokes.mjs';
import { inProfile } from './profile.mjs';
import { quantile } from './quantile.mjs';
import { large, scenarioOf } from './scenario.mjs';
import { engine, growth, largest, race } from './solvers.mjs';
import { duckdb, userAnalysis } from './users.mjs';

const npmSite = process.env.SEATWISE_NPM_URL;

/** The random families: the size's number, its uses, organisations under each rulebook, and what is to be reached. */
const sizes = [
  { size: 1, what: '50 groups, 100 uses', each: 4, median: 1, worst: 2 },
  { size: 2, what: '320 groups, 800 uses', each: 3, leastRatio: 10 },
  { size: 3, what: '3,050 groups, 8,000 uses', each: 1, ratio: 25, leastRatio: 10 },
];

const familyRows = sizes.flatMap(({ size, what, each, median, worst, ratio, leastRatio }) => {
  const of = (field) => async () => (await families(size, each))[field];
  return [
    { what: `families of ${what}: assess, every field read, median`, figure: median, unit: 'ms', measure: of('median') },
    { what: 'the same, worst', figure: worst, unit: 'ms', measure: of('worst') },
    { what: 'HiGHS on the same problems, median', unit: 'ms', measure: of('highs') },
    { what: 'how much slower HiGHS is, median', least: ratio, unit: 'times', measure: of('ratio') },
    { what: 'how much slower HiGHS is, least', least: leastRatio, unit: 'times', measure: of('leastRatio') },
    { what: 'totals that were not proved', figure: 0, unit: '', measure: of('unproved') },
  ];
});

const packageRows = [
  { what: 'assess, 50 groups, in Chromium, median', figure: 1, unit: 'ms', measure: () => assessInChromium(50) },
  { what: 'the engine alone on the same, as the page calls it', figure: 1, unit: 'ms', measure: () => engine(scenarioOf(50)) },
  { what: 'assess, 500 groups, in Chromium, median', unit: 'ms', measure: () => assessInChromium(500) },
  {
    what: 'assess, 2,000 x 1,000 x 50 groups with 8,000 uses, in Chromium, median',
    unit: 'ms',
    measure: () => assessInChromium(large, 1, 9),
  },
  { what: 'the engine alone on the same', unit: 'ms', measure: () => engine(scenarioOf(large), 1, 9) },
];

const solverRows = [
  { what: 'solver, 50 groups, slowest of 8', figure: 1, unit: 'ms', measure: () => growth(50) },
  {
    what: 'solver, 2,000 x 1,000 x 50 groups with 8,000 uses, slowest of 8',
    figure: 25,
    unit: 'ms',
    measure: async () => (await largest()).ours,
  },
  { what: 'the same, median of 8', unit: 'ms', measure: async () => (await race()).typical },
  { what: 'HiGHS on the same, to the same optimum, fastest of 8', unit: 'ms', measure: async () => (await race()).highs },
  { what: 'how much slower HiGHS is, median of 8', unit: 'times', measure: async () => (await race()).typicalRatio },
  { what: 'how much slower HiGHS is, least of 8', least: 20, unit: 'times', measure: async () => (await race()).ratio },
  ...[10, 100, 1000, 10_000].map((groups) => ({
    what: `solver, ${groups.toLocaleString('en-US')} groups, slowest of 8`,
    unit: 'ms',
    measure: () => growth(groups),
  })),
];

const keystrokeRows = [[50, 5], [500, 16]].flatMap(([groups, figure]) => {
  const of = (part) => async () => (await keystroke(groups))[part];
  return [
    { what: `keystroke, script alone, ${groups} groups, p95`, figure, unit: 'ms', measure: of('script') },
    { what: 'the rest until it is painted: layout, paint, the browser itself', unit: 'ms', measure: of('rest') },
    { what: 'both together', unit: 'ms', measure: of('whole') },
  ];
});

const pageRows = [
  ...keystrokeRows,
  { what: 'keystroke on a page that does nothing, p95', unit: 'ms', measure: async () => (await idleKeystroke()).whole },
  { what: 'first picture, slow connection and processor', figure: 800, unit: 'ms', measure: async () => (await firstVisit()).paint },
  { what: 'the same until it can be typed into', figure: 3500, unit: 'ms', measure: async () => (await firstVisit()).ready },
  { what: 'the same, layout shift', figure: 0, unit: '', measure: async () => (await firstVisit()).shift },
  { what: 'first load, brotli', figure: 400, unit: 'kB', measure: () => Number(process.env.SEATWISE_FIRST_LOAD) / 1000 },
  { what: 'network requests after load', figure: 0, unit: '', measure: requestsAfterLoad },
  { what: 'navigation to first result, median of 9', unit: 'ms', measure: firstResult },
];

const million = () => userAnalysis(1_000_000);

const userRows = [
  { what: '1,000,000 users, counted in the worker', figure: 3000, unit: 'ms', measure: async () => (await million()).worker },
  { what: 'the same, from the click to the report', unit: 'ms', measure: async () => (await million()).whole },
  { what: 'the same, longest task of the page', figure: 50, unit: 'ms', measure: async () => (await million()).longest },
  { what: 'DuckDB-WASM on the same file, the vendor’s chart alone', unit: 'ms', measure: duckdb },
  { what: 'how much slower that is', least: 1, unit: 'times', measure: async () => await duckdb() / (await million()).worker },
  { what: 'memory of the worker, 100,000 users', unit: 'MB', measure: async () => (await userAnalysis(100_000)).memory },
  { what: 'the same, 1,000,000 users', unit: 'MB', measure: async () => (await million()).memory },
];

/** All rows, each with the group by which it can be measured alone. */
export const rows = Object.entries({
  families: familyRows,
  package: packageRows,
  solver: solverRows,
  page: pageRows,
  users: userRows,
}).flatMap(([group, rows]) => rows.map((row) => ({ group, ...row })));

/** The median of many calls of the npm package, each batch long enough for the browser's coarse clock. */
async function assessInChromium(groups, batch = 20, times = 51) {
  return inProfile(async (context) => {
    const page = await context.newPage();
    await page.goto(`${npmSite}package.json`);
    const samples = await page.evaluate(async ([module, scenario, batch, times]) => {
      const { assess } = await import(module);
      const answer = assess(scenario);
      if (answer.type !== 'success') throw new Error(`not assessed: ${JSON.stringify(answer.diagnostics)}`);
      const run = () => {
        const start = performance.now();
        for (let n = 0; n < batch; n += 1) assess(scenario);
        return (performance.now() - start) / batch;
      };
      const end = performance.now() + 500;
      while (performance.now() < end) run();
      return Array.from({ length: times }, run);
    }, [`${npmSite}index.js`, scenarioOf(groups), batch, times]);
    return quantile(samples, 0.5);
  });
}

async function requestsAfterLoad() {
  return inProfile(async (context) => {
    const { page, record } = await open(context);
    await page.waitForLoadState('networkidle');
    const loaded = record.requests.length;
    for (const example of Object.values(examples)) await loadExample(page, example);
    await page.waitForLoadState('networkidle');
    return record.requests.length - loaded;
  });
}

async function firstResult() {
  const samples = [];
  for (let n = 0; n < 9; n += 1) {
    await inProfile(async (context) => {
      const { page } = await open(context);
      samples.push(await page.evaluate(() => performance.now()));
    });
  }
  return quantile(samples, 0.5);
}
