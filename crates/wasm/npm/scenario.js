// From a JavaScript value to the text of a scenario, or to what in it JSON cannot hold, and where.

/** Deeper than any scenario. */
const DEEPEST = 16;

/** The JSON text of a scenario as `text`; or the `fault` that keeps it from being written: its message and its place. */
export function written(scenario) {
  if (typeof scenario === 'string') return { text: scenario };
  let text;
  try {
    text = JSON.stringify(scenario);
  } catch (error) {
    return { fault: faultOf(scenario) ?? { message: `the scenario cannot be written as JSON: ${reason(error)}`, place: '' } };
  }
  if (text === undefined) return { fault: { message: `expected an object, found \`${shown(scenario)}\``, place: '' } };
  // JSON has no word for some values and writes `null` for them.
  const fault = text.includes('null') ? faultOf(scenario) : undefined;
  return fault ? { fault } : { text };
}

/** The first thing within a value that JSON cannot hold. */
function faultOf(value, place = '', around = []) {
  try {
    const plain = typeof value?.toJSON === 'function' ? value.toJSON() : value;
    const message = faultOfItself(plain, around);
    if (message) return { message, place };
    if (typeof plain !== 'object' || plain === null) return undefined;
    return faultWithin(plain, place, [...around, plain]);
  } catch (error) {
    return { message: `the value cannot be read: ${reason(error)}`, place };
  }
}

function faultOfItself(value, around) {
  switch (typeof value) {
    case 'number': return Number.isFinite(value) ? undefined : `expected a number, found \`${value}\``;
    case 'bigint': return `expected a number, found the BigInt \`${shown(value)}\``;
    case 'object':
      if (around.includes(value)) return 'the value contains itself';
      if (around.length > DEEPEST) return 'the value is nested deeper than any scenario';
      return undefined;
    default: return undefined;
  }
}

function faultWithin(value, place, around) {
  const isList = Array.isArray(value);
  for (const key of Object.keys(value)) {
    const at = isList ? `${place}[${key}]` : place ? `${place}.${key.slice(0, 80)}` : key.slice(0, 80);
    let item;
    try {
      item = value[key];
    } catch (error) {
      return { message: `the value cannot be read: ${reason(error)}`, place: at };
    }
    // In an object it is left out, as it should be.
    if (isList && (item === undefined || typeof item === 'function' || typeof item === 'symbol')) {
      return { message: `expected a value, found \`${shown(item)}\``, place: at };
    }
    const fault = faultOf(item, at, around);
    if (fault) return fault;
  }
  return undefined;
}

function shown(value) {
  if (typeof value === 'bigint') return `${String(value).slice(0, 80)}n`;
  return typeof value === 'function' ? 'a function' : String(value).slice(0, 80);
}

/** What was thrown, in a few words. */
function reason(error) {
  try {
    return String(error?.message ?? error).slice(0, 200);
  } catch {
    return 'for a reason that cannot be read either';
  }
}
