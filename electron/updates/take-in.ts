import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { UpdateFile } from '../../shared/update/manifest.ts';
import type { Origin } from './origin.ts';
import type { FetchFault } from './updates.ts';

/**
 * Copies a file of `origin` to `target`, which is new and ours alone, and answers whether the copy is of the size and the
 * hash it is to be. Not a byte more than that is written. What is used afterwards is the copy: whoever changes the source
 * meanwhile changes nothing.
 *
 * @throws BrokenOff where the source ends too early, and the disk's own fault.
 */
export async function takeIn(
  origin: Origin,
  target: string,
  file: UpdateFile,
): Promise<Result<undefined, FetchFault>> {
  const { bavail, bsize } = fs.statfsSync(path.dirname(target));
  if (bavail * bsize < file.bytes) return err('no-room-here');
  const out = await open(target, 'wx', 0o600);
  try {
    const opened = await origin.open(file.name);
    if (!opened.ok) return err(opened.error === 'absent' ? 'source-gone' : opened.error);
    return (await copy(opened.value, out, file)) ? ok(undefined) : err('file-altered');
  } finally {
    await out.close();
  }
}

async function copy(content: AsyncIterable<Uint8Array>, out: FileHandle, file: UpdateFile): Promise<boolean> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > file.bytes) return false;
    hash.update(chunk);
    for (let done = 0; done < chunk.length;) done += (await out.write(chunk, done)).bytesWritten;
  }
  await out.sync();
  return bytes === file.bytes && hash.digest('hex') === file.sha256;
}
