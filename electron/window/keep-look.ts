import { sync as writeFileAtomically } from 'write-file-atomic';
import type { Look } from '../../shared/contract/look.ts';
import { forgetLook, readLook, sealOfLook } from './look-file.ts';

/**
 * Keeps the look in `file` as it is told, for `page`. It is written only where it changed, and not synced: a lost one costs a start
 * that waits for main.
 *
 * @returns tells it how the counter looks; `null` where the next start had better wait. Throws where that cannot be written.
 */
export function keepLookIn(file: string, page: string): (look: Look | null) => void {
  let kept = readLook(file, page);
  return (look) => {
    const text = look === null ? null : JSON.stringify(look);
    if (text !== null && text === kept) return;
    if (text === null) forgetLook(file);
    else writeFileAtomically(file, `${sealOfLook(text, page)}\n${text}\n`, { mode: 0o600, fsync: false });
    kept = text;
  };
}
