import { describe, expect, it } from 'vitest';
import { migrate } from '../../../electron/ledger/database.ts';
import { chainFormerTill } from '../../../electron/ledger/migrate-till.ts';
import { alter, alterationIn } from './altered-ledger.ts';
import { jobId, start } from './documents.ts';
import { emptyFormer, opened } from './former-ledger.ts';
import { newLedger } from './open-ledger.ts';
import { keepThreeShifts } from './till-day.ts';

function fifthVersion(): ReturnType<typeof emptyFormer> {
  const former = emptyFormer(2);
  migrate(former.raw, 2, undefined, 5);
  return former;
}

describe('a ledger of before papers said what they are', () => {
  it('has its lists of open payments, that wait for a person as before', () => {
    const { file, raw } = fifthVersion();
    raw
      .prepare(
        `INSERT INTO print_job (id, kind, copy, printer, profile, document, bytes, asked_at, asked_by, state, problem, waits)
         VALUES (?, 'report', 0, 'screen', '{}', '', x'00', ?, 'cashier', 'failed', 'paper-out', 1)`,
      )
      .run(jobId(1), start);
    raw.close();
    expect(opened(file).printJobs.waiting(9)).toMatchObject([
      { id: jobId(1), kind: 'open-payments', payment: null, state: 'failed', problem: 'paper-out' },
    ]);
  });

  it('without a drawer is whole, and so is its drawer’s book from then on', () => {
    const { file, raw } = fifthVersion();
    raw.close();
    keepThreeShifts(opened(file));
    expect(alterationIn(file)).toBeUndefined();
  });
});

describe('a drawer’s book of before its lines were chained', () => {
  it('is chained as if it had been from its first line on', () => {
    const { file, ledger, close } = newLedger('live');
    keepThreeShifts(ledger);
    close();
    alter(file, (raw) => raw.exec(`UPDATE chain SET till_hash = '${'0'.repeat(64)}'`));
    expect(alterationIn(file)).toMatchObject({ what: 'till' });
    alter(file, chainFormerTill);
    expect(alterationIn(file)).toBeUndefined();
  });
});
