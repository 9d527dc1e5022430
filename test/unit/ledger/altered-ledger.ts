import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { verifyWhole, type Alteration } from '../../../electron/ledger/verify.ts';
import { instant } from '../../../shared/time.ts';
import { z } from '../../../shared/zod.ts';
import {
  arming,
  minutes,
  paid,
  quote,
  quoteId,
  rejected,
  reply,
  settlement,
  start,
  unknown,
} from './documents.ts';
import { newLedger, type OpenLedger } from './open-ledger.ts';

/** What `aDay` leaves in the ledger, by number of the quote. */
export const dayOf = {
  paid: 1,
  rejected: 2,
  unknown: 3,
  paidByStatus: 4,
  paidByHand: 5,
  rejectedByHand: 6,
  contradicted: 7,
  sent: 8,
  expired: 9,
  quoted: 10,
} as const;

/** A ledger with a quote in every state there is, each come to by its own way. */
export function aDay(): OpenLedger {
  const open = newLedger('live');
  const { ledger } = open;
  ledger.addQuote(quote(dayOf.expired));
  ledger.expireQuotes(start);
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) {
    ledger.addQuote(quote(n), { request: 'POST /inquiry', reply: reply(`inquiry ${n}`) });
    const depositBefore = n % 2 === 0 ? null : { amount: quote(1).total, at: start };
    const armed = ledger.arm(arming(n, { depositBefore }));
    if (!armed.ok) throw new Error(armed.error.code);
  }
  ledger.addQuote(quote(dayOf.quoted));
  answer(ledger, dayOf.paid, paid);
  answer(ledger, dayOf.rejected, rejected);
  for (const n of [
    dayOf.unknown,
    dayOf.paidByStatus,
    dayOf.paidByHand,
    dayOf.rejectedByHand,
    dayOf.contradicted,
  ])
    ledger.settle(settlement(n, unknown));
  answerStatus(ledger, dayOf.paidByStatus);
  decide(ledger, dayOf.paidByHand, 'paid-by-hand');
  decide(ledger, dayOf.rejectedByHand, 'rejected-by-hand');
  decide(ledger, dayOf.contradicted, 'rejected-by-hand');
  answer(ledger, dayOf.contradicted, paid);
  return open;
}

export function answer(ledger: Ledger, n: number, outcome: typeof paid): void {
  ledger.recordReply(quoteId(n), reply(`reply ${n}`), start);
  ledger.settle(settlement(n, outcome));
}

function answerStatus(ledger: Ledger, n: number): void {
  ledger.recordStatus(quoteId(n), { request: 'POST /status', reply: reply(`status ${n}`) }, start);
  ledger.settle(settlement(n, paid, { by: 'status', actor: 'checker' }));
}

export function decide(ledger: Ledger, n: number, kind: 'paid-by-hand' | 'rejected-by-hand'): void {
  const grounds = { reason: 'biller-said', evidence: 'Rina of the call centre' } as const;
  const reference = `HAND${n}`;
  ledger.settle({
    payment: quoteId(n),
    at: instant(start + minutes(60)),
    actor: 'owner',
    by: 'hand',
    outcome: kind === 'paid-by-hand' ? { kind, reference, ...grounds } : { kind, ...grounds },
  });
}

/**
 * Edits a closed ledger's file as somebody could who knows SQLite: the triggers are put back, and what the schema
 * forbids is done all the same.
 */
export function alter(file: string, work: (raw: DatabaseSyncInstance) => void): void {
  const raw = new DatabaseSync(file);
  try {
    raw.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON');
    const triggers = z
      .array(z.object({ name: z.string(), sql: z.string() }))
      .parse(raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all());
    for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
    work(raw);
    for (const { sql } of triggers) raw.exec(sql);
  } finally {
    raw.close();
  }
}

/** What the check of the whole says of a file. */
export function alterationIn(file: string): Alteration | undefined {
  const raw = new DatabaseSync(file, { readOnly: true });
  try {
    return verifyWhole(raw).alteration;
  } finally {
    raw.close();
  }
}

/** The number of an event in a ledger's file: the last one of its name that the n-th quote has. */
export function seqOf(file: string, n: number, event: string): number {
  const raw = new DatabaseSync(file, { readOnly: true });
  try {
    const found = raw
      .prepare('SELECT max(seq) AS seq FROM event WHERE quote = ? AND event = ?')
      .get(quoteId(n), event);
    return z.object({ seq: z.int() }).parse(found).seq;
  } finally {
    raw.close();
  }
}

/** Says that the chain was found whole up to an event, as an earlier start or the check in idle time did. */
export function putCheckpoint(file: string, seq: number): void {
  alter(file, (raw) => {
    const hash = seq === 0 ? '0'.repeat(64) : hashOf(raw, seq);
    raw.prepare('UPDATE chain SET verified_seq = ?, verified_hash = ?').run(seq, hash);
  });
}

const hashOf = (raw: DatabaseSyncInstance, seq: number): string =>
  z.object({ hash: z.string() }).parse(raw.prepare('SELECT hash FROM event WHERE seq = ?').get(seq)).hash;
