import fs from 'node:fs';

const kinds = ['opened', 'created', 'written', 'resized', 'synced', 'closed', 'removed', 'renamed'] as const;

/** One operation that a process did on a file below the recorded folder. */
export interface DiskOperation {
  readonly kind: (typeof kinds)[number];
  /** The file, below the folder; '' for the folder itself. */
  readonly name: string;
  readonly fd: number;
  /** 0, or the errno of an operation that failed: then it changed nothing. */
  readonly error: number;
  /** Where the data was written, or a file's new size. */
  readonly offset: number;
  /** What was written, or the new name of a file. */
  readonly data: Buffer;
}

const magic = 0x31_4b_4f_4c;
const headerLength = 32;

/**
 * Reads a log that `shim/record.c` wrote about `folder`.
 *
 * @throws Error where the log is not whole: a recording with a hole proves nothing.
 */
export function readDiskLog(log: string, folder: string): readonly DiskOperation[] {
  const bytes = fs.readFileSync(log);
  const nameOf = (path: string): string => path.slice(folder.length + 1);
  const operations: DiskOperation[] = [];
  let at = 0;
  while (at < bytes.length) {
    const pathEnd = at + headerLength + bytes.readUInt32LE(at + 24);
    const end = pathEnd + bytes.readUInt32LE(at + 28);
    const kind = kinds[bytes.readUInt32LE(at + 4) - 1];
    if (bytes.readUInt32LE(at) !== magic || kind === undefined || end > bytes.length) {
      throw new Error(`the recording is broken at byte ${at}`);
    }
    const data = bytes.subarray(pathEnd, end);
    operations.push({
      kind,
      name: nameOf(bytes.toString('utf8', at + headerLength, pathEnd)),
      fd: bytes.readInt32LE(at + 8),
      error: bytes.readInt32LE(at + 12),
      offset: Number(bytes.readBigUInt64LE(at + 16)),
      data: kind === 'renamed' ? Buffer.from(nameOf(data.toString())) : data,
    });
    at = end;
  }
  return operations;
}
