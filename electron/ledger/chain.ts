import { createHash } from 'node:crypto';

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
}

/** The hash that stands before the first event. */
export const genesis = '0'.repeat(64);

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The hash of an event that follows one whose hash is `previous`: hexadecimal SHA-256. */
export function linkHash(
  previous: string,
  { seq, quote, at, actor, event, from, to, evidence, digest }: ChainedEvent,
): string {
  return sha256(JSON.stringify([previous, seq, quote, at, actor, event, from, to, evidence, digest]));
}

/** The columns of a payment that are frozen once it is sent, in the order they are digested in. */
export const frozenColumns = [
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
export type FrozenPayment = Readonly<Record<(typeof frozenColumns)[number], string | number | null>>;

export const digestOfPayment = (payment: FrozenPayment): string =>
  sha256(JSON.stringify(frozenColumns.map((column) => payment[column])));
