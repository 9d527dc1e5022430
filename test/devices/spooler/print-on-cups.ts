import type { Connection, Transport } from '../../../electron/printing/transports/transport.ts';
import type { QueueDeadlines } from '../../../electron/printing/transports/spooler/queue-connection.ts';
import {
  queueTransport,
  type SpoolerTools,
} from '../../../electron/printing/transports/spooler/queue-transport.ts';
import type { Cups } from './start-cups.ts';

/** Never fires. */
export const patience: AbortSignal = new AbortController().signal;

/** The programs of this system, against that daemon. */
export const toolsFor = (cups: Pick<Cups, 'env'>, more: Partial<SpoolerTools> = {}): SpoolerTools => ({
  platform: 'linux',
  env: { ...process.env, ...cups.env },
  lpstat: 'lpstat',
  powershell: '/nonexistent/powershell',
  ...more,
});

/** For a machine with much else to do. */
export const patientDeadlines: QueueDeadlines = { takeBack: 15_000, condition: 15_000 };

export const transportTo = (
  cups: Pick<Cups, 'env'>,
  name: string,
  deadlines: QueueDeadlines = patientDeadlines,
): Transport => queueTransport({ kind: 'queue', name }, toolsFor(cups), deadlines);

export const openQueue = (
  cups: Pick<Cups, 'env'>,
  name: string,
  deadlines: QueueDeadlines = patientDeadlines,
): Promise<Connection> => transportTo(cups, name, deadlines).open(patience);

/** Opens, writes all, finishes, closes. */
export async function print(cups: Pick<Cups, 'env'>, name: string, bytes: Uint8Array): Promise<string> {
  const connection = await openQueue(cups, name);
  try {
    await connection.write(bytes, patience, () => undefined);
    return await connection.finish(patience);
  } finally {
    await connection.close();
  }
}

export interface Followed {
  readonly connection: Connection;
  /** What `finish` came to; it never rejects. */
  readonly outcome: Promise<unknown>;
  readonly isSettled: () => boolean;
  readonly abandon: () => void;
}

/** A job that is being finished, and may be called off. */
export async function startPrinting(connection: Connection, bytes: Uint8Array): Promise<Followed> {
  const abort = new AbortController();
  await connection.write(bytes, patience, () => undefined);
  let isSettled = false;
  const outcome = connection.finish(abort.signal).then(
    (delivery) => delivery,
    (fault: unknown) => fault,
  );
  void outcome.then(() => (isSettled = true));
  return { connection, outcome, isSettled: () => isSettled, abandon: () => abort.abort() };
}
