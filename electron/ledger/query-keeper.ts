import { Worker } from 'node:worker_threads';
import { historyPageSchema, knownCustomerSchema } from '../../shared/contract/history.ts';
import { soldHereSchema, mostSoldHere } from '../../shared/reconcile/sold-here.ts';
import { depositDaySchema } from '../../shared/report/deposit-days.ts';
import { salesReportSchema } from '../../shared/report/sales-report.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { z } from '../../shared/zod.ts';
import type { LedgerQueries } from './ledger.ts';
import type { QueryTask } from './query-task.ts';

export interface QueriesOptions {
  /** The worker's program (`query-worker.ts`, built). */
  readonly program: string | URL;
  readonly ledger: string;
  readonly onFault: (error: unknown) => void;
}

interface Asked {
  readonly task: QueryTask;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** One worker, started with the first question. It is asked one thing at a time, and of those that wait the newest first. */
export function createLedgerQueries({ program, ledger, onFault }: QueriesOptions): LedgerQueries {
  let worker: Worker | undefined;
  let asking: Asked | undefined;
  let isClosed = false;
  const waiting: Asked[] = [];

  const next = (): void => {
    if (asking !== undefined) return;
    asking = waiting.pop();
    if (asking === undefined) return;
    try {
      (worker ?? start()).postMessage(asking.task);
    } catch (error) {
      ended((asked) => asked.reject(error));
    }
  };

  const ended = (tell: (asked: Asked) => void): void => {
    const asked = asking;
    asking = undefined;
    if (asked !== undefined) tell(asked);
    next();
  };

  const start = (): Worker => {
    const started = new Worker(program, { workerData: { ledger } });
    const lost = (error: unknown): void => {
      if (worker !== started) return;
      worker = undefined;
      void started.terminate();
      ended((asked) => asked.reject(error));
    };
    // For its whole life, as in `keeper.ts`.
    started.on('message', (answer: unknown) => ended((asked) => asked.resolve(answer)));
    started.on('error', lost);
    started.on('exit', () => lost(new Error('the worker for queries ended')));
    // It keeps no program open.
    started.unref();
    worker = started;
    return started;
  };

  const ask = async <Answer>(task: QueryTask, answer: z.ZodType<Answer>): Promise<Answer> =>
    answer.parse(
      await new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error('the ledger is closed'));
        waiting.push({ task, resolve, reject });
        next();
      }),
    );

  const askOr = <Answer>(task: QueryTask, answer: z.ZodType<Answer>, otherwise: Answer): Promise<Answer> =>
    ask(task, answer).catch((error: unknown) => {
      if (!isClosed) onFault(error);
      return otherwise;
    });

  const asResult = <Answer>(
    task: QueryTask,
    answer: z.ZodType<Answer>,
  ): Promise<Result<Answer, 'not-read'>> =>
    ask(task, answer).then(ok, (error: unknown) => {
      if (!isClosed) onFault(error);
      return err('not-read' as const);
    });

  return {
    search: (query, behind) => asResult({ kind: 'search', query, behind }, historyPageSchema),
    report: (query) => asResult({ kind: 'report', query }, salesReportSchema),
    deposits: (days) => asResult({ kind: 'deposits', days }, z.array(depositDaySchema).readonly()),
    async soldAt(of) {
      const found = await asResult({ kind: 'sold-at', of }, z.array(soldHereSchema).readonly());
      return found.ok && found.value.length > mostSoldHere ? err('too-many') : found;
    },
    cashiers: () => askOr({ kind: 'cashiers' }, z.array(z.string()).readonly(), []),
    findCustomers: (text, product) =>
      askOr({ kind: 'find-customers', text, product }, z.array(knownCustomerSchema).readonly(), []),
    async close() {
      isClosed = true;
      for (const { reject } of waiting.splice(0)) reject(new Error('the ledger is closed'));
      await worker?.terminate();
    },
  };
}
