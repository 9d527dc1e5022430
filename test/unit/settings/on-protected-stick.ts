// Run by `onSmallDisk`: /mnt is a stick that is written to, and then takes no more writing. Tells what becomes of files on it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openAppliedMemory } from '../../../electron/settings/applied-memory.ts';
import { openProvisionFile } from '../../../electron/settings/provision-file.ts';
import type { ProvisionFile } from '../../../electron/settings/settings.ts';
import { instant } from '../../../shared/time.ts';

const at = instant(Date.parse('2026-01-02T03:04:05Z'));
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-stick-'));
const memory = openAppliedMemory(path.join(data, 'provisions-applied.json'));

const fileWith = (name: string, content: unknown): ProvisionFile => {
  const file = path.join('/mnt', name);
  fs.writeFileSync(file, JSON.stringify(content));
  return openProvisionFile(file, { isNamed: false, memory, onFault: () => undefined });
};
const protect = (how: 'ro' | 'rw'): void => {
  const { status } = spawnSync('mount', ['-o', `remount,${how}`, '/mnt']);
  if (status !== 0) throw new Error('the stick cannot be protected');
};
const prepared = (file: ProvisionFile) => {
  const found = file.read();
  if (found.kind !== 'pending') throw new Error(found.kind);
  return file.prepare(found.provision, at);
};

const plain = fileWith('plain.json', { version: 1, shop: { name: 'Warung' } });
const secret = fileWith('secret.json', { version: 1, pin: '1234' });
const people = fileWith('people.json', {
  version: 1,
  staff: [{ name: 'Sari', role: 'cashier', pin: '1234' }],
});
protect('ro');
const before = { plain: plain.read().kind, secret: secret.read().kind };
const plainly = prepared(plain);
const committed = plainly.ok && plainly.value.commit().ok;
const refusal = prepared(secret);
const refusedPeople = prepared(people);
const after = { plain: plain.read().kind, secret: secret.read().kind };
protect('rw');
const changed = fileWith('plain.json', { version: 1, shop: { name: 'Warung baru' } });
protect('ro');

const told = {
  plain: { before: before.plain, prepared: committed, after: after.plain, changed: changed.read().kind },
  secret: {
    before: before.secret,
    prepared: refusal.ok ? 'ok' : refusal.error,
    after: after.secret,
  },
  people: refusedPeople.ok ? 'ok' : refusedPeople.error,
};
export type ProtectedStick = typeof told;
fs.rmSync(data, { recursive: true });
process.stdout.write(JSON.stringify(told));
