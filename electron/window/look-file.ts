import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Where the counter's look is: the window's alone, and nothing is lost with it. */
export const lookFileIn = (dataFolder: string): string => path.join(dataFolder, 'look.json');

/** Tells a look that is whole and was written for this very page. It keeps nobody from writing another. */
export const checksumOfLook = (look: string, page: string): string =>
  createHash('sha256').update(page).update('\0').update(look).digest('hex');

/** The text of the look in `file`; `null` where there is none that `page` can draw. */
export function readLook(file: string, page: string): string | null {
  try {
    const [checksum, look = '', end, ...more] = fs.readFileSync(file, 'utf8').split('\n');
    const isWhole = end === '' && more.length === 0 && checksum === checksumOfLook(look, page);
    return isWhole ? look : null;
  } catch {
    return null;
  }
}

/** The next start waits for main. @throws where the file cannot be removed. */
export const forgetLook = (file: string): void => fs.rmSync(file, { force: true });
