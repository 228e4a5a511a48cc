// Everything of a page that is one file: what stands beside the page elsewhere stands in elements of this one, compressed.
// `cargo xtask single` puts the glue of the modules into this script, which goes before boot.js.

import * as page from './page.js';
import * as xlsx from './xlsx.js';

const MODULE = { headers: { 'Content-Type': 'application/wasm' } };

/** The text of an element: a file, compressed and in letters. */
const packed = (name) => document.getElementById(`file-${name}`).textContent;

/** A file, as an answer to a request for it. */
function bring(name) {
  const bytes = Uint8Array.from(atob(packed(name)), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), MODULE);
}

const modules = {
  page,
  xlsx: { ...xlsx, default: () => xlsx.default({ module_or_path: bring('xlsx') }) },
};

window.seatwiseInside = {
  load: async (name) => modules[name],
  bring: async (name) => {
    if (name !== document.documentElement.dataset.texts) return bring(name);
    // A worker asks for the texts of the language by their address.
    const texts = await bring(name).blob();
    document.documentElement.dataset.texts = URL.createObjectURL(texts);
    return new Response(texts);
  },
};

// The worker of the user analysis, with its module before its script.
(async () => {
  const script = await bring('users-script').text();
  const worker = new Blob([`self.seatwiseUsers='${packed('users')}';`, script], { type: 'text/javascript' });
  document.querySelector('script[data-users]').dataset.users = URL.createObjectURL(worker);
})();
