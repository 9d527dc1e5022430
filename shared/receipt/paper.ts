/** What the layout needs to know of a printer's paper. */
export interface Paper {
  /** Characters of font A and of font B that fit on one line. */
  readonly columns: { readonly A: number; readonly B: number };
  readonly hasCutter: boolean;
  /** Empty lines that bring the end of the print past the tear bar or the cutter. */
  readonly feedLines: number;
}

export const paperIds = ['58mm', '80mm'] as const;
export type PaperId = (typeof paperIds)[number];

/**
 * 58 mm: 384 dots, font A 12 dots wide, font B 9, no cutter on nearly all clones.
 * 80 mm: 576 dots. (escpos-printer-db POS-5890; Epson TM-T20/T82.)
 */
export const papers: Readonly<Record<PaperId, Paper>> = {
  '58mm': { columns: { A: 32, B: 42 }, hasCutter: false, feedLines: 4 },
  '80mm': { columns: { A: 48, B: 64 }, hasCutter: true, feedLines: 4 },
};
