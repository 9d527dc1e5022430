import type { DatabaseSync as RealDatabase } from '@photostructure/sqlite';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { unboundedScans } from '../../bench/ledger/unbounded-scans.ts';
import { openQueries } from '../../../electron/ledger/query-ledger.ts';
import { historyPageSchema } from '../../../shared/contract/history.ts';
import { aDay } from './altered-ledger.ts';
import { arming, quote } from './documents.ts';
import { everything } from './history-model.ts';

const { prepared } = vi.hoisted(() => ({ prepared: new Set<string>() }));

vi.mock('@photostructure/sqlite', async (importOriginal) => {
  const real = await importOriginal<{ DatabaseSync: typeof RealDatabase }>();
  class DatabaseSync extends real.DatabaseSync {
    override prepare(...args: Parameters<InstanceType<typeof RealDatabase>['prepare']>) {
      prepared.add(args[0]);
      return super.prepare(...args);
    }
  }
  return { ...real, DatabaseSync };
});
afterAll(() => vi.doUnmock('@photostructure/sqlite'));

describe('the statements of a ledger that is opened and used', () => {
  it('never go through a table that grows, nor through all of a product or a biller', () => {
    const { file, reopen } = aDay();
    // Its birth is behind it, migrations and all.
    prepared.clear();
    reopen();
    const sql = [...prepared];
    expect(sql.length).toBeGreaterThan(50);
    const found = unboundedScans(file, sql);
    // Jobs that are done are asked for by nobody but tests.
    expect(found.map((each) => each.sql)).toEqual(['SELECT * FROM print_job WHERE state = ? ORDER BY seq']);
  });

  it('never do so either where people look for something, whatever it is and whichever way it is looked for', () => {
    const { file } = aDay();
    const day = arming(1).day;
    const texts = [
      '',
      'siti',
      'siti warung',
      '53',
      quote(1).customerNumber,
      '303.500',
      'VSI0001',
      '1234 5678',
    ];
    const seldom = { gathered: 0, lookedAt: 10_000, firstLook: 5, step: 1 };
    prepared.clear();
    for (const bounds of [undefined, seldom]) {
      const queries = openQueries(file, bounds);
      for (const text of texts) {
        for (const days of [{}, { from: day }, { from: day, until: day }])
          for (const of of [
            {},
            { cashier: 'Rina' },
            { state: 'paid' as const, product: 'pln-postpaid' as const },
          ]) {
            const query = { ...everything, text, ...days, ...of };
            historyPageSchema.parse(queries.answer({ kind: 'search', query, behind: 5 }));
          }
        for (const product of [null, 'pln-postpaid' as const])
          queries.answer({ kind: 'find-customers', text, product });
      }
      queries.answer({ kind: 'cashiers' });
      queries.close();
    }
    const sql = [...prepared];
    expect(sql.length).toBeGreaterThan(20);
    const found = unboundedScans(file, sql);
    // The newest few thousand, whose number is bound in it.
    expect(found.map(({ step }) => step)).toEqual(['SCAN sale']);
    expect(found[0]?.sql).toContain('FROM (SELECT customer, place FROM sale ORDER BY place DESC LIMIT ?1) s');
  });

  it('would be seen if they did', () => {
    const { file } = aDay();
    const bad = [
      'SELECT id FROM payment ORDER BY sent_at',
      "SELECT id FROM payment WHERE state = 'unknown' ORDER BY sent_at LIMIT ?",
      'SELECT p.id FROM payment p WHERE p.product = ? AND p.total = ?',
      'SELECT DISTINCT host FROM payment WHERE biller = ?',
      "SELECT * FROM print_job WHERE state = 'queued' ORDER BY seq LIMIT 1",
      "SELECT * FROM print_job WHERE state = 'failed' ORDER BY seq",
      'SELECT * FROM print_event WHERE job = ? ORDER BY seq',
      'SELECT place FROM sale s WHERE token IS NULL',
      'SELECT id FROM customer c WHERE name = ?',
      'SELECT s.place FROM customer_term t JOIN sale s ON s.customer = t.customer WHERE t.customer = ?',
    ];
    expect(unboundedScans(file, bad).map(({ sql }) => sql)).toEqual(bad);
    expect(unboundedScans(file, ['SELECT id FROM payment ORDER BY sent_at DESC LIMIT ?'])).toEqual([]);
  });
});
