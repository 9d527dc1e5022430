import { parentPort } from 'node:worker_threads';
import { readTable, writeTables } from './table-files.ts';
import { tablesTaskSchema } from './tables-task.ts';

// The worker that reads and writes tables: it does one thing, and is ended.

parentPort?.once('message', (message: unknown) => {
  const task = tablesTaskSchema.parse(message);
  const work: Promise<unknown> =
    task.kind === 'write' ? writeTables(task.tables, task.format) : readTable(task.bytes, task.format);
  void work.then((answer) => parentPort?.postMessage(answer));
});
