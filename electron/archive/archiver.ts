import { Worker } from 'node:worker_threads';
import type { z } from '../../shared/zod.ts';
import type { Archiver } from './archive.ts';
import { readSchema, writtenSchema, type ArchiveTask } from './archive-task.ts';

export interface ArchiverOptions {
  /** The worker's program (`archive-worker.ts`, built). */
  readonly program: string | URL;
  readonly onFault: (error: unknown) => void;
}

/** Each archive has a worker of its own, which ends with it. */
export function createArchiver({ program, onFault }: ArchiverOptions): Archiver {
  const ask = async <Answer>(
    task: ArchiveTask,
    answer: z.ZodType<Answer>,
    otherwise: Answer,
  ): Promise<Answer> => {
    const worker = new Worker(program);
    try {
      const said = await new Promise<unknown>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('the archive’s worker ended')));
        worker.postMessage(task);
      });
      return answer.parse(said);
    } catch (error) {
      onFault(error);
      return otherwise;
    } finally {
      await worker.terminate();
    }
  };
  return {
    write: (order) => ask({ kind: 'write', order }, writtenSchema, { ok: false, error: 'not-verified' }),
    read: (order) => ask({ kind: 'read', order }, readSchema, { ok: false, error: 'archive-damaged' }),
  };
}
