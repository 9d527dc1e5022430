import fs from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { err, ok } from '../../shared/result.ts';
import { BrokenOff, systemCode } from './broken-off.ts';
import type { Origin } from './origin.ts';

const chunkBytes = 256 * 1024;

/** Links are not followed, where the system can tell: what lies on a stick is all that a stick may offer. */
const plainly =
  fs.constants.O_RDONLY |
  // Absent on Windows, whose links are seen by `lstat` below.
  ((fs.constants.O_NOFOLLOW as number | undefined) ?? 0) |
  // A pipe in the file's place does not hold us up.
  ((fs.constants.O_NONBLOCK as number | undefined) ?? 0);

export function folderOrigin(folder: string): Origin {
  return {
    async open(name) {
      const file = path.join(folder, name);
      let handle: FileHandle | undefined;
      try {
        const seen = await fs.promises.lstat(file);
        if (!seen.isFile()) return err('absent');
        handle = await open(file, plainly);
        if ((await handle.stat()).isFile()) return ok(contentOf(handle));
        await handle.close();
        return err('absent');
      } catch (error) {
        await handle?.close();
        if (!['ENOENT', 'ELOOP', 'ENOTDIR'].includes(systemCode(error))) return err('source-gone');
        return fs.existsSync(folder) ? err('absent') : err('source-gone');
      }
    },
  };
}

async function* contentOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read({ buffer: Buffer.allocUnsafe(chunkBytes) });
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw new BrokenOff(error);
  } finally {
    await handle.close();
  }
}
