import { isDeepStrictEqual } from 'node:util';
import type { Ledger, PaymentRecord } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import type { PaymentState } from '../../../shared/payment/states.ts';
import { arming, job, jobId, quote, quoteId, start } from '../../unit/ledger/documents.ts';
import { faultsOfDatabase } from './check-database.ts';
import { outcomeOf, replyTo } from './sales.ts';

const steps = ['began', 'quoted', 'armed', 'replied', 'settled'] as const;

/** How far each payment is known to have come, by its number: an index in `steps`. */
function progressOf(acknowledged: readonly string[]): ReadonlyMap<number, number> {
  const progress = new Map<number, number>();
  for (const line of acknowledged) {
    const [word, n] = line.split(' ');
    const step = steps.findIndex((one) => one === word);
    if (step >= 0) progress.set(Number(n), step);
  }
  return progress;
}

/**
 * Opens the ledger in `file` as a counter that starts again does, and compares it with what was acknowledged. Returns
 * what is wrong with it in words; nothing where everything acknowledged is there as it was, nothing else but what was
 * being done, and SQLite finds the file whole.
 */
export function faultsIn(file: string, acknowledged: readonly string[]): readonly string[] {
  const opened = openLedger(file, 'training', start);
  if (!opened.ok) return [`it does not open: ${JSON.stringify(opened.error)}`];
  const ledger = opened.value;
  try {
    const progress = progressOf(acknowledged);
    const faults = [...progress].flatMap(([n, step]) => faultsOf(ledger, n, step));
    const next = progress.size + 1;
    if (ledger.events(quoteId(next)).length > 0) faults.push(`payment ${next} was never begun`);
    return [...faults, ...faultsOfDatabase(file)];
  } catch (error) {
    return [`it cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    ledger.close();
  }
}

/** What is wrong with payment `n`, which had come to step `step`, or was on its way to the next one. */
function faultsOf(ledger: Ledger, n: number, step: number): readonly string[] {
  const id = quoteId(n);
  const record = ledger.payment(id);
  const events = ledger.events(id).map(({ to }) => to);
  const settled = outcomeOf(n).kind;
  const reached = trailOf(record, events, settled);
  if (reached === undefined)
    return [`payment ${n} makes no sense: ${events.join(' ')} ${String(record?.state)}`];
  const faults: string[] = [];
  if (reached < step) faults.push(`payment ${n} was acknowledged as ${steps[step]} and is ${steps[reached]}`);
  if (reached > step + 1) faults.push(`payment ${n} was ${steps[step]} and is already ${steps[reached]}`);
  if (record === undefined) return faults;

  const { cash, host, account, request, sentAt: at } = record;
  const sent = { ...arming(n), cash, host, account, request, at };
  if (!isDeepStrictEqual(record.quote, quote(n))) faults.push(`payment ${n} has another quote`);
  if (!isDeepStrictEqual(sent, arming(n))) faults.push(`payment ${n} was sent otherwise`);
  if (reached >= 3 && !isSameReply(record.reply, replyTo(n))) faults.push(`payment ${n} has another reply`);
  if (reached === 4) {
    if (!isDeepStrictEqual(record.outcome, outcomeOf(n))) faults.push(`payment ${n} has another outcome`);
    const { state: _state, problem: _problem, ...printed } = ledger.printJobs.find(jobId(n)) ?? {};
    const expected = settled === 'paid' ? job(n, id) : {};
    if (!isDeepStrictEqual(plain(printed), plain(expected))) faults.push(`payment ${n} has another receipt`);
  }
  return faults;
}

/** How far a payment came by its own row and by its history, where the two agree. */
function trailOf(
  record: PaymentRecord | undefined,
  events: readonly PaymentState[],
  settled: PaymentState,
): number | undefined {
  if (record === undefined) return events.length === 0 ? 0 : events.join(' ') === 'quoted' ? 1 : undefined;
  if (events.join(' ') === 'quoted sent' && record.state === 'sent') return record.reply === null ? 2 : 3;
  return events.join(' ') === `quoted sent ${settled}` && record.state === settled ? 4 : undefined;
}

const isSameReply = (found: PaymentRecord['reply'], expected: NonNullable<PaymentRecord['reply']>): boolean =>
  found !== null &&
  Buffer.from(found.body).equals(expected.body) &&
  isDeepStrictEqual({ ...found, body: null }, { ...expected, body: null });

/** Without the difference between a Buffer and another view of bytes. */
const plain = (of: { readonly bytes?: Uint8Array }): unknown => ({
  ...of,
  bytes: Buffer.from(of.bytes ?? []).toString('hex'),
});
