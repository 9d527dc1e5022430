import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { UpdateFile } from '../../shared/update/manifest.ts';
import { systemCode } from './broken-off.ts';
import type { Installed, InstallFault } from './updates.ts';

/**
 * Puts `from` in the place of the program's image in one step: whatever happens meanwhile, the old one stands there or the new
 * one, whole. The one that runs goes on from what it was. Never rejects.
 */
export async function replaceImage(
  from: string,
  image: string,
  file: UpdateFile,
  onFault: (what: string, error: unknown) => void,
): Promise<Result<Installed, InstallFault>> {
  const next = `${image}.new`;
  try {
    // What one that was cut off left; a link there is not followed.
    fs.rmSync(next, { force: true });
    if (!(await copyWhole(from, next, file))) return err('file-altered');
    fs.renameSync(next, image);
    syncFolder(path.dirname(image));
    return ok({ kind: 'installed' });
  } catch (error) {
    onFault('the program’s image could not be replaced', error);
    return err(['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error)) ? 'not-permitted' : 'install-failed');
  } finally {
    removeIfThere(next);
  }
}

/** The hash is of what is written, not of what was looked at before. */
async function copyWhole(from: string, to: string, { bytes, sha256 }: UpdateFile): Promise<boolean> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', 0o755);
    try {
      const hash = createHash('sha256');
      let done = 0;
      for (;;) {
        const { bytesRead, buffer } = await source.read({ buffer: Buffer.allocUnsafe(256 * 1024) });
        if (bytesRead === 0) break;
        const chunk = buffer.subarray(0, bytesRead);
        hash.update(chunk);
        done += bytesRead;
        for (let put = 0; put < chunk.length;) put += (await target.write(chunk, put)).bytesWritten;
      }
      await target.sync();
      return done === bytes && hash.digest('hex') === sha256;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function removeIfThere(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // The disk is gone, and it with it.
  }
}
