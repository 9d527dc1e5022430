import fs from 'node:fs';
import path from 'node:path';
import type { WriteArchive } from '../../../electron/archive/archive.ts';
import { memoryFolder } from '../ledger/temp-folder.ts';
import { facts, passphrase } from './archive-facts.ts';

/** An order to archive those bytes as if they were a ledger, in a folder of its own. */
export function orderOf(ledger: Uint8Array, settings = '{"version":4}'): WriteArchive {
  const folder = memoryFolder();
  const file = path.join(folder, 'ledger.db');
  fs.writeFileSync(file, ledger);
  const target = path.join(folder, 'stick', 'loket.age');
  fs.mkdirSync(path.dirname(target));
  return { target, passphrase, facts, ledger: file, settings };
}
