/** A picture of the icon. */
export interface Drawn {
  /** Pixels in each direction, at most 256 in an .ico. */
  readonly size: number;
  readonly png: Buffer;
  /** Blue, green, red and alpha of each pixel, from the top left. */
  readonly pixels: Buffer;
}

const headerSize = 6;
const entrySize = 16;
const largest = 256;

/**
 * An .ico of several sizes. The largest is stored as PNG, as Windows wants it, the others as bitmaps, which every program reads.
 *
 * @see https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export function icoFile(pictures: readonly Drawn[]): Buffer {
  const header = Buffer.alloc(headerSize + entrySize * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  const images = pictures.map((picture) => (picture.size === largest ? picture.png : bitmap(picture)));
  let offset = header.length;
  pictures.forEach(({ size }, index) => {
    const length = images[index]?.length ?? 0;
    const at = headerSize + entrySize * index;
    // 256 does not fit in a byte, and is written as 0.
    header.writeUInt8(size % largest, at);
    header.writeUInt8(size % largest, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([header, ...images]);
}

/** A bitmap without a file's header: from the bottom up, and with a mask that its alpha makes superfluous. */
function bitmap({ size, pixels }: Drawn): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const rows = Array.from({ length: size }, (_, row) => {
    const at = (size - 1 - row) * size * 4;
    return pixels.subarray(at, at + size * 4);
  });
  const maskRow = Math.ceil(size / 32) * 4;
  return Buffer.concat([header, ...rows, Buffer.alloc(maskRow * size)]);
}
