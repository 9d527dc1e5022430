import { describe, expect, it } from 'vitest';
import { offerRestore, type RestoreQuestion } from '../../../electron/app/offer-restore.ts';
import type { StartupProblem } from '../../../shared/i18n/startup.ts';
import { err, ok } from '../../../shared/result.ts';
import { start } from '../ledger/documents.ts';

const altered: StartupProblem = { code: 'altered', file: '/data/live/ledger.db', seq: 7 };
const preview = { at: start, newestAt: start, payments: 12, unresolved: 1, missing: 0 };

function bench({ wants = true, isWhole = true, canStage = true } = {}) {
  const asked: RestoreQuestion[] = [];
  const staged: string[] = [];
  return {
    asked,
    staged,
    offer: (problem: StartupProblem, newestBackup: string | null = '/backup/newest.db') =>
      offerRestore(problem, {
        keeper: {
          preview: () => Promise.resolve(isWhole ? ok(preview) : err('not-verified')),
          stage(file) {
            staged.push(file);
            return Promise.resolve(canStage ? ok(undefined) : err('no-room'));
          },
        },
        newestBackup: newestBackup ?? undefined,
        ask(question) {
          asked.push(question);
          return Promise.resolve(wants);
        },
        language: 'id',
      }),
  };
}

describe('a ledger that does not open', () => {
  it('is replaced by its newest backup where somebody wants that, who is told what it holds', async () => {
    const { offer, asked, staged } = bench();
    expect(await offer(altered)).toBe(true);
    expect(staged).toEqual(['/backup/newest.db']);
    expect(asked[0]?.body).toContain('/data/live/ledger.db');
    expect(asked[0]?.body).toContain('12 pembayaran');
  });

  it('stays as it is where nobody does', async () => {
    const { offer, staged } = bench({ wants: false });
    expect(await offer(altered)).toBe(false);
    expect(staged).toEqual([]);
  });

  it.each([
    ['there is no backup', bench(), altered, null],
    ['the backup is not whole itself', bench({ isWhole: false }), altered, '/backup/newest.db'],
    [
      'a restore would mend nothing',
      bench(),
      { code: 'disk-full', file: '/data/live/ledger.db' } as const,
      '/backup/newest.db',
    ],
  ])('is not asked about where %s', async (_why, { offer, asked, staged }, problem, backup) => {
    expect(await offer(problem, backup)).toBe(false);
    expect([asked, staged]).toEqual([[], []]);
  });

  it('is not said to be replaced where the backup could not be made ready', async () => {
    const { offer } = bench({ canStage: false });
    expect(await offer(altered)).toBe(false);
  });
});
