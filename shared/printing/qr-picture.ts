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
  const modules = text === '' ? undefined : modulesOf(text);
  if (modules === undefined) return undefined;
  const room = Math.floor(maxDots / 8) * 8;
  const dots = Math.min(mostDots, Math.floor(room / modules.length));
  if (dots < leastDots) return undefined;
  const size = modules.length * dots;
  return drawPicture(size, size, (x, y) => modules[Math.floor(y / dots)]?.[Math.floor(x / dots)] === true);
}

/** Row by row, `true` for dark; `undefined` for more than the largest code holds. */
function modulesOf(text: string): readonly (readonly boolean[])[] | undefined {
  try {
    return encodeQR(text, 'raw', { ecc: 'medium', border: quietModules });
  } catch {
    return undefined;
  }
}
