import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLedgerQueries } from '../../../electron/ledger/query-keeper.ts';
import type { LedgerQueries } from '../../../electron/ledger/ledger.ts';
import { aDay, dayOf } from './altered-ledger.ts';
import { arming, quote, quoteId } from './documents.ts';
import { everything } from './history-model.ts';

interface Asked {
  readonly queries: LedgerQueries;
  readonly faults: unknown[];
}

function queriesOn(ledger: string, program = 'query-worker-entry.mjs'): Asked {
  const faults: unknown[] = [];
  const queries = createLedgerQueries({
    program: path.join(import.meta.dirname, program),
    ledger,
    onFault: (error) => void faults.push(error),
  });
  onTestFinished(() => queries.close());
  return { queries, faults };
}

describe('the worker for queries', () => {
  it('answers from the ledger as it is now, while another connection writes on', async () => {
    const { file, ledger } = aDay();
    const { queries, faults } = queriesOn(file);
    const before = await queries.search(everything, null);
    ledger.addQuote(quote(50));
    ledger.arm(arming(50, { cashier: 'Rina' }));
    const after = await queries.search(everything, null);
    expect(before.ok && before.value.entries.map(({ id }) => id)).toEqual(
      [8, 7, 6, 5, 4, 3, 2, 1].map(quoteId),
    );
    expect(after.ok && after.value.entries[0]).toMatchObject({
      id: quoteId(50),
      place: 9,
      state: 'sent',
      cashier: 'Rina',
      due: 303_500,
    });
    expect(await queries.cashiers()).toEqual(['Rina']);
    expect(await queries.findCustomers('5300', null)).toHaveLength(9);
    const paidOnes = await queries.search({ ...everything, state: 'paid-by-hand' }, null);
    expect(paidOnes.ok && paidOnes.value.entries.map(({ id }) => id)).toEqual([quoteId(dayOf.paidByHand)]);
    expect(faults).toEqual([]);
  });

  it('is asked what came last before what has waited longer, one thing at a time', async () => {
    const { queries, faults } = queriesOn('gated', 'numbering-worker.mjs');
    const asked = ['first', 'second', 'third', 'fourth'].map((text) => queries.findCustomers(text, null));
    const answers = (await Promise.all(asked)).flat();
    expect(answers.map(({ name, number }) => `${name} ${number}`)).toEqual([
      'first 1',
      'second 4',
      'third 3',
      'fourth 2',
    ]);
    expect(faults).toEqual([]);
  });

  it('that dies is told of, and the next question starts another', async () => {
    const { queries, faults } = queriesOn('none', 'numbering-worker.mjs');
    expect(await queries.findCustomers('die', null)).toEqual([]);
    expect(await queries.findCustomers('next', null)).toMatchObject([{ name: 'next' }]);
    expect(faults).toHaveLength(1);
  });

  it('says that it does not read a ledger that is not there, and nothing once it is closed', async () => {
    const { queries, faults } = queriesOn('/nowhere/ledger.db');
    expect(await queries.search(everything, null)).toEqual({ ok: false, error: 'not-read' });
    expect(faults).toHaveLength(1);
    await queries.close();
    expect(await queries.search(everything, null)).toEqual({ ok: false, error: 'not-read' });
    expect(await queries.cashiers()).toEqual([]);
    expect(faults).toHaveLength(1);
  });
});
