import fs from 'node:fs';
import path from 'node:path';
import type { ArchiveFacts, WriteArchive } from '../../../electron/archive/archive.ts';
import { start } from '../ledger/documents.ts';
import { memoryFolder } from '../ledger/temp-folder.ts';

export const passphrase = 'kunci warung bu sri';

export const facts: ArchiveFacts = {
  madeAt: start,
  counter: '0a1b2c3d',
  shop: 'Warung Bu Sri',
  ledger: 'live',
  program: '0.1.0',
  schema: 12,
  kind: 'copy',
};

/** An order to archive those bytes as if they were a ledger, in a folder of its own. */
export function orderOf(ledger: Uint8Array, settings = '{"version":4}'): WriteArchive {
  const folder = memoryFolder();
  const file = path.join(folder, 'ledger.db');
  fs.writeFileSync(file, ledger);
  const target = path.join(folder, 'stick', 'loket.age');
  fs.mkdirSync(path.dirname(target));
  return { target, passphrase, facts, ledger: file, settings };
}
