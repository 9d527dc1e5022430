import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { arming, quote, quoteId } from '../../unit/ledger/documents.ts';
import { tempFolder } from '../../unit/ledger/temp-folder.ts';
import { summarize } from '../size.ts';
import type { Attempt } from './attempt.ts';
import { faultsOfDatabase } from './check-database.ts';
import { readDiskLog, type DiskOperation } from './disk-log.ts';
import { opened } from './opened.ts';
import { runScript } from './run-script.ts';
import { buildShims, noShims } from './shims.ts';
import { named } from './why-not.ts';

const { EIO, ENOSPC } = os.constants.errno;
const allLaterOnes = 0;

describe.skipIf(noShims !== undefined)(named('a disk that fails', noShims), () => {
  const shims = buildShims();

  it.each([
    ['at one sync of the log, and is well again', 'closed', `LOKET_FAIL_SYNC=ledger.db-wal:1:1:${EIO}`],
    ['at one sync of the log, and is well again', 'killed', `LOKET_FAIL_SYNC=ledger.db-wal:1:1:${EIO}`],
    ['at each sync of the log', 'killed', `LOKET_FAIL_SYNC=ledger.db-wal:1:${allLaterOnes}:${EIO}`],
    ['at one write to the log, and is well again', 'closed', `LOKET_FAIL_WRITE=ledger.db-wal:1:1:${EIO}`],
    ['in the middle of a commit', 'killed', `LOKET_FAIL_WRITE=ledger.db-wal:4:${allLaterOnes}:${EIO}`],
  ])('%s arms nothing, and from then on the ledger takes nothing (%s)', async (how, end, fault) => {
    const { attempts, operations, file } = await tryOn(fault, end);
    const outcome = (call: string): unknown => attempts.get(call)?.returned;
    const code = (call: string): unknown => attempts.get(call)?.threw?.code;

    expect(outcome('arm 1')).toEqual({ ok: true });
    expect(attempts.get('arm 2')).toMatchObject({ threw: { name: 'LedgerWriteError', code: 'io' } });
    expect(outcome('state of 2')).toBeNull();
    for (const call of ['arm 2 again', 'arm 3', 'quote 4', 'reply 1', 'settle 1']) {
      expect
        .soft(attempts.get(call), call)
        .toMatchObject({ threw: { name: 'LedgerWriteError', code: 'stopped' } });
    }
    // What is known of the pages that were not synced is that nobody knows: the disk is not even asked again.
    expect.soft(changesBetween(operations, 'arm 2 again', 'end')).toEqual([]);
    expect(changesBetween(operations, 'arm 1', 'arm 2')).not.toEqual([]);
    expect.soft(outcome('state of 1')).toBe('sent');

    const healthy = opened(file);
    expect(healthy.payment(quoteId(1))).toMatchObject({ state: 'sent', quote: quote(1), reply: null });
    // It may be there or not: as far as the counter was told, it was not sent, and then it may only be there whole.
    const second = healthy.payment(quoteId(2));
    summarize({
      test: 'failing-disk',
      how,
      end,
      armed: String(code('arm 2')),
      later: String(code('arm 3')),
      found: second?.state ?? 'nothing',
    });
    if (second !== undefined) expect(second).toMatchObject({ state: 'sent', quote: quote(2), reply: null });
    expect(healthy.payment(quoteId(3))).toBeUndefined();
    expect(healthy.arm(arming(3))).toEqual({ ok: true, value: undefined });
    expect(faultsOfDatabase(file)).toEqual([]);
  });

  it.each([
    ['at one write to the log', `LOKET_FAIL_WRITE=ledger.db-wal:1:1:${ENOSPC}`],
    ['in the middle of a commit', `LOKET_FAIL_WRITE=ledger.db-wal:4:1:${ENOSPC}`],
  ])('%s by being full arms nothing, and when there is room again the ledger goes on', async (how, fault) => {
    const { attempts, file } = await tryOn(fault, 'closed');
    summarize({
      test: 'failing-disk',
      how: `full ${how}`,
      armed: String(attempts.get('arm 2')?.threw?.code),
    });
    expect(attempts.get('arm 2')).toMatchObject({
      threw: { name: 'LedgerWriteError', code: 'disk-full' },
    });
    expect(attempts.get('state of 2')).toMatchObject({ returned: null });
    expect(attempts.get('arm 2 again')).toMatchObject({ returned: { ok: true } });
    expect(attempts.get('settle 1')).toMatchObject({ returned: { ok: true, value: 'paid' } });
    const healthy = opened(file);
    expect([1, 2, 3].map((n) => healthy.payment(quoteId(n))?.state)).toEqual(['paid', 'sent', 'sent']);
    expect(faultsOfDatabase(file)).toEqual([]);
  });

  /** Runs `failing-disk.ts` on a disk with `fault`. */
  async function tryOn(
    fault: string,
    end: string,
  ): Promise<{
    attempts: ReadonlyMap<string, Attempt>;
    operations: readonly DiskOperation[];
    file: string;
  }> {
    const place = fs.realpathSync(tempFolder());
    const folder = path.join(place, 'training');
    const log = path.join(place, 'log');
    fs.mkdirSync(folder);
    const file = path.join(folder, 'ledger.db');
    const { stdout } = await runScript('failing-disk.ts', [file, path.join(folder, marks), fault, end], {
      // The one that records calls the one that fails, and so writes down what failed as well.
      env: {
        LD_PRELOAD: `${shims.record} ${shims.fail}`,
        LOKET_RECORD_FOLDER: folder,
        LOKET_RECORD_LOG: log,
      },
    });
    const lines = stdout.trimEnd().split('\n');
    const attempts = new Map(
      lines.map((line) => {
        const attempt = JSON.parse(line) as Attempt;
        return [attempt.call, attempt] as const;
      }),
    );
    return { attempts, operations: readDiskLog(log, folder), file };
  }
});

const marks = 'marks';

/** What was written to or synced between two of the script's calls, or was tried to be. */
function changesBetween(operations: readonly DiskOperation[], from: string, to: string): readonly string[] {
  const at = (call: string): number =>
    operations.findIndex(
      ({ kind, name, data }) => kind === 'written' && name === marks && data.toString() === `${call}\n`,
    );
  expect(at(to)).toBeGreaterThan(at(from));
  return operations
    .slice(at(from), at(to))
    .filter(({ kind, name }) => name !== marks && ['written', 'resized', 'synced'].includes(kind))
    .map(({ kind, name }) => `${name} ${kind}`);
}
