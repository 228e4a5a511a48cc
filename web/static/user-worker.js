// Starts the worker of the user analysis. The build puts the glue of its module into this file.

import init from './seatwise-users.js';

// In a page that is one file, the module stands before this script, compressed and in letters; else beside it.
const packed = self.seatwiseUsers;
init(packed && { module_or_path: unpacked() });

function unpacked() {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'Content-Type': 'application/wasm' } });
}
