import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { removeDurably, syncFolder, writeDurably } from '../../../electron/ledger/durable-files.ts';
import { tempFolder } from './temp-folder.ts';

/** What is done to the disk from now on, in order. */
function watchDisk(): readonly string[] {
  const done: string[] = [];
  const opened = new Map<number, string>();
  const { openSync, fsyncSync, renameSync } = fs;
  const spies = [
    vi.spyOn(fs, 'openSync').mockImplementation((file, ...rest) => {
      const open = openSync(file, ...rest);
      opened.set(open, path.basename(String(file)));
      return open;
    }),
    vi.spyOn(fs, 'fsyncSync').mockImplementation((open) => {
      done.push(`sync ${opened.get(open)}`);
      fsyncSync(open);
    }),
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      done.push(`rename ${path.basename(String(from))}`);
      renameSync(from, to);
    }),
  ];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return done;
}

const failing = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code });
};

describe.skipIf(process.platform === 'win32')('a file that must outlive a power cut', () => {
  it('is synced before it gets its name, and its folder after', () => {
    const folder = tempFolder();
    const file = path.join(folder, 'note');
    fs.writeFileSync(file, 'old');
    fs.writeFileSync(`${file}.part`, 'cut off');
    const done = watchDisk();
    writeDurably(file, 'new');
    expect(done).toEqual(['sync note.part', 'rename note.part', `sync ${path.basename(folder)}`]);
    expect(fs.readFileSync(file, 'utf8')).toBe('new');
    expect(fs.readdirSync(folder)).toEqual(['note']);
  });

  it('is gone only with its folder’s sync, and need not be there', () => {
    const folder = tempFolder();
    fs.writeFileSync(path.join(folder, 'note'), '');
    const done = watchDisk();
    removeDurably(path.join(folder, 'note'));
    removeDurably(path.join(folder, 'note'));
    expect(done).toEqual([`sync ${path.basename(folder)}`]);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('stays on a disk that knows no sync of folders, but not on one that fails', () => {
    const folder = tempFolder();
    const sync = vi.spyOn(fs, 'fsyncSync');
    onTestFinished(() => sync.mockRestore());
    sync.mockImplementation(failing('EINVAL'));
    syncFolder(folder);
    sync.mockImplementation(failing('EIO'));
    expect(() => syncFolder(folder)).toThrow('EIO');
  });
});
