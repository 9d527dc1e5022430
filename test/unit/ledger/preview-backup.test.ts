import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewBackup } from '../../../electron/ledger/preview-backup.ts';
import { migrations } from '../../../electron/ledger/schema.ts';
import { backUp } from '../../../electron/ledger/backup.ts';
import { instant } from '../../../shared/time.ts';
import { arming, minutes, paid, quote, settlement, start } from './documents.ts';
import { newLedger } from './open-ledger.ts';
import { rawLedger, type RawLedger } from './raw-ledger.ts';
import { memoryFolder } from './temp-folder.ts';

function closedLedger(about: RawLedger = {}, name = 'loket-live-20180602-030405.db'): string {
  const file = path.join(memoryFolder(), name);
  const raw = rawLedger(file, about);
  raw.exec('PRAGMA journal_mode = DELETE');
  raw.close();
  return file;
}

const madeAt = Date.parse('2018-06-02T03:04:05Z');

describe('the preview of a backup', () => {
  it('tells of a real ledger what is in it', async () => {
    const { file, ledger } = newLedger('live');
    for (const n of [1, 2]) {
      ledger.addQuote(quote(n));
      ledger.arm(arming(n, { depositBefore: null, confirmed: [] }));
    }
    ledger.settle(settlement(1, paid));
    const at = instant(start + minutes(60));
    const entry = await backUp({ file, kind: 'live', folder: path.join(path.dirname(file), 'b'), at });
    if (!entry.ok) throw new Error(entry.error);
    expect(previewBackup(entry.value.file, 'live')).toEqual({
      ok: true,
      value: {
        madeAt: at,
        newestEventAt: start + minutes(2),
        payments: 2,
        open: 1,
        paidTotal: 303_500,
        version: migrations.length,
      },
    });
  });

  it('counts what is open and adds up what is paid, whoever decided it', () => {
    const file = closedLedger({
      version: 1,
      payments: [
        { state: 'paid', total: 1000, at: start + 5 },
        { state: 'paid-by-hand', total: 300, at: start },
        { state: 'rejected', total: 7 },
        { state: 'unknown', total: 7 },
        { state: 'sent', total: 7 },
      ],
    });
    expect(previewBackup(file, 'live')).toEqual({
      ok: true,
      value: { madeAt, newestEventAt: start + 5, payments: 5, open: 2, paidTotal: 1300, version: 1 },
    });
  });

  it('goes by the file’s time where the name was changed, and knows a ledger in which nothing happened', () => {
    const file = closedLedger({}, 'copy.db');
    fs.utimesSync(file, 1_600_000_000, 1_600_000_000);
    expect(previewBackup(file, 'live')).toMatchObject({
      value: { madeAt: 1_600_000_000_000, newestEventAt: null, payments: 0, open: 0, paidTotal: 0 },
    });
  });

  it('writes nothing, not even beside the file', () => {
    const file = closedLedger({ payments: [{ state: 'paid' }] });
    const before = fs.readFileSync(file);
    previewBackup(file, 'live');
    expect(fs.readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused with the reason', () => {
    const file = closedLedger({ payments: Array.from({ length: 2000 }, () => ({ state: 'paid' })) });
    expect(previewBackup(file, 'training')).toEqual({ ok: false, error: 'other-kind' });
    expect(previewBackup(`${file}-none`, 'live')).toEqual({ ok: false, error: 'unreadable' });
    expect(previewBackup(file, 'live', () => false)).toEqual({ ok: false, error: 'damaged' });
    expect(previewBackup(closedLedger({ version: 99 }), 'live')).toEqual({
      ok: false,
      error: 'newer-version',
    });

    const content = fs.readFileSync(file);
    fs.writeFileSync(file, content.subarray(0, content.length - 8192));
    expect(previewBackup(file, 'live')).toEqual({ ok: false, error: 'damaged' });
    fs.writeFileSync(file, 'no database '.repeat(1000));
    expect(previewBackup(file, 'live')).toEqual({ ok: false, error: 'not-a-ledger' });
    fs.writeFileSync(file, '');
    expect(previewBackup(file, 'live')).toEqual({ ok: false, error: 'not-a-ledger' });
  });
});
