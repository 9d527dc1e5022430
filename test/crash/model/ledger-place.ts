import fs from 'node:fs';
import path from 'node:path';

/** Where the ledger of a run lies. */
export interface LedgerPlace {
  readonly file: string;
}

/** Begins with a copy of a ledger in which nothing happened yet: that is quicker than to make one. */
export const newPlace = (folder: string, template: string): LedgerPlace => imageIn(folder, template);

/**
 * What the disk holds at this moment, in a place of its own: a program that died cannot reach it, and what was not
 * copied into the database yet is still in the log.
 */
export const imageOf = ({ file }: LedgerPlace): LedgerPlace => imageIn(path.dirname(file), file);

let images = 0;

function imageIn(folder: string, from: string): LedgerPlace {
  const file = path.join(folder, `${(images += 1)}.db`);
  fs.copyFileSync(from, file);
  if (fs.existsSync(`${from}-wal`)) fs.copyFileSync(`${from}-wal`, `${file}-wal`);
  // Nobody writes in it.
  fs.linkSync(`${from}.reserve`, `${file}.reserve`);
  return { file };
}
