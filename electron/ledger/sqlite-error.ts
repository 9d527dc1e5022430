import { z } from '../../shared/zod.ts';

const sqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.int() });

/** SQLite's primary result code (sqlite.org/rescode.html) of what was thrown; `undefined` where SQLite did not. */
export function sqliteCode(thrown: unknown): number | undefined {
  const read = sqliteError.safeParse(thrown);
  // The upper bytes say where in SQLite it happened.
  return read.success ? read.data.errcode & 0xff : undefined;
}

export const isBusy = (thrown: unknown): boolean => sqliteCode(thrown) === 5;
/** It was a database once. */
export const isDamaged = (thrown: unknown): boolean => sqliteCode(thrown) === 11;
export const isNoDatabase = (thrown: unknown): boolean => sqliteCode(thrown) === 26;
/** The disk, or what this user may have of it, is full. */
export const isFull = (thrown: unknown): boolean => sqliteCode(thrown) === 13 || isOutOfRoom(thrown);

const isOutOfRoom = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(thrown.code));
