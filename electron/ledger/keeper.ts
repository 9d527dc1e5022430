import { Worker } from 'node:worker_threads';
import { backupPreviewSchema } from '../../shared/contract/backups.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { instantSchema } from '../../shared/primitives.ts';
import { z } from '../../shared/zod.ts';
import type { KeeperTask } from './keeper-task.ts';
import type { LedgerKeeper } from './ledger.ts';

const problem = z.enum([
  'folder-not-writable',
  'no-room',
  'not-verified',
  'source-unreadable',
  'backup-not-found',
]);
const resultOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: problem }),
  ]);
const backUpAnswer = resultOf(z.object({ at: instantSchema }));
const previewAnswer = resultOf(backupPreviewSchema);
const stageAnswer = resultOf(z.undefined());
const verdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole'), reached: z.object({ seq: z.int(), hash: z.string() }) }),
  z.object({ kind: z.literal('altered'), seq: z.int() }),
  z.object({ kind: z.literal('damaged') }),
  z.object({ kind: z.literal('not-read') }),
]);

export interface KeeperOptions {
  /** The worker's program (`ledger-worker.ts`, built). */
  readonly program: string | URL;
  readonly execArgv?: readonly string[];
  readonly ledger: string;
  readonly kind: LedgerKind;
  readonly onFault: (error: unknown) => void;
}

/** One worker, started with the first question and asked one thing after the other. */
export function createLedgerKeeper(options: KeeperOptions): LedgerKeeper {
  const { program, execArgv = [], ledger, kind, onFault } = options;
  let worker: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const start = (): Worker => {
    const started = new Worker(program, { workerData: { ledger, kind }, execArgv: [...execArgv] });
    // It keeps no program open: whatever it does can be done again.
    started.unref();
    worker = started;
    return started;
  };

  const askNow = (task: KeeperTask): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const asked = worker ?? start();
      const end = (settle: () => void) => {
        asked.removeAllListeners();
        settle();
      };
      const fail = (error: unknown): void =>
        end(() => {
          worker = undefined;
          void asked.terminate();
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      asked.once('message', (answer: unknown) => end(() => resolve(answer)));
      asked.once('error', fail);
      asked.once('exit', () => fail(new Error('the ledger’s worker ended')));
      asked.postMessage(task);
    });

  const ask = <Answer>(task: KeeperTask, answer: z.ZodType<Answer>, otherwise: Answer): Promise<Answer> => {
    const asked = turn
      .then(() => askNow(task))
      .then((said) => answer.parse(said))
      .catch((error: unknown) => {
        onFault(error);
        return otherwise;
      });
    turn = asked;
    return asked;
  };

  return {
    backUp: (folder, at) =>
      ask({ kind: 'back-up', folder, at }, backUpAnswer, { ok: false, error: 'not-verified' }),
    preview: (file) =>
      ask({ kind: 'preview', file }, previewAnswer, { ok: false, error: 'source-unreadable' }),
    stage: (file) => ask({ kind: 'stage', file }, stageAnswer, { ok: false, error: 'source-unreadable' }),
    unstage: () => ask({ kind: 'unstage' }, stageAnswer, { ok: false, error: 'folder-not-writable' }),
    verify: () => ask({ kind: 'verify' }, verdictSchema, { kind: 'not-read' }),
    async close() {
      await worker?.terminate();
      worker = undefined;
    },
  };
}
