import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { nextState, paymentEvents, paymentStates, type PaymentState } from '../../shared/payment/states.ts';
import { z } from '../../shared/zod.ts';
import { digestOfPayment, genesis, linkHash, sha256 } from './chain.ts';
import type { Checkpoint } from './ledger.ts';

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
    | 'no-event';
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
  event: z.enum(['quote', ...paymentEvents]),
  from_state: z.enum(paymentStates).nullable(),
  to_state: z.enum(paymentStates),
  evidence: z.string().nullable(),
  digest: z.string().nullable(),
  open: z.int(),
  document: z.string(),
  state: z.enum(paymentStates).nullable(),
  outcome: z.string().nullable(),
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
});
type Step = z.infer<typeof stepRow>;

/** Folds the events of every quote and compares what they led to, and rest on, with what stands in the other tables. */
export function verifyStates(database: Database): Alteration | undefined {
  const steps = database.prepare(
    `SELECT e.seq, e.quote, e.event, e.from_state, e.to_state, e.evidence, e.digest, q.open, q.document,
       p.state, p.outcome, p.reply_body, p.product, p.customer, p.biller, p.inquiry_id, p.total, p.cash, p.host,
       p.account, p.request, p.sent_at, p.deposit_before, p.deposit_before_at
     FROM event e INDEXED BY event_quote JOIN quote q ON q.id = e.quote LEFT JOIN payment p ON p.id = e.quote
     ORDER BY e.quote, e.seq`,
  );
  let last: Step | undefined;
  for (const found of steps.iterate()) {
    const step = stepRow.parse(found);
    const before = last?.quote === step.quote ? last : undefined;
    if (last !== undefined && before === undefined && !endsWhereItStands(last))
      return { seq: last.seq, what: 'state-differs' };
    if (!follows(before?.to_state ?? null, step)) return { seq: step.seq, what: 'illegal-step' };
    if (!restsOnTheSame(step)) return { seq: step.seq, what: 'edited' };
    last = step;
  }
  if (last !== undefined && !endsWhereItStands(last)) return { seq: last.seq, what: 'state-differs' };
  return unsent(database);
}

const follows = (before: PaymentState | null, { event, from_state: from, to_state: to }: Step): boolean => {
  if (from !== before) return false;
  if (event === 'quote') return from === null && to === 'quoted';
  return from !== null && nextState(from, event) === to;
};

/** What is digested of the quote and of the payment as it was sent never changes. */
function restsOnTheSame({ event, digest, document, ...step }: Step): boolean {
  if (digest === null) return true;
  if (event === 'quote') return digest === sha256(document);
  return event === 'arm' ? digest === digestOfPayment(step) : true;
}

function endsWhereItStands({
  event,
  to_state: to,
  evidence,
  digest,
  open,
  state,
  outcome,
  reply_body,
}: Step) {
  if ((open === 1) !== (to === 'quoted')) return false;
  if (to === 'quoted' || to === 'expired') return state === null;
  if (state !== to) return false;
  const isSettled = to !== 'sent' && to !== 'unknown';
  if (isSettled && evidence !== outcome) return false;
  const isByReply = event === 'reply-paid' || event === 'reply-rejected';
  return !isByReply || digest === null || (reply_body !== null && digest === sha256(reply_body));
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

/** The whole of a ledger, from its first event, as it stood at one moment. Reads every row. */
export function verifyWhole(database: Database): {
  readonly reached: Checkpoint;
  readonly alteration: Alteration | undefined;
} {
  // One snapshot: what is committed meanwhile would look like an alteration.
  database.exec('BEGIN');
  try {
    const chain = verifyChain(database, { seq: 0, hash: genesis }, Number.MAX_SAFE_INTEGER);
    return { ...chain, alteration: chain.alteration ?? verifyStates(database) };
  } finally {
    database.exec('ROLLBACK');
  }
}
