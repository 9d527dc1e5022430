import fs from 'node:fs';
import path from 'node:path';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { isRupiah, type Rupiah } from '../../shared/money.ts';
import type { Result } from '../../shared/result.ts';
import { instant, isInstant, type Instant } from '../../shared/time.ts';
import { z } from '../../shared/zod.ts';
import { backupTime } from './backup-files.ts';
import { versionOf, withCheckedCopy, type CopyFault, type VerifyCopy } from './check-copy.ts';

/** What somebody sees of a backup before choosing it. */
export interface BackupPreview {
  /** By its name, or where that was changed, by when the file was last written. */
  readonly madeAt: Instant;
  /** When the newest thing that it knows of happened; `null` where it knows nothing. */
  readonly newestEventAt: Instant | null;
  readonly payments: number;
  /** Payments whose outcome is not known in it. */
  readonly open: number;
  /** What the paid ones come to. */
  readonly paidTotal: Rupiah;
  /** How many migrations made it. */
  readonly version: number;
}

/** Looks into a backup, after a check of the whole of it, and changes nothing. Never throws. */
export function previewBackup(
  file: string,
  kind: LedgerKind,
  verify?: VerifyCopy,
): Result<BackupPreview, CopyFault> {
  return withCheckedCopy(file, { kind, verify }, (copy) => ({
    madeAt: madeAt(file, kind),
    ...summaryRow.parse(copy.prepare(summary).get()),
    version: versionOf(copy),
  }));
}

const madeAt = (file: string, kind: LedgerKind): Instant =>
  backupTime(path.basename(file), kind) ?? instant(Math.floor(fs.statSync(file).mtimeMs));

/** Only what every version has. A clock may have been set back, so the last event need not be the newest. */
const summary = `
  SELECT (SELECT max(at) FROM event) AS newestEventAt, count(*) AS payments,
    count(*) FILTER (WHERE state IN ('sent', 'unknown')) AS open,
    coalesce(sum(total) FILTER (WHERE state IN ('paid', 'paid-by-hand')), 0) AS paidTotal
  FROM payment`;

const summaryRow = z.object({
  newestEventAt: z.custom<Instant>(isInstant).nullable(),
  payments: z.int(),
  open: z.int(),
  paidTotal: z.custom<Rupiah>(isRupiah),
});
