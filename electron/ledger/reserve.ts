import { randomBytes } from 'node:crypto';
import fs from 'node:fs';

/** Room on the disk that is kept for an outcome: given free where the disk has become full. */
export interface Reserve {
  /** Whether the room was there when it was last looked for. Reads no disk. */
  isThere(): boolean;
  /** Keeps the room if it is not kept yet. `false` where there is none; nothing is left behind then. Never throws. */
  ensure(): boolean;
  /** Gives the room free at once. Never throws. */
  release(): void;
}

/** A reserve of `bytes` in `file`. Nothing is written before `ensure`. */
export function openReserve(file: string, bytes: number): Reserve {
  let there = false;
  return {
    isThere: () => there,
    ensure() {
      there = sizeOf(file) >= bytes || fill(file, bytes);
      return there;
    },
    release() {
      there = false;
      remove(file);
    },
  };
}

/**
 * Whether `folder`'s disk has `needed` bytes that this user may take; also `true` where the system does not tell, for a
 * sale is not refused on a guess.
 */
export function hasRoom(folder: string, needed: number): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize >= needed;
  } catch {
    return true;
  }
}

const chunkBytes = 1 << 20;

/** Zeros would take no room where the file system compresses or leaves holes; unsynced bytes may have none yet. */
function fill(file: string, bytes: number): boolean {
  // What a short one holds is free before the new one asks for room.
  remove(file);
  try {
    const open = fs.openSync(file, 'wx', 0o600);
    try {
      for (let left = bytes; left > 0;) left -= fs.writeSync(open, randomBytes(Math.min(left, chunkBytes)));
      fs.fsyncSync(open);
    } finally {
      fs.closeSync(open);
    }
    return true;
  } catch {
    remove(file);
    return false;
  }
}

function sizeOf(file: string): number {
  try {
    return fs.statSync(file).size;
  } catch {
    return -1;
  }
}

/** Emptied first: the room is free then even where a scanner holds the file open, which also stops the removal. */
function remove(file: string): void {
  for (const step of [() => fs.truncateSync(file), () => fs.rmSync(file, { force: true })]) {
    try {
      step();
    } catch {
      // The other step may do.
    }
  }
}
