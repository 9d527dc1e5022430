import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../electron/ledger/database.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { paid, quote, quoteId, settlement, start, unknown } from './documents.ts';
import { memoryFolder } from './temp-folder.ts';

const { details: _d, billDetails: _b, ...confirmation } = paid.kind === 'paid' ? paid.confirmation : {};
const paidAsOfOld = JSON.stringify({ kind: 'paid', confirmation });

/** A ledger as the first version wrote it: one biller, no services, confirmations without details. */
function firstVersion(): string {
  const file = path.join(memoryFolder(), 'ledger.db');
  const raw = new DatabaseSync(file);
  migrate(raw, 0, undefined, 1);
  raw.exec('PRAGMA foreign_keys = ON');
  raw.prepare("INSERT INTO meta VALUES (1, 'live', ?)").run(start);
  for (const n of [1, 2]) {
    const { service: _none, ...document } = quote(n);
    raw.prepare('INSERT INTO quote VALUES (?, ?, ?, 0)').run(quoteId(n), JSON.stringify(document), start + 1);
    const note = raw.prepare(
      "INSERT INTO event (quote, at, actor, event, from_state, to_state, evidence) VALUES (?, ?, 'counter', ?, ?, ?, ?)",
    );
    note.run(quoteId(n), start, 'quote', null, 'quoted', null);
    note.run(quoteId(n), start, 'arm', 'quoted', 'sent', null);
    if (n === 1) note.run(quoteId(n), start, 'reply-paid', 'sent', 'paid', paidAsOfOld);
    else note.run(quoteId(n), start, 'outcome-unknown', 'sent', 'unknown', JSON.stringify(unknown));
  }
  const pay = raw.prepare(
    `INSERT INTO payment (id, state, product, customer, biller, inquiry_id, total, cash, host, account, request, sent_at, outcome, settled_at)
     VALUES (?, ?, 'pln-postpaid', ?, 'teleanjar', ?, 303500, 303500, 'h', 'a', 'r', ?, ?, ?)`,
  );
  pay.run(quoteId(1), 'paid', quote(1).customer.identity, 'RESP1', start, paidAsOfOld, start);
  pay.run(quoteId(2), 'unknown', quote(2).customer.identity, 'RESP2', start, JSON.stringify(unknown), null);
  raw.close();
  return file;
}

describe('a ledger of the first version', () => {
  it('is read whole by this one, and goes on', () => {
    const opened = openLedger(firstVersion(), 'live', start);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const ledger = opened.value;
    expect(ledger.payment(quoteId(1))).toMatchObject({
      state: 'paid',
      quote: { service: { code: 'TELE-PLN-POSTPAID', name: '' } },
      outcome: paid,
    });
    expect(ledger.openPayments().map(({ quote: { id } }) => id)).toEqual([quoteId(2)]);
    expect(ledger.events(quoteId(1))[0]).toMatchObject({ actor: 'counter', event: 'quote', to: 'quoted' });
    expect(ledger.settle(settlement(2, paid, { by: 'status', actor: 'checker' })).ok).toBe(true);
    expect(ledger.events(quoteId(2)).map(({ event }) => event)).toEqual([
      'quote',
      'arm',
      'outcome-unknown',
      'status-paid',
    ]);
    ledger.close();
  });

  it('keeps its history append-only', () => {
    const file = firstVersion();
    const opened = openLedger(file, 'live', start);
    if (opened.ok) opened.value.close();
    const raw = new DatabaseSync(file);
    expect(() => raw.exec('DELETE FROM event')).toThrow(/append-only/);
    expect(() => raw.exec("UPDATE event SET actor = 'x'")).toThrow(/append-only/);
    raw.close();
  });
});
