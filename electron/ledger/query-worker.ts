import { parentPort, workerData } from 'node:worker_threads';
import { z } from '../../shared/zod.ts';
import { openQueries } from './query-ledger.ts';
import { queryTaskSchema } from './query-task.ts';

// The worker that people's questions are answered by. It reads, and nothing else.

const { ledger } = z.object({ ledger: z.string() }).parse(workerData);
const queries = openQueries(ledger);

parentPort?.on('message', (message: unknown) => {
  // One that fails ends the worker, and its asker is told.
  parentPort?.postMessage(queries.answer(queryTaskSchema.parse(message)));
});
