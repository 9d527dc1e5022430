import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { createTarPacker } from 'modern-tar';
import { err, ok, type Result } from '../../shared/result.ts';
import type { WriteArchive, WriteArchiveFault } from './archive.ts';
import { Fault, systemCode } from './fault.ts';
import { lock, usualWorkFactor } from './lock.ts';
import { writeManifest, type FileFacts } from './manifest.ts';
import { readWhole } from './read-archive.ts';

class WriteFault extends Fault<WriteArchiveFault> {}

/**
 * Writes an archive beside `target`, syncs it, reads all of it back, and only then gives it its name, which may be another's
 * until then. What is cut off leaves `<target>.part`, which the next one of that name replaces. Never throws.
 */
export async function writeArchive(
  order: WriteArchive,
  workFactor = usualWorkFactor,
): Promise<Result<{ readonly bytes: number }, WriteArchiveFault>> {
  const part = `${order.target}.part`;
  try {
    const written = await writePart(part, order, workFactor);
    // What the system keeps of it in memory is what is read here; of the disk this is as much as one gets to know.
    const read = await readWhole(part, order.passphrase);
    if (!read.ok || read.value.manifest.files['ledger.db'].sha256 !== written.ledger.sha256)
      throw new WriteFault(
        !read.ok && read.error === 'archive-gone' ? 'target-not-writable' : 'not-verified',
      );
    const { size } = fs.statSync(part);
    fs.renameSync(part, order.target);
    syncFolder(path.dirname(order.target));
    if (fs.statSync(order.target).size !== size) throw new WriteFault('not-verified');
    return ok({ bytes: size });
  } catch (error) {
    removeIfThere(part);
    return err(error instanceof WriteFault ? error.code : faultOf(error));
  }
}

function faultOf(error: unknown): WriteArchiveFault {
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'target-full';
    case 'EFBIG':
      return 'target-too-small';
    default:
      return 'target-not-writable';
  }
}

async function writePart(
  part: string,
  { passphrase, facts, ledger, settings }: WriteArchive,
  workFactor: number,
): Promise<{ readonly ledger: FileFacts }> {
  const settingsBytes = Buffer.from(settings, 'utf8');
  const files = {
    'settings.json': factsOf(settingsBytes),
    'ledger.db': await factsOfFile(ledger),
  };
  const tar = createTarPacker();
  const gzip = createGzip();
  const filling = fill(tar.controller, [
    { name: 'manifest.json', content: Buffer.from(writeManifest(facts, files), 'utf8') },
    { name: 'settings.json', content: settingsBytes },
    { name: 'ledger.db', file: ledger, bytes: files['ledger.db'].bytes },
  ]);
  const packing = pipeline(Readable.fromWeb(tar.readable as never), gzip);
  const writing = (async () => {
    try {
      const plain = Readable.toWeb(gzip) as ReadableStream<Uint8Array>;
      await writeOut(await lock(plain, passphrase, workFactor), part);
    } catch (error) {
      // Nobody takes any more of it.
      gzip.destroy();
      throw error;
    }
  })();
  const [filled, packed, written] = await Promise.allSettled([filling, packing, writing]);
  // A fault of the source tears down the rest, and so does one of the target: the one that was foreseen is the cause.
  if (filled.status === 'rejected' && filled.reason instanceof WriteFault) throw filled.reason;
  for (const each of [written, filled, packed]) if (each.status === 'rejected') throw each.reason;
  return { ledger: files['ledger.db'] };
}

interface Content {
  readonly name: string;
  readonly content: Uint8Array;
}
interface ContentOfFile {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

async function fill(
  controller: ReturnType<typeof createTarPacker>['controller'],
  entries: readonly (Content | ContentOfFile)[],
): Promise<void> {
  try {
    for (const entry of entries) {
      const size = 'content' in entry ? entry.content.length : entry.bytes;
      const writer = controller.add({ name: entry.name, size, mode: 0o600 }).getWriter();
      if ('content' in entry) await writer.write(entry.content);
      else for await (const chunk of chunksOf(entry.file)) await writer.write(chunk);
      await writer.close();
    }
    controller.finalize();
  } catch (error) {
    controller.error(error);
    throw error;
  }
}

async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    for (;;) {
      const { bytesRead, buffer } = await handle.read({ buffer: Buffer.allocUnsafe(256 * 1024) });
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw new WriteFault('source-unreadable', error);
  } finally {
    await handle?.close();
  }
}

const factsOf = (bytes: Uint8Array): FileFacts => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

async function factsOfFile(file: string): Promise<FileFacts> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function writeOut(content: ReadableStream<Uint8Array>, part: string): Promise<void> {
  // Whatever an earlier one left when it was cut off; a link there is not followed.
  fs.rmSync(part, { force: true });
  const handle = await open(part, 'wx', 0o600);
  try {
    for await (const chunk of content as unknown as AsyncIterable<Uint8Array>) {
      for (let done = 0; done < chunk.length;) done += (await handle.write(chunk, done)).bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the name stay after a power cut, where the system can; sticks often cannot. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(systemCode(error))) throw error;
  } finally {
    fs.closeSync(handle);
  }
}

function removeIfThere(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // The stick is gone, and it with it.
  }
}
