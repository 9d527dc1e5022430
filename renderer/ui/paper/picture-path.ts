import type { Picture } from '../../../shared/printing/picture.ts';

/**
 * The black of a picture as one SVG path, a unit a dot: rectangles as wide as a run of dots and as high as the same run
 * goes on below itself. One path, so that no edge shows between them in any size, and no image, whose scaling would
 * blur a code.
 */
export function picturePath({ widthDots, rows, bits }: Picture): string {
  const rectangles: string[] = [];
  let open = new Map<number, Run>();
  for (let y = 0; y <= rows; y += 1) {
    const going = new Map<number, Run>();
    for (const run of y < rows ? runsOf(bits, y, widthDots) : []) {
      const key = run.x * (widthDots + 1) + run.width;
      going.set(key, open.get(key) ?? run);
      open.delete(key);
    }
    for (const { x, top, width } of open.values()) {
      rectangles.push(`M${x} ${top}h${width}v${y - top}h${-width}z`);
    }
    open = going;
  }
  return rectangles.join('');
}

/** Black dots side by side, from the row where they began. */
interface Run {
  readonly x: number;
  readonly top: number;
  readonly width: number;
}

function runsOf(bits: Uint8Array, y: number, widthDots: number): readonly Run[] {
  const rowBytes = widthDots / 8;
  const isBlack = (x: number): boolean =>
    x < widthDots && ((bits[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
  const runs: Run[] = [];
  for (let x = 0; x < widthDots; x += 1) {
    if (!isBlack(x)) continue;
    const begin = x;
    while (isBlack(x)) x += 1;
    runs.push({ x: begin, top: y, width: x - begin });
  }
  return runs;
}
