import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { rupiah } from '../../../shared/money.ts';
import { arming, quote, quoteId, start } from './documents.ts';
import { newLedger, rawConnection } from './open-ledger.ts';

const member = (number: string) => ({
  product: 'pln-postpaid' as const,
  service: null,
  number,
  extras: {},
  denomination: null,
  note: '',
});

function send(ledger: Ledger, n: number, part: NonNullable<Parameters<Ledger['arm']>[0]['part']>): void {
  const armed = ledger.arm(arming(n, { at: start, part }));
  if (!armed.ok) throw new Error(armed.error.code);
}

/** Basket 1 has ended, one line of it was sent; 2 has not. Lot 1 is closed; of lot 2 line 1 was sent and line 2 was not. */
function basketsAndLots(): { readonly ledger: Ledger; readonly raw: DatabaseSyncInstance } {
  const { file, ledger } = newLedger('live');
  for (const n of [1, 2, 5]) ledger.addQuote(quote(n));
  const { baskets, lots } = ledger;
  const lines = [
    { quote: quoteId(1), isOut: false },
    { quote: quoteId(2), isOut: true },
  ];
  const first = baskets.begin({ at: start, cash: rupiah(900_000), person: 'Sri', lines });
  send(ledger, 1, { of: 'basket', basket: first });
  baskets.end(first);
  baskets.begin({ at: start, cash: rupiah(900_000), person: null, lines: lines.slice(1) });
  const lot = { at: start, person: 'Sri' };
  const line = (number: string) => ({ group: 'RT 03', collector: 'Pak Joko', member: member(number) });
  lots.open({ ...lot, lines: [line('530000000009')] });
  lots.close(1, start);
  lots.open({ ...lot, lines: [line('530000000003'), line('530000000004')] });
  ledger.addQuote(quote(3), undefined, { lot: 2, nth: 1 });
  ledger.addQuote(quote(4), undefined, { lot: 2, nth: 2 });
  send(ledger, 3, { of: 'lot', lot: 2, nth: 1 });
  return { ledger, raw: rawConnection(file) };
}

const editing = (table: string, columns: readonly string[], where = '') =>
  columns.map((column) => `UPDATE ${table} SET ${column} = ${column} ${where}`);

describe('a basket that began to be paid', () => {
  it.each([
    ...editing('basket', ['number', 'at', 'cash', 'person']),
    ...editing('basket_line', ['basket', 'nth', 'quote', 'is_out']),
    'UPDATE basket SET ended = 0 WHERE number = 1',
    'UPDATE basket_line SET sent = 0 WHERE sent = 1',
    'DELETE FROM basket',
    'DELETE FROM basket_line',
  ])('is not made another, by nobody: %s', (sql) => {
    const { raw } = basketsAndLots();
    expect(() => raw.exec(sql)).toThrow(/a basket is frozen/);
  });

  it('ends once, and a line of it is sent once', () => {
    const { raw } = basketsAndLots();
    raw.exec('UPDATE basket SET ended = 1 WHERE number = 2');
    raw.exec('UPDATE basket_line SET sent = 1 WHERE basket = 2');
    expect(() => raw.exec('UPDATE basket SET ended = 1 WHERE number = 2')).toThrow(/a basket is frozen/);
    // Of the same quote the other basket cannot have been sent too.
    expect(() => raw.exec('UPDATE basket_line SET sent = 1 WHERE basket = 1 AND sent = 0')).toThrow(/UNIQUE/);
  });
});

describe('a lot', () => {
  it.each([
    ...editing('lot', ['number', 'opened_at', 'opened_by']),
    'UPDATE lot SET closed_at = NULL WHERE number = 1',
    'DELETE FROM lot',
  ])('is not made another, by nobody: %s', (sql) => {
    const { raw } = basketsAndLots();
    expect(() => raw.exec(sql)).toThrow(/a lot is frozen/);
  });

  it.each([
    ...editing('lot_line', ['lot', 'nth', 'group_name', 'collector', 'member'], 'WHERE lot = 2 AND nth = 2'),
    'DELETE FROM lot_line',
  ])('keeps its lines: %s', (sql) => {
    const { raw } = basketsAndLots();
    expect(() => raw.exec(sql)).toThrow(/a line of a lot is frozen/);
  });

  it.each(
    editing(
      'lot_line',
      ['name', 'service_name', 'state', 'quote', 'due', 'problem', 'choice', 'payment'],
      'WHERE lot = 2 AND nth = 1',
    ),
  )('keeps what was sent of it: %s', (sql) => {
    const { raw } = basketsAndLots();
    expect(() => raw.exec(sql)).toThrow(/a line of a lot that was sent is frozen/);
  });

  it('is open alone, and a line is paid with the quote that it has or not at all', () => {
    const { raw } = basketsAndLots();
    expect(() => raw.exec('INSERT INTO lot (opened_at) VALUES (1)')).toThrow(/UNIQUE/);
    const paying = (n: number) => `UPDATE lot_line SET payment = '${quoteId(n)}' WHERE lot = 2 AND nth = 2`;
    expect(() => raw.exec(paying(1))).toThrow(/CHECK/);
    // A quote of which no payment was sent is none.
    expect(() => raw.exec(paying(4))).toThrow(/FOREIGN KEY/);
  });

  it('does not take an inquiry for a line that was sent, nor sends one again', () => {
    const { ledger } = basketsAndLots();
    const place = { lot: 2, nth: 1 };
    expect(() => ledger.addQuote(quote(6), undefined, place)).toThrow(/frozen/);
    const why = { state: 'failed', serviceName: '', problem: { code: 'no-answer' } } as const;
    expect(() => ledger.lots.noteNoBill(place, why)).toThrow(/frozen/);
    // Nothing of either is there.
    expect(() => ledger.addQuote(quote(6))).not.toThrow();
    expect(() => send(ledger, 5, { of: 'lot', lot: 2, nth: 1 })).toThrow(/not to be sent/);
    expect(ledger.payment(quoteId(5))).toBeUndefined();
    expect(ledger.lots.line(2, 1)).toMatchObject({ quote: quoteId(3), payment: { id: quoteId(3) } });
  });
});
