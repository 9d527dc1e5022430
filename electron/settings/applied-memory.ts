import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { sync as writeFileAtomically } from 'write-file-atomic';
import { z } from '../../shared/zod.ts';

/** Which files were applied that could not be told so, by what stood in them. */
export interface AppliedMemory {
  has(text: string): boolean;
  /** @throws Error where the disk fails. */
  remember(text: string): void;
}

/** As many as are ever of use: a counter has one such file, now and then a newer one. */
const most = 50;
const memorySchema = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(most);

/** Kept in `file`, as SHA-256. One that cannot be read is empty: files without secrets are then applied once more. */
export function openAppliedMemory(file: string): AppliedMemory {
  const read = (): readonly string[] => {
    try {
      return memorySchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
    } catch {
      return [];
    }
  };
  return {
    has: (text) => read().includes(hashOf(text)),
    remember: (text) =>
      writeFileAtomically(file, JSON.stringify([...read(), hashOf(text)].slice(-most)), {
        mode: 0o600,
        fsync: true,
      }),
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
