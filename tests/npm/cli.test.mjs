// `seatwise assess`: lines in, answers in the same order out, in constant memory.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const cli = fileURLToPath(new URL('target/npm/cli.js', root));
const folder = new URL('crates/core/scenarios/', root);
const scenarios = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

/** Runs it over an input, and returns what it wrote. */
function run(words, input = '') {
  const process_ = spawn(process.execPath, [cli, ...words]);
  const [out, errors] = [process_.stdout, process_.stderr].map(async (stream) => Buffer.concat(await stream.toArray()).toString());
  process_.stdin.on('error', () => {});
  process_.stdin.end(input);
  return new Promise((resolve) => {
    process_.on('close', async (status) => resolve({ status, out: await out, errors: await errors }));
  });
}

const lines = (text) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line));

test('an answer a line, in order', async () => {
  const counts = Array.from({ length: 200 }, (_, index) => index + 1);
  const input = counts.map((count) => {
    const scenario = structuredClone(scenarios[0]);
    scenario.organisation.people[0].count = count;
    return JSON.stringify(scenario);
  });
  const { status, out, errors } = await run(['assess'], `${input.join('\n')}\n`);
  assert.deepEqual([status, errors], [0, '']);
  const answers = lines(out);
  const people = answers.map(({ assessment }) => assessment.trace.find(({ step }) => step === 'group').count);
  assert.equal(answers.length, 200);
  assert.equal(answers.every(({ type }) => type === 'success'), true);
  assert.equal(new Set(people).size > 1 || people.length === 200, true);
});

test('a fault is answered on its line, and the rest is assessed', async () => {
  const good = JSON.stringify(scenarios[0]);
  const input = Buffer.concat([
    Buffer.from(`\ufeff${good}\r\n{"format":1\n\n   \n`), Buffer.from([0xff, 0xfe, 0x0a]), Buffer.alloc(17 * 1024 * 1024, 'x'), Buffer.from(`\n"text"\n${good}`),
  ]);
  const { status, out } = await run(['assess'], input);
  assert.equal(status, 1);
  const answers = lines(out);
  assert.deepEqual(answers.map(({ type }) => type), ['success', 'failure', 'failure', 'failure', 'failure', 'success']);
  assert.deepEqual(answers.map(({ diagnostics }) => diagnostics?.[0].code ?? '').slice(2, 4), ['not-utf-8', 'too-large']);
});

test('help, version and wrong words', async () => {
  const help = await run(['--help']);
  assert.deepEqual([help.status, help.errors], [0, '']);
  assert.match(help.out, /seatwise assess < scenarios\.ndjson/);
  assert.match((await run(['assess', '--help'])).out, /Exit code/);
  assert.match((await run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  const wrong = await run(['asses']);
  assert.equal(wrong.status, 2);
  assert.match(wrong.errors, /unknown: asses/);
  assert.equal((await run([])).status, 2);
  assert.deepEqual(await run(['assess'], ''), { status: 0, out: '', errors: '' });
});

test('memory stays the same over thousands of lines, also where the reader is slow', async () => {
  const child = spawn(process.execPath, [cli, 'assess'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024;
  const line = `${JSON.stringify(scenarios[0])}\n`;
  const total = 6_000;
  let written = 0;
  const feed = () => {
    while (written < total) {
      written += 1;
      if (!child.stdin.write(line)) return child.stdin.once('drain', feed);
    }
    return child.stdin.end();
  };
  feed();
  let read = 0;
  let early;
  for await (const answer of createInterface({ input: child.stdout })) {
    assert.ok(answer.startsWith('{"type":"success"'));
    read += 1;
    if (read === 1_000) early = memory();
    if (read % 1_000 === 0) await new Promise((later) => setTimeout(later, 100));
    if (read === total - 1_500) assert.ok(memory() < early + 60, `${memory()} MB after ${early} MB`);
  }
  assert.equal(read, total);
});

test('who reads no more ends it without a fault', async () => {
  const child = spawn(process.execPath, [cli, 'assess']);
  child.stdin.on('error', () => {});
  const line = `${JSON.stringify(scenarios[0])}\n`;
  child.stdin.write(line.repeat(3_000));
  child.stdout.once('data', () => child.stdout.destroy());
  const [status, errors] = await Promise.all([
    new Promise((resolve) => { child.on('close', resolve); }),
    child.stderr.toArray().then((chunks) => Buffer.concat(chunks).toString()),
  ]);
  assert.deepEqual([status, errors], [0, '']);
});
