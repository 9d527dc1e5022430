import fs from 'node:fs';
import path from 'node:path';
import { assert, asyncProperty, constantFrom, oneof, string, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../electron/archive/read-archive.ts';
import { writeArchive } from '../../../electron/archive/write-archive.ts';
import { ok } from '../../../shared/result.ts';
import { memoryFolder } from '../ledger/temp-folder.ts';
import { orderOf } from './archive-bench.ts';

describe('an archive', () => {
  it(
    'holds what was put in, whatever that was, and nothing else is beside it',
    { timeout: 300_000 },
    async () => {
      await assert(
        asyncProperty(
          // Around the sizes of a block of tar, of a piece of age, and of nothing much.
          oneof(
            uint8Array({ minLength: 1, maxLength: 2000 }),
            constantFrom(511, 512, 513, 65_535, 65_536, 65_537, 300_000).map((size) =>
              new Uint8Array(size).fill(7),
            ),
          ),
          string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
          string({ unit: 'grapheme', minLength: 8, maxLength: 40 }),
          async (ledger, settings, passphrase) => {
            const order = { ...orderOf(ledger, settings), passphrase };
            const written = await writeArchive(order, 10);
            expect(written).toEqual(ok({ bytes: fs.statSync(order.target).size }));
            expect(fs.readdirSync(path.dirname(order.target))).toEqual(['loket.age']);
            const folder = memoryFolder();
            const read = await readArchive({
              file: order.target,
              passphrase: passphrase.normalize('NFD'),
              folder,
            });
            expect(read).toEqual(
              ok({ facts: order.facts, settings, ledger: path.join(folder, 'ledger.db') }),
            );
            expect(Buffer.compare(fs.readFileSync(path.join(folder, 'ledger.db')), ledger)).toBe(0);
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});
