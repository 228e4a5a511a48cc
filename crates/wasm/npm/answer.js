// From what the module hands over to an answer: the texts of the answer and of its reasons.

/** The reasons are most of an answer, and most answers are used without them: they are read when they are first asked for. */
export function answerOf([text, trace]) {
  const answer = JSON.parse(text);
  if (trace !== undefined) define(answer.assessment, 'trace', trace);
  return answer;
}

/** An answer to what could not be assessed. */
export function failure(code, message, place, hint) {
  return { type: 'failure', diagnostics: [{ code, severity: 'error', message, place, hints: [hint] }] };
}

/**
 * A property like any other, to be listed, written, copied and frozen, whose text is read at its first use. The value is
 * remembered here and not in the object: a frozen one cannot be changed.
 */
function define(object, name, text) {
  let value;
  let unread = text;
  const settle = (settled) => {
    value = settled;
    unread = undefined;
  };
  Object.defineProperty(object, name, {
    configurable: true,
    enumerable: true,
    get() {
      if (unread !== undefined) settle(JSON.parse(unread));
      return value;
    },
    set(other) {
      if (Object.isFrozen(object)) throw new TypeError(`Cannot assign to read only property '${name}' of object`);
      settle(other);
    },
  });
}
