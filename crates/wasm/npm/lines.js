// The lines of a stream of bytes, one at a time: memory holds one line and no more, however long the stream is.

const NEWLINE = 0x0a;

/** What stands in the place of a line that is longer than `most` bytes. */
export const TOO_LONG = Symbol('a line that is too long');

/** Every line as bytes, without what ends it. */
export async function* linesOf(stream, most) {
  let pieces = [];
  let length = 0;
  const add = (piece) => {
    length += piece.length;
    // Of a line that is too long nothing is kept but that it is.
    if (length > most) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  const line = () => {
    const whole = length > most ? TOO_LONG : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    return whole;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end));
      yield line();
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield line();
}
