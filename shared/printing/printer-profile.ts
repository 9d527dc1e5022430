import type { Style } from '../receipt/document.ts';
import { z } from '../zod.ts';

/** What of `ESC ! n` a printer obeys; a style it does not know is printed plain and laid out plain. */
const modesSchema = z.strictObject({
  fontB: z.boolean(),
  bold: z.boolean(),
  doubleHeight: z.boolean(),
  doubleWidth: z.boolean(),
  underline: z.boolean(),
} satisfies Record<Exclude<keyof Style, 'font'> | 'fontB', z.ZodBoolean>);

const columnsSchema = z.int().min(16).max(96);

/** The pulse that opens a drawer: `ESC p m t1 t2` counts in 2 ms. */
const drawerSchema = z.strictObject({
  /** Of the drawer's plug. */
  pin: z.literal([2, 5]),
  onMs: z.int().min(10).max(510),
  offMs: z.int().min(100).max(510),
});
export type Drawer = z.infer<typeof drawerSchema>;

export const printerModels = ['58mm', '58mm-nt-5890k', '80mm', '80mm-42', 'tm-u220', 'custom'] as const;
export type PrinterModel = (typeof printerModels)[number];

/** What must be known of a printer to print on it well. Makers lie and clones differ: the test page tells. */
export const printerProfileSchema = z.strictObject({
  /** The model it began as; `custom` once something was changed. */
  model: z.enum(printerModels),
  /** Characters of font A and of font B that fit on one line. */
  columns: z.strictObject({ A: columnsSchema, B: columnsSchema }),
  /** Dots of the printed width, for pictures; 0: it prints none (impact printers know another command). */
  widthDots: z.int().min(0).max(1024).multipleOf(8),
  /** `gs-v` is everybody's, `esc-i` that of some Zjiang models, on which the other prints black bars. */
  cutter: z.enum(['none', 'gs-v', 'esc-i']),
  /** Empty lines that bring the end of the print past the tear bar or the cutter. */
  feedLines: z.int().min(0).max(12),
  /** `n` of `ESC t n`. Only ASCII is ever printed, which all code pages have in common; some models need theirs chosen. */
  codePage: z.int().min(0).max(255),
  modes: modesSchema,
  /** A line feed right after a picture does nothing (NT-5890K). */
  swallowsLineFeedAfterPicture: z.boolean(),
  /** `null`: there is none, or it must not be opened. */
  drawer: drawerSchema.nullable(),
  /** Whether its state may be asked for (`DLE EOT`, `GS r`): some print the question. */
  asksStatus: z.boolean(),
});
export type PrinterProfile = z.infer<typeof printerProfileSchema>;

const allModes: PrinterProfile['modes'] = {
  fontB: true,
  bold: true,
  doubleHeight: true,
  doubleWidth: true,
  underline: true,
};

const thermal58: PrinterProfile = {
  model: '58mm',
  columns: { A: 32, B: 42 },
  widthDots: 384,
  cutter: 'none',
  feedLines: 4,
  codePage: 0,
  modes: allModes,
  swallowsLineFeedAfterPicture: false,
  drawer: null,
  asksStatus: true,
};

/**
 * 58 mm: 384 dots of a 203 dpi head, font A 12 dots wide, font B 9, no cutter on nearly all clones. 80 mm: 576 dots; at
 * 180 dpi, 512 dots and 42 columns. TM-U220: an impact printer with fonts of 9×9 and 7×9. (escpos-printer-db POS-5890
 * and NT-5890K; Epson TM-T20/T82/T88 and TM-U220 manuals.)
 */
export const printerProfiles: Readonly<Record<Exclude<PrinterModel, 'custom'>, PrinterProfile>> = {
  '58mm': thermal58,
  '58mm-nt-5890k': { ...thermal58, model: '58mm-nt-5890k', swallowsLineFeedAfterPicture: true },
  '80mm': { ...thermal58, model: '80mm', columns: { A: 48, B: 64 }, widthDots: 576, cutter: 'gs-v' },
  '80mm-42': { ...thermal58, model: '80mm-42', columns: { A: 42, B: 56 }, widthDots: 512, cutter: 'gs-v' },
  'tm-u220': {
    ...thermal58,
    model: 'tm-u220',
    columns: { A: 33, B: 40 },
    widthDots: 0,
    cutter: 'gs-v',
    feedLines: 6,
  },
};

/** A style as this printer can print it. */
export const styleOn = ({ modes }: PrinterProfile, style: Style): Style => ({
  font: modes.fontB ? style.font : 'A',
  bold: modes.bold && style.bold,
  doubleHeight: modes.doubleHeight && style.doubleHeight,
  doubleWidth: modes.doubleWidth && style.doubleWidth,
  underline: modes.underline && style.underline,
});
