import { dither, greyOf } from '../../../shared/printing/dither.ts';
import { storedPicture, type StoredPicture } from '../../../shared/printing/picture.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { logoSize } from './logo-size.ts';

export type LogoProblem = 'unreadable' | 'tooBig';

/** In bytes. A picture of a telephone is a few million. */
const largestFile = 20_000_000;

/** A picture file as dots that every printer can print. It never leaves this window otherwise. */
export async function readLogo(file: File): Promise<Result<StoredPicture, LogoProblem>> {
  if (file.size > largestFile) return err('tooBig');
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return err('unreadable');
  }
  const { width, rows } = logoSize(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(width, rows);
  const context = canvas.getContext('2d');
  if (context === null) return err('unreadable');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, rows);
  bitmap.close();
  return ok(storedPicture(dither(greyOf(context.getImageData(0, 0, width, rows).data, width, rows))));
}
