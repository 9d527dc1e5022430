import { z } from '../zod.ts';
import { base64Bytes, fromBase64, toBase64 } from './base64.ts';

/** The widest picture that every printer has room for: 48 mm at 203 dpi. */
export const maxPictureDots = 384;
export const maxPictureRows = 320;

/** A picture in black and white, row by row, eight dots a byte, the leftmost in the highest bit, 1 for black. */
export interface Picture {
  /** A multiple of eight. */
  readonly widthDots: number;
  readonly rows: number;
  /** `widthDots / 8 * rows` bytes. */
  readonly bits: Uint8Array;
}

/** A picture as it is stored in settings and in the ledger: `bits` in base64. */
export const storedPictureSchema = z
  .strictObject({
    widthDots: z.int().min(8).max(maxPictureDots).multipleOf(8),
    rows: z.int().min(1).max(maxPictureRows),
    bits: z.base64().max(Math.ceil(((maxPictureDots / 8) * maxPictureRows) / 3) * 4),
  })
  .refine(
    ({ widthDots, rows, bits }) => base64Bytes(bits) === (widthDots / 8) * rows,
    'the bits are not as many as the dots',
  );
export type StoredPicture = z.infer<typeof storedPictureSchema>;

/** A picture to print from one that passed `storedPictureSchema`. */
export const pictureOf = ({ widthDots, rows, bits }: StoredPicture): Picture => ({
  widthDots,
  rows,
  bits: fromBase64(bits),
});

/** A picture as it is stored; `storedPictureSchema` takes it where it is not too large. */
export const storedPicture = ({ widthDots, rows, bits }: Picture): StoredPicture => ({
  widthDots,
  rows,
  bits: toBase64(bits),
});
