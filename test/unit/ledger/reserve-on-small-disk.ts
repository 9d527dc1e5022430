/** What a reserve does on a disk that is too small for it, and on one that fills up. */
import fs from 'node:fs';
import { hasRoom, openReserve } from '../../../electron/ledger/reserve.ts';

const mebi = 1 << 20;
const free = (): number => {
  const { bavail, bsize } = fs.statfsSync('/mnt');
  return bavail * bsize;
};
const before = free();
const tooLarge = openReserve('/mnt/large', 8 * mebi);
const kept = openReserve('/mnt/kept', mebi);
const tooLargeIsKept = tooLarge.ensure();
const freeAfterTooLarge = free();
const isKept = kept.ensure();
const freeBeside = free();
try {
  fs.writeFileSync('/mnt/filler', Buffer.alloc(8 * mebi));
} catch {
  // The disk is full now.
}
const whenFull = {
  free: free(),
  hasRoom: hasRoom('/mnt', 4096),
  again: kept.ensure(),
  isThere: kept.isThere(),
};
kept.release();
const afterwards = { free: free(), hasRoom: hasRoom('/mnt', mebi), isThere: kept.isThere() };
process.stdout.write(
  JSON.stringify({
    before,
    tooLargeIsKept,
    freeAfterTooLarge,
    isKept,
    freeBeside,
    whenFull,
    afterwards,
    files: fs.readdirSync('/mnt'),
  }),
);
