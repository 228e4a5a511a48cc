#!/usr/bin/env node
// `seatwise assess`: scenarios as lines of JSON in, answers in the same order out, one a line.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { callsOf, failure } from './calls.js';
import { TOO_LONG, linesOf } from './lines.js';

const HELP = `Usage: seatwise assess < scenarios.ndjson > answers.ndjson

Reads one scenario as JSON from each line of the standard input, and writes one answer to each line of the standard
output, in the same order. A line that cannot be read or assessed is answered with {"type":"failure","diagnostics":[...]};
the lines after it are still assessed. Empty lines are passed over. Memory does not grow with the number of lines.

To use several processors, have several processes read a part each:

  parallel --pipe --keep-order --block 1M seatwise assess < scenarios.ndjson > answers.ndjson

Options:
  --help      shows this text
  --version   shows the version

Exit code: 0 where every line was assessed, 1 where some line was answered with a failure, 2 where nothing was done.
`;

/** The most bytes of a line: as much as the text of a scenario may have. */
const LONGEST = 16 * 1024 * 1024;
/** Bytes of answers that are written at once. */
const BATCH = 64 * 1024;

const beside = (name) => new URL(name, import.meta.url);
const [command, ...rest] = process.argv.slice(2);

// Who reads no more, as `head` does, ends this program, and that is no fault.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 2));

if (command === '--help' || rest.includes('--help')) {
  process.stdout.write(HELP);
} else if (command === '--version') {
  const { version } = JSON.parse(await readFile(beside('package.json'), 'utf8'));
  process.stdout.write(`${version}\n`);
} else if (command !== 'assess' || rest.length > 0) {
  const unknown = [command, ...rest].filter((word) => word !== undefined && word !== 'assess');
  process.stderr.write(unknown.length > 0 ? `seatwise: unknown: ${unknown.join(' ')}\n\n${HELP}` : HELP);
  process.exitCode = 2;
} else {
  process.exitCode = await assessLines() ? 0 : 1;
}

/** Answers every line; whether none of them was a failure. */
async function assessLines() {
  const { assessText } = await callsOf(await readFile(beside('seatwise_bg.wasm')));
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let all = true;
  let batch = '';
  for await (const line of linesOf(process.stdin, LONGEST)) {
    const answer = answerTo(line, utf8, assessText);
    if (answer === undefined) continue;
    all &&= !answer.startsWith('{"type":"failure"');
    batch += `${answer}\n`;
    if (batch.length >= BATCH) {
      await write(batch);
      batch = '';
    }
  }
  await write(batch);
  return all;
}

/** Nothing to an empty line. */
function answerTo(line, utf8, assessText) {
  if (line === TOO_LONG) return refused('too-large', `the line is longer than ${LONGEST} bytes`, 'write smaller scenarios');
  let text;
  try {
    text = utf8.decode(line);
  } catch {
    return refused('not-utf-8', 'the line is not text in UTF-8', 'write the lines in UTF-8');
  }
  return text.trim() === '' ? undefined : assessText(text);
}

function refused(code, message, hint) {
  return JSON.stringify(failure(code, message, '', hint));
}

/** Waits where the reader is slower. */
async function write(text) {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
