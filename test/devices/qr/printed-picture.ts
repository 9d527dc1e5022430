/** Dots as a printer's head sets them: rows of bytes, eight dots each, 1 for black. */
export interface PrintedDots {
  readonly rowBytes: number;
  readonly rows: readonly Uint8Array[];
}

/**
 * The raster pictures in a printer's bytes, read by nothing of the program's own: `GS v 0 0 xL xH yL yH` and its data
 * are looked for, and rows of one width that follow one another make a picture. Only for streams that hold no such
 * sequence by chance.
 */
export function printedPictures(bytes: Buffer): readonly PrintedDots[] {
  const head = Buffer.from('\x1dv0\0', 'latin1');
  const pictures: { rowBytes: number; rows: Uint8Array[]; end: number }[] = [];
  for (let at = bytes.indexOf(head); at !== -1;) {
    const rowBytes = bytes.readUInt16LE(at + 4);
    const height = bytes.readUInt16LE(at + 6);
    const first = at + 8;
    const end = first + rowBytes * height;
    const last = pictures.at(-1);
    const isSame = last !== undefined && last.end === at && last.rowBytes === rowBytes;
    const picture = isSame ? last : { rowBytes, rows: [], end };
    if (!isSame) pictures.push(picture);
    for (let row = 0; row < height; row += 1) {
      picture.rows.push(bytes.subarray(first + row * rowBytes, first + (row + 1) * rowBytes));
    }
    picture.end = end;
    at = bytes.indexOf(head, end);
  }
  return pictures;
}

/** A picture as a file of the PBM form, which has its bits just as a printer does. */
export const pbmOf = ({ rowBytes, rows }: PrintedDots): Buffer =>
  Buffer.concat([Buffer.from(`P4\n${rowBytes * 8} ${rows.length}\n`), ...rows]);
