import { sync as writeFileAtomically } from 'write-file-atomic';
import type { Look } from '../../shared/contract/look.ts';
import { checksumOfLook, forgetLook, readLook } from './look-file.ts';

/**
 * Keeps the look in `file` as it is told, for `page`. It is written only where it changed, and not synced: a lost one costs a start
 * that waits for main.
 *
 * @returns tells it how the counter looks; `null` where the next start had better wait. Throws where that cannot be written, once a
 *   look; there is none on the disk then.
 */
export function keepLookIn(file: string, page: string): (look: Look | null) => void {
  let told: string | null | undefined = readLook(file, page) ?? undefined;
  return (look) => {
    const text = look === null ? null : JSON.stringify(look);
    if (text === told) return;
    told = text;
    if (text === null) return forgetLook(file);
    try {
      writeFileAtomically(file, `${checksumOfLook(text, page)}\n${text}\n`, { mode: 0o600, fsync: false });
    } catch (error) {
      forgetLook(file);
      throw error;
    }
  };
}
