import { describe, expect, it } from 'vitest';
import { restoreOfferWords, startupWords, type StartupProblem } from '../../../../shared/i18n/startup.ts';
import { languages } from '../../../../shared/settings.ts';
import { instant } from '../../../../shared/time.ts';

const folder = '/home/sri/.config/Loket';
const file = `${folder}/live/ledger.db`;
const problems: readonly StartupProblem[] = [
  { code: 'settings-unreadable', file },
  { code: 'was-live', folder },
  { code: 'ledger-lost', folder },
  { code: 'other-kind', file },
  { code: 'not-a-ledger', file },
  { code: 'newer-version', file, version: 9, knows: 8, needs: '1.4.0' },
  { code: 'newer-version', file, version: 9, knows: 8, needs: null },
  { code: 'not-durable', file },
  { code: 'already-open', folder },
  { code: 'cannot-lock', folder },
  { code: 'unsafe-folder', folder, because: 'network' },
  { code: 'unsafe-folder', folder, because: 'synced' },
  { code: 'locked', file },
  { code: 'read-only', file },
  { code: 'disk-full', file },
  { code: 'corrupt', file },
  { code: 'altered', file, seq: 1207 },
  { code: 'restore-failed', file, detail: 'EACCES' },
  { code: 'unreadable', file, detail: 'EIO' },
  { code: 'unforeseen', detail: 'x' },
];

describe.each(languages)('the box before there is a window, in %s', (language) => {
  it.each(problems)('says of $code what happened, that nothing is sent, and what to do', (problem) => {
    const { title, body } = startupWords(problem, language);
    const parts = body.split('\n\n');
    expect(title.length).toBeGreaterThan(8);
    expect(parts).toHaveLength(3);
    expect(parts[1]).toMatch(/tidak ada pembayaran yang dikirim|no payment is sent/);
    for (const part of parts) expect(part).toMatch(/^(?:\p{Lu}|provision).{8,}/u);
    expect(body).not.toMatch(/error|undefined|null/i);
  });

  it('names the place, and of an altered ledger the entry', () => {
    expect(startupWords({ code: 'already-open', folder }, language).body).toContain(folder);
    expect(startupWords({ code: 'altered', file, seq: 1207 }, language).body).toContain('1207');
  });

  it('says of a ledger that is too new which version opens it, and that no older ledger is to come back', () => {
    const problem = { code: 'newer-version', file, version: 9, knows: 8, needs: '1.4.0' } as const;
    const { body } = startupWords(problem, language);
    for (const word of ['1.4.0', file, '9', '8']) expect(body).toContain(word);
    expect(body).toMatch(/Jangan kembalikan buku lama|Do not bring back an older ledger/);
    expect(startupWords({ ...problem, needs: null }, language).body).toMatch(
      /versi terbaru|the newest Loket/,
    );
  });

  it('has different words for each problem', () => {
    const bodies = problems.map((problem) => startupWords(problem, language).body);
    expect(new Set(bodies).size).toBe(problems.length);
  });
});

describe('the offer to restore a backup', () => {
  const at = instant(Date.UTC(2026, 4, 30, 5, 2));
  const preview = { at, newestAt: instant(at - 3_600_000), payments: 4120, unresolved: 2 };

  it('says what the backup holds, what goes out of view, and that nothing is deleted', () => {
    const { words, close, restore } = restoreOfferWords(preview, 'id');
    expect(words).toContain('30/05/2026 12.02 WIB: 4120 pembayaran, 2 di antaranya belum pasti');
    expect(words).toMatch(/sesudah 30\/05\/2026 11\.02 WIB tidak terlihat lagi.*jangan bayar ulang/);
    expect(words).toContain('tidak dihapus');
    expect([close, restore]).toEqual(['Tutup Loket', 'Pulihkan cadangan']);
  });

  it('tells the time of the shop', () => {
    expect(restoreOfferWords(preview, 'en', 'WIT').words).toContain('30/05/2026 14.02 WIT');
  });

  it('says that an empty backup would show nothing', () => {
    expect(restoreOfferWords({ ...preview, newestAt: null, payments: 0 }, 'id').words).toContain('kosong');
  });
});
