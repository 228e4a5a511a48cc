// From what the module hands over to an answer: the texts of the answer and of its reasons.

/** The reasons are most of an answer, and most answers are used without them: they are read when they are first asked for. */
export function answerOf([text, trace]) {
  const answer = JSON.parse(text);
  if (trace !== undefined) define(answer.assessment, 'trace', trace);
  return answer;
}

/** A property like any other, to be listed, written and copied, whose text is read at its first use. */
function define(object, name, text) {
  const settle = (value) => {
    Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
    return value;
  };
  Object.defineProperty(object, name, {
    configurable: true, enumerable: true, get: () => settle(JSON.parse(text)), set: settle,
  });
}
