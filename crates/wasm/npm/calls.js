// Calls in, tagged answers out, never an exception.

import { load } from './engine.js';
import { plain } from './plain.js';

/** The functions of the package over a module: its address or its bytes. */
export async function callsOf(module) {
  const run = await load(module);
  return {
    assess: (scenario, options) => withPlain(scenario, SCENARIO, (data) => called(run, 'assess', data, languageOf(options))),
    assessText: (text, options) => calledForText(run, text, languageOf(options)),
    rulebooks: () => called(run, 'rulebooks'),
    encodeLink: (scenario, options) => withPlain(scenario, SCENARIO, (data) => called(run, 'encode_link', data, options?.prices === true)),
    decodeLink: (text) => (typeof text === 'string'
      ? called(run, 'decode_link', text)
      : failure('link-shape', `expected a text, found \`${typeof text}\``, '', 'hand over the address, or what stands after its `#`')),
    verify: (scenario, answer) => withPlain(scenario, SCENARIO, (data) => withPlain(answer, ANSWER, (found) => (
      called(run, 'verify', data, typeof found === 'string' ? found : JSON.stringify(found) ?? 'null')))),
  };
}

const SCENARIO = { code: 'scenario-shape', hint: 'see the types of the package for the shape of a scenario', depth: 16 };
const ANSWER = { code: 'answer-shape', hint: 'hand over what `assess` returned, whole', depth: 32 };

function languageOf(options) {
  return typeof options?.language === 'string' ? options.language : undefined;
}

function withPlain(value, { code, hint, depth }, use) {
  const { data, fault } = plain(value, depth);
  return fault ? failure(code, fault.message, fault.place, hint) : use(data);
}

function called(run, ...call) {
  try {
    return run(...call);
  } catch (error) {
    return failure('calculation-stopped', `the calculation stopped: ${error?.message ?? error}`, '', SMALLER);
  }
}

/** The answer to a scenario's JSON text, as JSON text of one line. */
function calledForText(run, text, language) {
  const answer = called(run, 'assess_text', text, language);
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

const SMALLER = 'the next call works again; make this scenario smaller';

/** An answer to what could not be done. */
export function failure(code, message, place, hint) {
  return { type: 'failure', diagnostics: [{ code, severity: 'error', message, place, hints: [hint] }] };
}
