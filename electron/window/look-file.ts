import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Where the counter's look is: the window's alone, and nothing is lost with it. */
export const lookFileIn = (dataFolder: string): string => path.join(dataFolder, 'look.json');

/**
 * What proves a look: that it is whole, and that it was written for this very page, whose markup names its scripts by what is in
 * them. Another version's is none.
 */
export const sealOfLook = (look: string, page: string): string =>
  createHash('sha256').update(page).update(look).digest('hex');

/** The text of the look in `file`; `null` where there is none that `page` can draw. */
export function readLook(file: string, page: string): string | null {
  try {
    const [seal, look = ''] = fs.readFileSync(file, 'utf8').split('\n');
    return seal === sealOfLook(look, page) ? look : null;
  } catch {
    return null;
  }
}

/** The next start waits for main. @throws where the file cannot be removed. */
export const forgetLook = (file: string): void => fs.rmSync(file, { force: true });
