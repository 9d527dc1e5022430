import type { PaperId } from '../../../shared/receipt/paper.ts';

/** 203 dpi: what every receipt printer of either width has. */
const dotsPerMm = 8;

const rollWidthMm: Readonly<Record<PaperId, number>> = { '58mm': 58, '80mm': 80 };

/** The paper around the print, in printer dots. */
export interface PaperGeometry {
  readonly width: number;
  readonly height: number;
  /** From the paper's edge to the first printable dot. */
  readonly marginX: number;
  readonly marginY: number;
}

/** The roll is wider than the print head; above the print stands what the tear bar leaves. */
export function paperGeometry(
  paper: PaperId,
  printed: { readonly widthDots: number; readonly heightDots: number },
): PaperGeometry {
  const width = rollWidthMm[paper] * dotsPerMm;
  const marginX = (width - printed.widthDots) / 2;
  const marginY = 3 * dotsPerMm;
  return { width, height: printed.heightDots + 2 * marginY, marginX, marginY };
}
