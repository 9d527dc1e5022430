import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeArchive } from '../../../electron/archive/write-archive.ts';
import { facts, passphrase } from './archive-facts.ts';

// Writes an archive of more than the disk takes; tells what came of it, and what is left there.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-small-'));
const ledger = path.join(folder, 'ledger.db');
fs.writeFileSync(ledger, randomBytes(1_000_000));
const made = await writeArchive({ target: '/mnt/x.age', passphrase, facts, ledger, settings: '{}' }, 10);
process.stdout.write(JSON.stringify({ made, left: fs.readdirSync('/mnt') }));
fs.rmSync(folder, { recursive: true });
