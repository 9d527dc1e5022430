import { createHash } from 'node:crypto';
import { businessDay, usualDay } from '../../shared/business-day.ts';
import { isInstant } from '../../shared/time.ts';

/** An event as it is chained: all that stands in its row but the hash itself. */
export interface ChainedEvent {
  readonly seq: number;
  readonly quote: string;
  readonly at: number;
  readonly actor: string;
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  readonly evidence: string | null;
  /** SHA-256 of what the event rests on, where that stands in another row. */
  readonly digest: string | null;
  /** Who was at the counter, or whose PIN it was; `null` where nobody signs in, and in events of former versions. */
  readonly person: string | null;
}

/** The hash that stands before the first event. */
export const genesis = '0'.repeat(64);

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The hash of an event that follows one whose hash is `previous`: hexadecimal SHA-256. */
export function linkHash(
  previous: string,
  { seq, quote, at, actor, event, from, to, evidence, digest, person }: ChainedEvent,
): string {
  const told = [previous, seq, quote, at, actor, event, from, to, evidence, digest];
  // Without a name it is hashed as it was before there were names.
  return sha256(JSON.stringify(person === null ? told : [...told, person]));
}

/** What was digested of a payment before it was told who sold it, when and in which shift. */
const formerColumns = [
  'product',
  'customer',
  'biller',
  'inquiry_id',
  'total',
  'cash',
  'host',
  'account',
  'request',
  'sent_at',
  'deposit_before',
  'deposit_before_at',
] as const;

/** The columns of a payment that are frozen once it is sent, in the order they are digested in. */
export const frozenColumns = [
  ...formerColumns,
  'counter_fee',
  'rounding',
  'business_day',
  'cashier',
  'shift',
] as const;
export type FrozenPayment = Readonly<Record<(typeof frozenColumns)[number], string | number | null>>;

export const digestOfPayment = (payment: FrozenPayment): string =>
  sha256(JSON.stringify(frozenColumns.map((column) => payment[column])));

/** The same of a payment of a former version; `undefined` where it says what only today's versions can have written. */
export function digestOfFormerPayment(payment: FrozenPayment): string | undefined {
  const { counter_fee, rounding, business_day, cashier, shift, sent_at } = payment;
  const isFormer = counter_fee === 0 && rounding === 0 && cashier === null && shift === null;
  if (!isFormer || !isInstant(sent_at) || business_day !== businessDay(sent_at, usualDay)) return undefined;
  return sha256(JSON.stringify(formerColumns.map((column) => payment[column])));
}
