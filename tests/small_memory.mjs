// A WebAssembly module whose memory cannot grow: the same code, out of memory where it asks for more.

const MEMORY_SECTION = 5;

/** The bytes of a module with its memory limited to so many pages (of 64 kB) beyond those that it starts with. */
export function withLittleMemory(bytes, morePages) {
  const module = new Uint8Array(bytes);
  for (let at = 8; at < module.length;) {
    const id = module[at];
    const size = unsigned(module, at + 1);
    const end = size.next + size.value;
    if (id === MEMORY_SECTION) {
      // One memory, limits without a maximum, the minimum.
      const [count, flags] = module.subarray(size.next);
      const least = unsigned(module, size.next + 2);
      if (count !== 1 || flags !== 0) throw new Error('the module has another kind of memory than it had');
      const limits = [1, 1, ...encoded(least.value), ...encoded(least.value + morePages)];
      const section = [MEMORY_SECTION, ...encoded(limits.length), ...limits];
      return Uint8Array.from([...module.subarray(0, at), ...section, ...module.subarray(end)]);
    }
    at = end;
  }
  throw new Error('the module has no memory of its own');
}

/** An unsigned LEB128 number, and where what follows it begins. */
function unsigned(bytes, from) {
  let value = 0;
  for (let at = from, shift = 0; ; at += 1, shift += 7) {
    value += (bytes[at] & 0x7f) * 2 ** shift;
    if (bytes[at] < 0x80) return { value, next: at + 1 };
  }
}

function encoded(number) {
  const bytes = [];
  for (let rest = number; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}
