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
  let waiting:
    { readonly resolve: (answer: unknown) => void; readonly reject: (error: unknown) => void } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const start = (): Worker => {
    const started = new Worker(program, { workerData: { ledger, kind }, execArgv: [...execArgv] });
    const lost = (error: unknown): void => {
      if (worker !== started) return;
      worker = undefined;
      void started.terminate();
      waiting?.reject(error);
    };
    // For its whole life: a worker whose listeners were all taken away (Node's own among them) is never heard again, and
    // one that dies between two questions must not be asked the next one.
    started.on('message', (answer: unknown) => waiting?.resolve(answer));
    started.on('error', lost);
    started.on('exit', () => lost(new Error('the ledger’s worker ended')));
    // It keeps no program open: whatever it does can be done again.
    started.unref();
    worker = started;
    return started;
  };

  const askNow = (task: KeeperTask): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      (worker ?? start()).postMessage(task);
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
    stage: (file, archive = null) =>
      ask({ kind: 'stage', file, archive }, stageAnswer, { ok: false, error: 'source-unreadable' }),
    unstage: () => ask({ kind: 'unstage' }, stageAnswer, { ok: false, error: 'folder-not-writable' }),
    verify: () => ask({ kind: 'verify' }, verdictSchema, { kind: 'not-read' }),
    async close() {
      await worker?.terminate();
    },
  };
}
