import type { Picture } from '../../shared/printing/picture.ts';

/**
 * Rows sent at once. Cheap printers have 4 kB of buffer and less, and print a slice before they take the next; at 384
 * dots this is 1.2 kB (Odoo slices at 255 rows, python-escpos at 960).
 */
const sliceRows = 24;

const low = (value: number): number => value & 0xff;
const high = (value: number): number => value >> 8;

/** A picture as slices of `GS v 0`, the raster command that every thermal printer and clone knows. */
export function encodePicture({ widthDots, rows, bits }: Picture): string {
  const rowBytes = widthDots / 8;
  let bytes = '';
  for (let row = 0; row < rows; row += sliceRows) {
    const height = Math.min(sliceRows, rows - row);
    const header = [0x1d, 0x76, 0x30, 0, low(rowBytes), high(rowBytes), low(height), high(height)];
    const slice = bits.subarray(row * rowBytes, (row + height) * rowBytes);
    bytes += String.fromCharCode(...header, ...slice);
  }
  return bytes;
}
