import type { Random } from './random.ts';

export const damages = [
  'random-page',
  'empty-page',
  'random-sector',
  'byte',
  'bit',
  'page-elsewhere',
  'lost-write',
  'cut-short',
] as const;
/** What a disk does to a file that has long been written. */
export type Damage = (typeof damages)[number];

const pageSize = 4096;

/** `content` with one damage somewhere. `earlier` is what the file held some time ago. */
export function damaged(content: Buffer, earlier: Buffer, damage: Damage, random: Random): Buffer {
  const bytes = Buffer.from(content);
  const page = random.below(content.length / pageSize) * pageSize;
  const at = random.below(content.length);
  switch (damage) {
    case 'random-page':
      fillAtRandom(bytes.subarray(page, page + pageSize), random);
      break;
    case 'empty-page':
      bytes.fill(0, page, page + pageSize);
      break;
    case 'random-sector':
      fillAtRandom(bytes.subarray(at - (at % 512), at - (at % 512) + 512), random);
      break;
    case 'byte':
      bytes[at] = random.below(256);
      break;
    case 'bit':
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      break;
    case 'page-elsewhere':
      // A write that went to another page than it was meant for.
      content.copy(bytes, page, at - (at % pageSize), at - (at % pageSize) + pageSize);
      break;
    case 'lost-write':
      // A page that the disk said it wrote, and did not.
      if (page < earlier.length) earlier.copy(bytes, page, page, page + pageSize);
      break;
    case 'cut-short':
      return bytes.subarray(0, at);
  }
  return bytes;
}

function fillAtRandom(bytes: Buffer, random: Random): void {
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = random.below(256);
}
