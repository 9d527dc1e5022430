/** The paper around the print, in printer dots. */
export interface PaperGeometry {
  readonly width: number;
  readonly height: number;
  /** From the paper's edge to the first printable dot. */
  readonly marginX: number;
  readonly marginY: number;
}

/** A roll of 58 mm is 10 mm wider than the head that prints on it, one of 80 mm 8 mm; at 8 dots a millimetre. */
const narrowHead = 400;
const marginOf = (widthDots: number): number => (widthDots <= narrowHead ? 40 : 32);

/** The roll is wider than the print head; above the print stands what the tear bar leaves. */
export function paperGeometry(printed: {
  readonly widthDots: number;
  readonly heightDots: number;
}): PaperGeometry {
  const marginX = marginOf(printed.widthDots);
  const marginY = 24;
  return {
    width: printed.widthDots + 2 * marginX,
    height: printed.heightDots + 2 * marginY,
    marginX,
    marginY,
  };
}
