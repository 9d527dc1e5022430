import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockDataFolder } from '../../../electron/ledger/instance-lock.ts';
import { tempFolder } from './temp-folder.ts';

/** Another program that wants `folder`: what it says, and the process, which works on until the test has ended. */
async function another(folder: string, user?: number): Promise<{ said: string; process: ChildProcess }> {
  const script = path.join(import.meta.dirname, 'lock-and-wait.ts');
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', script, folder, ...(user === undefined ? [] : [String(user)])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const [chunk]: unknown[] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return { said: String(chunk).trim(), process: child };
}

function locked(folder: string) {
  const lock = lockDataFolder(folder);
  if (!lock.ok) throw new Error(lock.error);
  onTestFinished(() => lock.value.release());
  return lock.value;
}

const alreadyOpen = { ok: false, error: 'already-open' };

describe('a data folder', { timeout: 60_000 }, () => {
  it('is another program’s until that is killed', async () => {
    const folder = tempFolder();
    const other = await another(folder);
    expect(other.said).toBe('locked');
    expect(lockDataFolder(folder)).toEqual(alreadyOpen);
    expect((await another(folder)).said).toBe('already-open');

    other.process.kill('SIGKILL');
    expect(await once(other.process, 'exit')).toEqual([null, 'SIGKILL']);
    locked(folder);
    expect((await another(folder)).said).toBe('already-open');
  });

  it('is taken once by one program, and asking again does not lose it', async () => {
    const folder = tempFolder();
    const lock = locked(folder);
    expect(lockDataFolder(folder)).toEqual(alreadyOpen);
    expect((await another(folder)).said).toBe('already-open');
    lock.release();
    lock.release();
    expect((await another(folder)).said).toBe('locked');
  });

  it('has an empty file for its lock and nothing else', () => {
    const folder = tempFolder();
    const lock = locked(folder);
    expect(fs.readdirSync(folder)).toEqual(['loket.lock']);
    lock.release();
    expect(fs.readdirSync(folder)).toEqual(['loket.lock']);
    expect(fs.statSync(path.join(folder, 'loket.lock')).size).toBe(0);
  });

  it('that is not there, or has something else for a lock, cannot be taken', () => {
    const folder = tempFolder();
    expect(lockDataFolder(path.join(folder, 'none'))).toEqual({ ok: false, error: 'cannot-lock' });
    fs.mkdirSync(path.join(folder, 'loket.lock'));
    expect(lockDataFolder(folder)).toEqual({ ok: false, error: 'cannot-lock' });
  });

  it.skipIf(process.getuid?.() !== 0)('is not taken by a user who may only read it', async () => {
    const folder = tempFolder();
    fs.chmodSync(folder, 0o755);
    const lock = locked(folder);
    fs.chmodSync(path.join(folder, 'loket.lock'), 0o644);
    expect((await another(folder, 65_534)).said).toBe('already-open');
    lock.release();
    expect((await another(folder, 65_534)).said).toBe('cannot-lock');
  });
});
