// DuckDB-WASM on the same file: the classification of users.sql, in a worker of its own. Bundled for the browser.

import * as duckdb from '@duckdb/duckdb-wasm';

/** `{ milliseconds, counts }` for a file under a query; starting the database is not counted. */
window.classify = async (file, sql) => {
  const worker = new Worker('duckdb-browser-eh.worker.js');
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate('duckdb-eh.wasm');
  await database.registerFileHandle('users.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const connection = await database.connect();
  await connection.query('SELECT 1');
  const start = performance.now();
  const rows = (await connection.query(sql)).toArray();
  const milliseconds = performance.now() - start;
  const counts = Object.fromEntries(rows.map((row) => [row.class, Number(row.users)]));
  await connection.close();
  await database.terminate();
  return { milliseconds, counts };
};
window.isReady = true;
