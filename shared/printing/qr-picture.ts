import { encodeQR } from 'qr';
import { drawPicture } from './draw-picture.ts';
import type { Picture } from './picture.ts';

/** White around the code, in modules (ISO/IEC 18004). */
const quietModules = 4;

/** Dots a module: below three, cheap heads run the dots together. */
const leastDots = 3;
const mostDots = 8;

/**
 * A QR code of `text` with its quiet zone, in modules of 3 to 8 whole dots, the largest that fit; as a picture because
 * cheap printers print a native code's bytes instead. Corrects 15 % of damage (level M).
 *
 * @param maxDots how wide the picture may be, its width rounded up to a multiple of eight.
 * @returns `undefined` where it does not fit, is too long for any code, or there is nothing to say.
 */
export function qrPicture(text: string, maxDots: number): Picture | undefined {
  const room = Math.floor(maxDots / 8) * 8;
  const modules = text === '' ? undefined : modulesOf(text, Math.floor(room / leastDots));
  if (modules === undefined) return undefined;
  const dots = Math.min(mostDots, Math.floor(room / modules.length));
  const size = modules.length * dots;
  return drawPicture(size, size, (x, y) => modules[Math.floor(y / dots)]?.[Math.floor(x / dots)] === true);
}

/** The largest code there is. Version 1 is 21 modules wide, each further one four more (ISO/IEC 18004). */
const lastVersion = 40;

/**
 * Row by row, `true` for dark; `undefined` where it takes more than `most` modules with its quiet zone. Only a code that
 * fits is worked out, which takes far longer than all else of a receipt: a version that is too small for the text is
 * refused by its length alone.
 */
function modulesOf(text: string, most: number): readonly (readonly boolean[])[] | undefined {
  const last = Math.min(lastVersion, Math.floor((most - 2 * quietModules - 17) / 4));
  for (let version = 1; version <= last; version += 1) {
    try {
      return encodeQR(text, 'raw', { ecc: 'medium', border: quietModules, version });
    } catch {
      // The next one holds more.
    }
  }
  return undefined;
}
