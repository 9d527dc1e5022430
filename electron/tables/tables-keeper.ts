import { Worker } from 'node:worker_threads';
import { err } from '../../shared/result.ts';
import type { Tables } from './tables.ts';
import { readSchema, writtenSchema, type TablesTask } from './tables-task.ts';

export interface TablesOptions {
  /** The worker's program (`tables-worker.ts`, built). */
  readonly program: string | URL;
  readonly onFault: (error: unknown) => void;
  /** What a worker may take before it is ended: a small file can be made to unpack to more than any PC has. In MiB. */
  readonly memory?: number;
}

/** A file that keeps it busy for longer is not read. In ms. */
const longest = 120_000;

/** A worker each time: files come from anywhere, and what they do to it ends with it. */
export function createTables({ program, onFault, memory = 1024 }: TablesOptions): Tables {
  const workers = new Set<Worker>();

  const ask = async (task: TablesTask): Promise<unknown> => {
    const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: memory } });
    workers.add(worker);
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('the worker for tables ended')));
        timer = setTimeout(() => reject(new Error('the worker for tables took too long')), longest);
        worker.postMessage(task);
      });
    } finally {
      clearTimeout(timer);
      workers.delete(worker);
      void worker.terminate();
    }
  };

  return {
    write: async (tables, format) => writtenSchema.parse(await ask({ kind: 'write', tables, format })),
    async read(bytes, format) {
      try {
        return readSchema.parse(await ask({ kind: 'read', bytes, format }));
      } catch (error) {
        onFault(error);
        return err('table-not-read');
      }
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}
