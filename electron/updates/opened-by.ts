import fs from 'node:fs';
import path from 'node:path';
import { z } from '../../shared/zod.ts';

const openedBySchema = z.object({ version: z.string().max(40), ledgerSchema: z.int().min(0) });
type OpenedBy = z.infer<typeof openedBySchema>;

const fileIn = (dataFolder: string): string => path.join(dataFolder, 'opened-by.json');

/**
 * Notes which program brought the ledgers here furthest, so that an older one can say by which version they are opened. Nothing
 * is decided by it. Never throws.
 */
export function noteOpenedBy(dataFolder: string, by: OpenedBy): void {
  const before = readOpenedBy(dataFolder);
  if (before !== undefined && before.ledgerSchema > by.ledgerSchema) return;
  if (before?.version === by.version && before.ledgerSchema === by.ledgerSchema) return;
  try {
    const next = `${fileIn(dataFolder)}.next`;
    fs.writeFileSync(next, `${JSON.stringify(by)}\n`, { mode: 0o600 });
    fs.renameSync(next, fileIn(dataFolder));
  } catch {
    // It only helps; the ledger is open all the same.
  }
}

/** The version that opens a ledger of that schema; `null` where nobody has noted one. */
export function versionThatOpens(dataFolder: string, ledgerSchema: number): string | null {
  const by = readOpenedBy(dataFolder);
  return by !== undefined && by.ledgerSchema >= ledgerSchema ? by.version : null;
}

function readOpenedBy(dataFolder: string): OpenedBy | undefined {
  try {
    return openedBySchema.parse(JSON.parse(fs.readFileSync(fileIn(dataFolder), 'utf8')));
  } catch {
    return undefined;
  }
}
