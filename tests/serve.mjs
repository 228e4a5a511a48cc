// Serves a folder on this machine as a plain static host does: no header of ours, under a path.
//
//     node tests/serve.mjs <folder> <base> <port>
//
// Prints the address once it answers, and ends with its standard input.

import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

/** Serves a folder under a path that begins and ends with a slash; any free port for 0. */
export async function serve(folder, { base = '/', port = 0, headers = {} } = {}) {
  const files = sirv(folder, { dev: true, brotli: true, setHeaders: (response) => response.setHeaders(new Map(Object.entries(headers))) });
  const server = createServer((request, response) => {
    const notFound = () => response.writeHead(404).end('not found\n');
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
    if (`${request.url}/` === base) return response.writeHead(308, { Location: base }).end();
    if (!request.url.startsWith(base)) return notFound();
    request.url = request.url.slice(base.length - 1);
    return files(request, response, notFound);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, url: `http://127.0.0.1:${server.address().port}${base}` };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, base, port] = process.argv.slice(2);
  const { url } = await serve(folder, { base, port: Number(port) });
  console.log(url);
  process.stdin.resume().on('end', () => process.exit());
}
