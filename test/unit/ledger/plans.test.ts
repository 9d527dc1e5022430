import type { DatabaseSync as RealDatabase } from '@photostructure/sqlite';
import { describe, expect, it, vi } from 'vitest';
import { unboundedScans } from '../../bench/ledger/unbounded-scans.ts';
import { aDay } from './altered-ledger.ts';

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
    ];
    expect(unboundedScans(file, bad).map(({ sql }) => sql)).toEqual(bad);
    expect(unboundedScans(file, ['SELECT id FROM payment ORDER BY sent_at DESC LIMIT ?'])).toEqual([]);
  });
});
