// A copy of a value as plain data; or what in it is none, and where.

/** A value's `data`, as JSON would hold it, at most so deep; or the `fault` that keeps it from being data: its message and its place. */
export function plain(value, deepest) {
  try {
    return { data: copied(value, '', [], deepest) };
  } catch (error) {
    if (error instanceof Fault) return { fault: error };
    throw error;
  }
}

class Fault {
  constructor(message, place) {
    this.message = message;
    this.place = place;
  }
}

function copied(value, place, around, deepest) {
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) {
    throw new Fault('the text holds what is half of a character (a lone surrogate): write both halves', place);
  }
  if (typeof value === 'bigint') throw new Fault(`expected a number, found the BigInt \`${String(value).slice(0, 80)}n\``, place);
  if (typeof value === 'function') throw new Fault('expected a value, found `a function`', place);
  if (typeof value === 'symbol') throw new Fault(`expected a value, found \`${String(value).slice(0, 80)}\``, place);
  if (typeof value !== 'object' || value === null) return value;
  if (around.includes(value)) throw new Fault('the value contains itself', place);
  if (around.length > deepest) throw new Fault('the value is nested deeper than any scenario', place);
  const toJSON = read(value, 'toJSON', place);
  const entries = attempt(() => (typeof toJSON === 'function' ? undefined : Object.keys(value)), place);
  if (entries === undefined) return copied(attempt(() => value.toJSON(), place), place, [...around, value], deepest);
  return attempt(() => Array.isArray(value), place) ? listOf(value, place, around, deepest) : objectOf(value, entries, place, around, deepest);
}

function listOf(items, place, around, deepest) {
  const length = read(items, 'length', place);
  const list = [];
  for (let index = 0; index < length; index += 1) {
    const at = `${place}[${index}]`;
    const item = read(items, index, at);
    if (item === undefined) throw new Fault('expected a value, found `undefined`', at);
    list.push(copied(item, at, [...around, items], deepest));
  }
  return list;
}

function objectOf(value, keys, place, around, deepest) {
  const object = Object.create(null);
  for (const key of keys) {
    const at = place ? `${place}.${key.slice(0, 80)}` : key.slice(0, 80);
    const field = read(value, key, at);
    // Said to be absent, or part of what a class brings along.
    if (['undefined', 'function', 'symbol'].includes(typeof field)) continue;
    object[key] = copied(field, at, [...around, value], deepest);
  }
  return object;
}

function read(value, key, place) {
  return attempt(() => value[key], place);
}

/** Getters and proxies may throw whatever they like. */
function attempt(action, place) {
  try {
    return action();
  } catch (error) {
    throw new Fault(`the value cannot be read: ${reason(error)}`, place);
  }
}

/** What was thrown, in a few words. */
function reason(error) {
  try {
    return String(error?.message ?? error).slice(0, 200);
  } catch {
    return 'for a reason that cannot be read either';
  }
}
