import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'vitest';
import { faultsOf, type FaultOf } from './fault-table.ts';
import { runFault, type Stage } from './run-fault.ts';

async function fileStage(): Promise<Stage> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-file-'));
  const file = path.join(folder, 'struk.bin');
  return {
    connection: { kind: 'file', path: file },
    printed: () => (fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)),
    stop: async () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** A name that no device of this machine has, until one is put there. */
async function deviceStage(): Promise<Stage> {
  const device = `/dev/shm/loket-printer-${process.pid}`;
  return {
    connection: { kind: 'file', path: device },
    printed: () => (fs.existsSync(device) ? fs.readFileSync(device) : Buffer.alloc(0)),
    mend: async () => fs.writeFileSync(device, ''),
    stop: async () => fs.rmSync(device, { force: true }),
  };
}

const stages: Readonly<Record<FaultOf<'file'>, () => Promise<Stage>>> = {
  well: fileStage,
  'no-device': deviceStage,
};

describe('a receipt for a printer’s file', () => {
  it.each(faultsOf('file'))('%s', (_, name, wanted) => runFault(wanted, stages[name]));
});
