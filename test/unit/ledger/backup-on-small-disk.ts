/** What a backup does where there is not enough room for it, known before or met on the way. */
import fs from 'node:fs';
import path from 'node:path';
import { backUp } from '../../../electron/ledger/backup.ts';
import { start } from './documents.ts';
import { rawLedger } from './raw-ledger.ts';

const source = fs.mkdtempSync('/dev/shm/loket-unit-');
const raw = rawLedger(path.join(source, 'ledger.db'), { ballast: 6_000_000 });
const order = {
  file: path.join(source, 'ledger.db'),
  kind: 'live',
  folder: '/mnt/backups',
  at: start,
} as const;
const short = await backUp(order);
const statfs = fs.statfsSync;
// The disk fills up between the look and the write.
fs.statfsSync = ((folder: string) => Object.assign(statfs(folder), { bavail: 1e9 })) as typeof fs.statfsSync;
const full = await backUp(order);
raw.close();
fs.rmSync(source, { recursive: true });
process.stdout.write(JSON.stringify({ short, full, files: fs.readdirSync('/mnt/backups') }));
