import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { frozenColumns } from '../../../electron/ledger/chain.ts';
import { instant } from '../../../shared/time.ts';
import { aDay, dayOf } from './altered-ledger.ts';
import { minutes, quoteId, start } from './documents.ts';
import { rawConnection } from './open-ledger.ts';

/** A ledger with something in every table, and a connection past all of the program's own rules. */
function aDayAndRaw(): DatabaseSyncInstance {
  const { file, ledger } = aDay();
  ledger.addLook(quoteId(dayOf.unknown), { at: start, finding: { kind: 'amounts' } });
  ledger.addGap(start, instant(start + minutes(1)));
  ledger.addGap(start, instant(start + minutes(2)));
  ledger.closeGap(1, start, 'compared with the statement');
  return rawConnection(file);
}

describe('what is written once', () => {
  it.each(['event', 'exchange', 'look'])('in %s is neither edited nor removed, by nobody', (table) => {
    const raw = aDayAndRaw();
    expect(() => raw.exec(`UPDATE ${table} SET at = at + 1`)).toThrow(/append-only/);
    expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow(/append-only/);
  });

  it.each(['id', ...frozenColumns])('of a payment is not edited: %s', (column) => {
    const raw = aDayAndRaw();
    expect(() => raw.exec(`UPDATE payment SET ${column} = ${column}`)).toThrow(/a payment is frozen/);
  });

  it.each(['id', 'document', 'expires_at'])('of a quote is not edited: %s', (column) => {
    const raw = aDayAndRaw();
    expect(() => raw.exec(`UPDATE quote SET ${column} = ${column}`)).toThrow(/a quote is frozen/);
  });

  it.each([
    ['payment', /a payment is frozen/],
    ['quote', /a quote is frozen/],
    ['gap', /gaps are kept/],
  ])('as a %s is not removed', (table, refusal) => {
    const raw = aDayAndRaw();
    expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow(refusal);
  });

  it('over a closed gap is not written over', () => {
    const raw = aDayAndRaw();
    expect(() => raw.exec("UPDATE gap SET note = 'other' WHERE id = 1")).toThrow(/gaps are kept/);
    expect(() => raw.exec("UPDATE gap SET closed_at = 1, note = 'other' WHERE id = 2")).not.toThrow();
  });
});
