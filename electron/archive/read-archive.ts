import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ArchiveContents, ReadArchive, ReadArchiveFault } from './archive.ts';
import { Fault, systemCode } from './fault.ts';
import { headBytes, isLockedByPassphrase, unlock } from './lock.ts';
import {
  entryNames,
  mostManifestBytes,
  mostSettingsBytes,
  readManifest,
  type FileFacts,
  type Manifest,
} from './manifest.ts';

class ReadFault extends Fault<ReadArchiveFault> {}

/** What is read of an archive: its manifest and its settings; its ledger has gone where it was to go. */
export interface ArchiveRead {
  readonly manifest: Manifest;
  readonly settings: string;
}

/**
 * Reads an archive to its very end and compares all of it with what it says of itself; `ledger`: the new file that its ledger
 * is written to, where one is wanted. No name that stands in the archive becomes a path, and nothing is written beyond the
 * size that it said at first and that has room. Never throws.
 */
export async function readWhole(
  file: string,
  passphrase: string,
  ledger?: string,
): Promise<Result<ArchiveRead, ReadArchiveFault>> {
  try {
    return ok(await readOrThrow(file, passphrase, ledger));
  } catch (error) {
    if (ledger !== undefined) fs.rmSync(ledger, { force: true });
    if (error instanceof ReadFault) return err(error.code);
    return err(systemCode(error) === 'ENOSPC' ? 'no-room-here' : 'archive-damaged');
  }
}

/** Unpacks an archive into a folder of ours. Never throws. */
export async function readArchive({
  file,
  passphrase,
  folder,
}: ReadArchive): Promise<Result<ArchiveContents, ReadArchiveFault>> {
  const ledger = path.join(folder, 'ledger.db');
  const read = await readWhole(file, passphrase, ledger);
  if (!read.ok) return read;
  const { format: _format, files: _files, ...facts } = read.value.manifest;
  return ok({ facts, settings: read.value.settings, ledger });
}

async function readOrThrow(
  file: string,
  passphrase: string,
  ledger: string | undefined,
): Promise<ArchiveRead> {
  if (!isLockedByPassphrase(await headOf(file))) throw new ReadFault('not-an-archive');
  const source = chunksOf(file);
  try {
    return await readFrom(source, passphrase, ledger);
  } finally {
    // Where it was not read to its end, nobody else closes the file.
    await source.return(undefined);
  }
}

async function readFrom(
  source: AsyncGenerator<Uint8Array>,
  passphrase: string,
  ledger: string | undefined,
): Promise<ArchiveRead> {
  const plain = await unlock(asStream(source), passphrase);
  if (plain === undefined) throw new ReadFault('wrong-passphrase');

  const decoder = createTarDecoder({ strict: true });
  const reader = createEntryReader(ledger);
  const unpacking = readEntries(decoder.readable, reader);
  const feeding = pipeline(
    Readable.fromWeb(plain as ReadableStream),
    createGunzip(),
    (unpacked: AsyncIterable<Uint8Array>) => within(unpacked, reader.mostBytes),
    async (tar: AsyncIterable<Uint8Array>) => {
      await asStream(tar).pipeTo(decoder.writable);
    },
  );
  const [unpacked, fed] = await Promise.allSettled([unpacking, feeding]);
  // Where both failed, one of them tore the other down: a fault that was foreseen is the cause.
  for (const each of [unpacked, fed]) {
    if (each.status === 'rejected' && each.reason instanceof ReadFault) throw each.reason;
    if (each.status === 'rejected' && each.reason?.cause instanceof ReadFault) throw each.reason.cause;
  }
  if (fed.status === 'rejected') throw fed.reason;
  if (unpacked.status === 'rejected') throw unpacked.reason;
  return unpacked.value;
}

/** Node's own `from` is of a type that the DOM's library does not take for a stream. */
function asStream(chunks: AsyncIterable<Uint8Array>): globalThis.ReadableStream<Uint8Array> {
  const all = chunks[Symbol.asyncIterator]();
  return new globalThis.ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await all.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await all.return?.();
    },
  });
}

async function headOf(file: string): Promise<Uint8Array> {
  for await (const chunk of chunksOf(file)) return chunk.subarray(0, headBytes);
  return new Uint8Array();
}

/** A stick may be pulled out at any of them. */
async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    const handle = await open(file, 'r');
    try {
      for (;;) {
        const { bytesRead, buffer } = await handle.read({ buffer: Buffer.allocUnsafe(256 * 1024) });
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new ReadFault('archive-gone', error);
  }
}

/** Ends what has become larger than it may be: a few kilobytes can unfold to a disk full of zeros. */
async function* within(source: AsyncIterable<Uint8Array>, most: () => number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > most()) throw new ReadFault('archive-damaged');
    yield chunk;
  }
}

interface EntryReader {
  /** Reads the next entry, which must be the one that is due. */
  read(entry: ParsedTarEntry): Promise<void>;
  /** How much the whole may be by what is known so far. */
  readonly mostBytes: () => number;
  /** All of it; throws where something is missing. */
  done(): ArchiveRead;
}

/** Headers, padding and end of a tar of three files, and more. */
const tarOverhead = 64 * 1024;
/** Before the manifest is read, what follows it runs ahead by some buffers. */
const beforeManifest = 16 * 1024 * 1024;

function createEntryReader(ledger: string | undefined): EntryReader {
  let next = 0;
  let manifest: Manifest | undefined;
  let settings = '';

  const known = (): Manifest => {
    if (manifest === undefined) throw new ReadFault('archive-damaged');
    return manifest;
  };

  return {
    async read({ header, body }) {
      const name = entryNames[next];
      next += 1;
      if (name === undefined || header.name !== name || (header.type ?? 'file') !== 'file')
        throw new ReadFault('archive-damaged');
      switch (name) {
        case 'manifest.json': {
          const text = (await bytesOf(body, header.size, mostManifestBytes)).toString('utf8');
          const read = readManifest(text);
          if (read === 'newer') throw new ReadFault('newer-version');
          if (read === undefined) throw new ReadFault('archive-damaged');
          manifest = read;
          if (ledger !== undefined) expectRoom(path.dirname(ledger), read.files['ledger.db'].bytes);
          return;
        }
        case 'settings.json': {
          const bytes = await bytesOf(body, header.size, mostSettingsBytes);
          expectSame(known().files['settings.json'], {
            bytes: bytes.length,
            sha256: createHash('sha256').update(bytes).digest('hex'),
          });
          settings = bytes.toString('utf8');
          return;
        }
        case 'ledger.db': {
          const facts = known().files['ledger.db'];
          if (header.size !== facts.bytes) throw new ReadFault('archive-damaged');
          expectSame(facts, await writeOut(body, facts.bytes, ledger));
        }
      }
    },
    mostBytes: () =>
      manifest === undefined
        ? beforeManifest
        : manifest.files['ledger.db'].bytes + mostSettingsBytes + mostManifestBytes + tarOverhead,
    done() {
      if (next !== entryNames.length) throw new ReadFault('archive-damaged');
      return { manifest: known(), settings };
    },
  };
}

async function readEntries(
  entries: globalThis.ReadableStream<ParsedTarEntry>,
  reader: EntryReader,
): Promise<ArchiveRead> {
  for await (const entry of entries) await reader.read(entry);
  return reader.done();
}

async function bytesOf(body: ParsedTarEntry['body'], size: number, most: number): Promise<Buffer> {
  if (size > most) throw new ReadFault('archive-damaged');
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function expectSame(said: FileFacts, found: FileFacts): void {
  if (said.bytes !== found.bytes || said.sha256 !== found.sha256) throw new ReadFault('archive-damaged');
}

function expectRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = fs.statfsSync(folder);
  if (bavail * bsize < bytes) throw new ReadFault('no-room-here');
}

/** Hashes a file on its way to `target`, where there is one; synced there. */
async function writeOut(
  body: ParsedTarEntry['body'],
  most: number,
  target: string | undefined,
): Promise<FileFacts> {
  const hash = createHash('sha256');
  let bytes = 0;
  const out = target === undefined ? undefined : fs.openSync(target, 'wx', 0o600);
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > most) throw new ReadFault('archive-damaged');
      hash.update(chunk);
      if (out !== undefined) writeAll(out, chunk);
    }
    if (out !== undefined) fs.fsyncSync(out);
  } finally {
    if (out !== undefined) fs.closeSync(out);
  }
  return { bytes, sha256: hash.digest('hex') };
}

function writeAll(out: number, chunk: Uint8Array): void {
  for (let done = 0; done < chunk.length;) done += fs.writeSync(out, chunk, done);
}
