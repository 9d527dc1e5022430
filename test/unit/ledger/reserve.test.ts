import fs from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { hasRoom, openReserve } from '../../../electron/ledger/reserve.ts';
import { canMount, onSmallDisk } from './small-disk.ts';
import { tempFolder } from './temp-folder.ts';

const bytes = 3_000_000;
const newFile = (): string => path.join(tempFolder(), 'reserve.bin');

describe('a reserve', () => {
  it('is bytes that no disk can keep in less room, and is there only once they are', () => {
    const file = newFile();
    const reserve = openReserve(file, bytes);
    expect([reserve.isThere(), fs.existsSync(file)]).toEqual([false, false]);
    expect([reserve.ensure(), reserve.isThere()]).toEqual([true, true]);
    const content = fs.readFileSync(file);
    expect(content.length).toBe(bytes);
    expect(deflateRawSync(content).length).toBeGreaterThan(bytes);
    expect(fs.statSync(file).blocks * 512).toBeGreaterThanOrEqual(bytes);
  });

  it('is synced before it counts', () => {
    const sync = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      throw new Error('EIO');
    });
    const file = newFile();
    const reserve = openReserve(file, bytes);
    expect([reserve.ensure(), reserve.isThere(), fs.existsSync(file)]).toEqual([false, false, false]);
    sync.mockRestore();
    expect(reserve.ensure()).toBe(true);
  });

  it('of an earlier start is kept as it is; one that was cut off is made anew', () => {
    const file = newFile();
    openReserve(file, bytes).ensure();
    const first = fs.readFileSync(file);
    expect(openReserve(file, bytes).ensure()).toBe(true);
    expect(fs.readFileSync(file).equals(first)).toBe(true);
    fs.truncateSync(file, 1000);
    expect(openReserve(file, bytes).ensure()).toBe(true);
    expect(fs.statSync(file).size).toBe(bytes);
  });

  it('is given free and made again, however often, and without its folder it only says no', () => {
    const file = newFile();
    const reserve = openReserve(file, bytes);
    reserve.release();
    reserve.ensure();
    reserve.release();
    expect([reserve.isThere(), fs.existsSync(file)]).toEqual([false, false]);
    reserve.release();
    expect(reserve.ensure()).toBe(true);
    fs.rmSync(path.dirname(file), { recursive: true });
    reserve.release();
    expect([reserve.ensure(), reserve.isThere()]).toEqual([false, false]);
  });

  it('frees its room where the file itself cannot be removed', () => {
    const file = newFile();
    const reserve = openReserve(file, bytes);
    reserve.ensure();
    const removal = vi.spyOn(fs, 'rmSync').mockImplementation(() => {
      throw new Error('EBUSY');
    });
    reserve.release();
    removal.mockRestore();
    expect([reserve.isThere(), fs.statSync(file).size]).toEqual([false, 0]);
    expect(reserve.ensure()).toBe(true);
  });

  it.runIf(canMount)('leaves nothing where there is no room, and gives room on a full disk', () => {
    const mebi = 1 << 20;
    const seen = onSmallDisk('4m', 'reserve-on-small-disk.ts') as { before: number };
    expect(seen).toEqual({
      before: 4 * mebi,
      tooLargeIsKept: false,
      freeAfterTooLarge: 4 * mebi,
      isKept: true,
      freeBeside: 3 * mebi,
      whenFull: { free: 0, hasRoom: false, again: true, isThere: true },
      afterwards: { free: mebi, hasRoom: true, isThere: false },
      files: ['filler'],
    });
  });
});

describe('room on a disk', () => {
  it('is there for a little and not for more than there is; where nobody tells, no sale is refused', () => {
    const folder = tempFolder();
    expect(hasRoom(folder, 1)).toBe(true);
    expect(hasRoom(folder, 2 ** 60)).toBe(false);
    expect(hasRoom(path.join(folder, 'none'), 2 ** 60)).toBe(true);
  });
});
