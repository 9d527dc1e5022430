import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LedgerQueries } from '../../../electron/ledger/ledger.ts';
import { createLedgerQueries } from '../../../electron/ledger/query-keeper.ts';
import { aDay } from './altered-ledger.ts';
import { paid, quote, quoteId, unknown } from './documents.ts';
import { everything } from './history-model.ts';
import { newLedger } from './open-ledger.ts';
import { sell, send } from './till-day.ts';

function queriesOf(ledger: string, program = path.join(import.meta.dirname, 'query-worker-entry.mjs')) {
  const faults: unknown[] = [];
  const queries = createLedgerQueries({ program, ledger, onFault: (error) => void faults.push(error) });
  onTestFinished(() => queries.close());
  return { queries, faults };
}

async function found(queries: LedgerQueries, text = ''): Promise<readonly string[]> {
  const page = await queries.search({ ...everything, text }, null);
  if (!page.ok) throw new Error(page.error);
  return page.value.entries.map(({ id }) => id);
}

describe('queries beside the sale', () => {
  it('see what has been committed, at once, while the ledger is open and written to', async () => {
    const { ledger, file } = newLedger('live');
    const { queries, faults } = queriesOf(file);
    expect(await found(queries)).toEqual([]);
    for (let n = 1; n <= 20; n += 1) {
      sell(ledger, n, n % 2 === 0 ? paid : unknown);
      expect((await found(queries))[0]).toBe(quoteId(n));
    }
    expect(await found(queries, quote(7).customerNumber)).toEqual([quoteId(7)]);
    expect(faults).toEqual([]);
  });

  it('name everybody who has sold, once, and nobody where nobody signs in', async () => {
    const { ledger, file } = newLedger('live');
    const { queries } = queriesOf(file);
    send(ledger, 1);
    expect(await queries.cashiers()).toEqual([]);
    for (const [n, cashier] of ['Sari', 'Budi', 'Sari', null].entries()) send(ledger, n + 2, cashier);
    expect(await queries.cashiers()).toEqual(['Budi', 'Sari']);
  });

  it('are answered, each by its own answer, however many are asked at once; the newest first', async () => {
    const { file } = aDay();
    const { queries, faults } = queriesOf(file);
    const order: number[] = [];
    const texts = [1, 2, 3, 4, 5, 6, 7, 8];
    const answers = await Promise.all(
      texts.map(async (n) => {
        const ids = await found(queries, quote(n).customerNumber);
        order.push(n);
        return ids;
      }),
    );
    expect(answers).toEqual(texts.map((n) => [quoteId(n)]));
    // The first had begun.
    expect(order).toEqual([1, 8, 7, 6, 5, 4, 3, 2]);
    expect(faults).toEqual([]);
  });

  it('never write to the ledger, and make none where there is none', async () => {
    const nowhere = path.join(path.dirname(newLedger().file), 'absent.db');
    const { queries, faults } = queriesOf(nowhere);
    expect(await queries.search(everything, null)).toEqual({ ok: false, error: 'not-read' });
    expect(await queries.cashiers()).toEqual([]);
    expect(await queries.findCustomers('siti', null)).toEqual([]);
    expect(faults).toHaveLength(3);
    expect(fs.existsSync(nowhere)).toBe(false);
  });

  it('that fail say so, and the next is asked of a new worker', async () => {
    const { file } = aDay();
    const { queries, faults } = queriesOf(file);
    const before = await found(queries);
    // A question that the worker takes for a bug ends it.
    const bad = { ...everything, state: 'expired' } as unknown as typeof everything;
    expect(await queries.search(bad, null)).toEqual({ ok: false, error: 'not-read' });
    expect(faults).toHaveLength(1);
    expect(await found(queries)).toEqual(before);
    expect(faults).toHaveLength(1);
  });

  it('whose program is not there are only not answered', async () => {
    const { queries, faults } = queriesOf('x', '/nowhere/worker.js');
    const asked = [queries.search(everything, null), queries.search(everything, 3), queries.cashiers()];
    const notRead = { ok: false, error: 'not-read' };
    expect(await Promise.all(asked)).toEqual([notRead, notRead, []]);
    expect(faults).toHaveLength(3);
  });

  it('that are closed answer everybody who still waits, tell no fault, and begin nothing more', async () => {
    const { file, close } = aDay();
    const { queries, faults } = queriesOf(file);
    const asked = [1, 2, 3].map((behind) => queries.search(everything, behind));
    await queries.close();
    const notRead = { ok: false, error: 'not-read' };
    expect((await Promise.all(asked)).slice(1)).toEqual([notRead, notRead]);
    expect(await queries.search(everything, null)).toEqual(notRead);
    expect(await queries.cashiers()).toEqual([]);
    expect(faults).toEqual([]);
    // Nobody holds the file any more.
    close();
    expect(fs.existsSync(`${file}-wal`)).toBe(false);
  });
});
