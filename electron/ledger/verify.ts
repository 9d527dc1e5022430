import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import {
  isOpen,
  nextState,
  paymentEvents,
  paymentStates,
  type PaymentState,
} from '../../shared/payment/states.ts';
import { z } from '../../shared/zod.ts';
import { digestOfFormerPayment, digestOfPayment, genesis, linkHash, sha256 } from './chain.ts';
import { contradicted } from './contradicted.ts';
import type { Checkpoint } from './ledger.ts';
import { alteredShift } from './verify-till.ts';

/** What is wrong with a ledger: something other than this program has written in it. */
export interface Alteration {
  /** The event at which it shows. */
  readonly seq: number;
  readonly what:
    /** An event, or what it rests on, is not as it was written. */
    | 'edited'
    /** Events are missing. */
    | 'removed'
    /** A payment or a quote stands in another state than its events led to. */
    | 'state-differs'
    /** An event follows that the table of transitions forbids. */
    | 'illegal-step'
    /** A payment has no event that sent it. */
    | 'no-event'
    /** A shift, its Z report or the drawer's book is not as it was written. */
    | 'till';
}

const eventRow = z.object({
  seq: z.int(),
  quote: z.string(),
  at: z.int(),
  actor: z.string(),
  event: z.string(),
  from_state: z.string().nullable(),
  to_state: z.string(),
  evidence: z.string().nullable(),
  digest: z.string().nullable(),
  hash: z.string(),
  person: z.string().nullable(),
});

const chainRow = z.object({ seq: z.int(), hash: z.string() });

/**
 * Follows the chain of events from a checkpoint for at most `limit` events, and where it comes to the end compares that
 * with what the ledger says is its newest event.
 */
export function verifyChain(
  database: Database,
  from: Checkpoint,
  limit: number,
): { readonly reached: Checkpoint; readonly alteration: Alteration | undefined } {
  const head = chainRow.parse(database.prepare('SELECT seq, hash FROM chain').get());
  let { seq, hash } = from;
  const stop = (alteration: Alteration) => ({ reached: { seq, hash }, alteration });
  const rows = database.prepare('SELECT * FROM event WHERE seq > ? ORDER BY seq LIMIT ?');
  let followed = 0;
  for (const found of rows.iterate(from.seq, limit)) {
    const { from_state, to_state, hash: stored, ...row } = eventRow.parse(found);
    if (row.seq !== seq + 1) return stop({ seq: seq + 1, what: 'removed' });
    const link = linkHash(hash, { ...row, from: from_state, to: to_state });
    if (link !== stored) return stop({ seq: row.seq, what: 'edited' });
    seq = row.seq;
    hash = link;
    followed += 1;
  }
  const isAtEnd = followed < limit || seq === head.seq;
  if (isAtEnd && (head.seq !== seq || head.hash !== hash)) return stop({ seq: seq + 1, what: 'removed' });
  return { reached: { seq, hash }, alteration: undefined };
}

const stepRow = z.object({
  seq: z.int(),
  quote: z.string(),
  at: z.int(),
  event: z.enum(['quote', ...paymentEvents]),
  from_state: z.enum(paymentStates).nullable(),
  to_state: z.enum(paymentStates),
  evidence: z.string().nullable(),
  digest: z.string().nullable(),
  open: z.int().nullable(),
  document: z.string().nullable(),
  expires_at: z.int().nullable(),
  // Whatever stands there: what is no state at all is to be found, not stumbled over.
  state: z.string().nullable(),
  outcome: z.string().nullable(),
  settled_at: z.int().nullable(),
  reply_body: z.instanceof(Uint8Array).nullable(),
  product: z.string().nullable(),
  customer: z.string().nullable(),
  biller: z.string().nullable(),
  inquiry_id: z.string().nullable(),
  total: z.int().nullable(),
  cash: z.int().nullable(),
  host: z.string().nullable(),
  account: z.string().nullable(),
  request: z.string().nullable(),
  sent_at: z.int().nullable(),
  deposit_before: z.int().nullable(),
  deposit_before_at: z.int().nullable(),
  counter_fee: z.int().nullable(),
  rounding: z.int().nullable(),
  business_day: z.string().nullable(),
  cashier: z.string().nullable(),
  shift: z.int().nullable(),
});
type Step = z.infer<typeof stepRow>;

/** The quotes that have an event after `after` and up to `until`, and all whose payments are open. */
export interface Stretch {
  readonly after: number;
  readonly until: number;
}

// Without the index's name the planner would merge the two in the order of the ids, and go through every payment for it.
const stretchOnly = `WHERE e.quote IN (
  SELECT quote FROM event WHERE seq > ? AND seq <= ?
  UNION SELECT id FROM payment INDEXED BY payment_open WHERE state IN ('sent', 'unknown'))`;

/**
 * Folds the events of every quote, or of those of a stretch, and compares what they led to, and rest on, with what stands
 * in the other tables.
 */
export function verifyStates(database: Database, stretch?: Stretch): Alteration | undefined {
  const steps = database.prepare(
    `SELECT e.seq, e.quote, e.at, e.event, e.from_state, e.to_state, e.evidence, e.digest, q.open, q.document, q.expires_at,
       p.state, p.outcome, p.settled_at, p.reply_body, p.product, p.customer, p.biller, p.inquiry_id, p.total, p.cash,
       p.host, p.account, p.request, p.sent_at, p.deposit_before, p.deposit_before_at,
       p.counter_fee, p.rounding, p.business_day, p.cashier, p.shift
     FROM event e INDEXED BY event_quote LEFT JOIN quote q ON q.id = e.quote LEFT JOIN payment p ON p.id = e.quote
     ${stretch === undefined ? '' : stretchOnly}
     ORDER BY e.quote, e.seq`,
  );
  const bounds = stretch === undefined ? [] : [stretch.after, stretch.until];
  let last: Step | undefined;
  for (const found of steps.iterate(...bounds)) {
    const step = stepRow.parse(found);
    const before = last?.quote === step.quote ? last : undefined;
    if (last !== undefined && before === undefined && !endsWhereItStands(last))
      return { seq: last.seq, what: 'state-differs' };
    if (!follows(before?.to_state ?? null, step)) return { seq: step.seq, what: 'illegal-step' };
    if (!restsOnTheSame(step)) return { seq: step.seq, what: 'edited' };
    last = step;
  }
  if (last !== undefined && !endsWhereItStands(last)) return { seq: last.seq, what: 'state-differs' };
  return stretch === undefined ? unsent(database) : undefined;
}

const follows = (before: PaymentState | null, { event, from_state: from, to_state: to }: Step): boolean => {
  if (from !== before) return false;
  if (event === 'quote') return from === null && to === 'quoted';
  return from !== null && nextState(from, event) === to;
};

/** What is digested of the quote and of the payment as it was sent never changes. */
function restsOnTheSame({ event, digest, document, expires_at: expiresAt, ...step }: Step): boolean {
  if (document === null) return false;
  if (digest === null) return true;
  // In this order: what is not as it was digested may be no document at all.
  if (event === 'quote') return digest === sha256(document) && expiresAt === expiryIn(document);
  if (event !== 'arm') return true;
  return digest === digestOfPayment(step) || digest === digestOfFormerPayment(step);
}

const expiryIn = (document: string): number =>
  z.object({ expiresAt: z.int() }).parse(JSON.parse(document)).expiresAt;

function endsWhereItStands(step: Step): boolean {
  const { to_state: to, open, state } = step;
  if (open !== (to === 'quoted' ? 1 : 0)) return false;
  if (to === 'quoted' || to === 'expired') return state === null;
  return state === to && hasItsOutcome(step) && hasItsReply(step);
}

function hasItsOutcome({ event, at, to_state: to, evidence, digest, outcome, settled_at: settledAt }: Step) {
  if (settledAt !== (isOpen(to) ? null : at)) return false;
  if (event === 'arm') return outcome === null;
  // The evidence is then what contradicts the decision.
  if (isOpen(to) && event !== 'outcome-unknown') return outcome === contradicted;
  // Without a digest it is an event of a former version, whose confirmations a migration has made whole.
  const isFormer = digest === null && to === 'paid';
  return isFormer || evidence === outcome;
}

function hasItsReply({ event, digest, reply_body: body }: Step): boolean {
  const isByReply = event === 'reply-paid' || event === 'reply-rejected' || event === 'outcome-unknown';
  return !isByReply || digest === null || (body !== null && digest === sha256(body));
}

/** A payment whose events are gone altogether, and a quote. */
function unsent(database: Database): Alteration | undefined {
  const orphan = database
    .prepare(
      `SELECT 1 FROM quote WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.quote = quote.id AND event.event = 'quote')
       UNION ALL
       SELECT 1 FROM payment WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.quote = payment.id AND event.event = 'arm')`,
    )
    .get();
  return orphan === undefined ? undefined : { seq: 0, what: 'no-event' };
}

/** The drawer's book; where it is not as it was written, at the newest event of that shift, or of all. */
function verifyTill(database: Database): Alteration | undefined {
  const shift = alteredShift(database);
  if (shift === undefined) return undefined;
  const found = database
    .prepare(
      `SELECT coalesce((SELECT max(e.seq) FROM payment p JOIN event e ON e.quote = p.id WHERE p.shift = ?),
         max(1, (SELECT seq FROM chain))) AS seq`,
    )
    .get(shift);
  return { seq: z.object({ seq: z.int() }).parse(found).seq, what: 'till' };
}

/** The whole of a ledger, from its first event, as it stood at one moment. Reads every row. */
export function verifyWhole(database: Database): {
  readonly reached: Checkpoint;
  readonly alteration: Alteration | undefined;
} {
  // One snapshot: what is committed meanwhile would look like an alteration.
  database.exec('BEGIN');
  try {
    const chain = verifyChain(database, { seq: 0, hash: genesis }, Number.MAX_SAFE_INTEGER);
    return { ...chain, alteration: chain.alteration ?? verifyStates(database) ?? verifyTill(database) };
  } finally {
    database.exec('ROLLBACK');
  }
}
