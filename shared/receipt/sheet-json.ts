import { storedPictureSchema } from '../printing/picture.ts';
import { z } from '../zod.ts';
import type { Align, Line, Span } from './document.ts';
import { printModeOf, styleOfPrintMode } from './print-mode.ts';
import { withoutUnprintables } from './printable.ts';
import type { ReceiptSheet } from './sheet.ts';

/** Of the form below. A later form gets a number of its own and a reader beside this one. */
const version = 2;

/** Beyond what `composeSheet` makes of the longest text: its letters, a logo and the shop's own words. */
const longestSheet = 4_000_000;

const plainMode = 0;
const aligns: readonly Align[] = ['left', 'center', 'right'];

const textSchema = z.string().refine((text) => withoutUnprintables(text) === text, 'holds control codes');
const modeSchema = z.int().refine((mode) => printModeOf(styleOfPrintMode(mode)) === mode, 'no print mode');

/** A plain line on the left is its text; any other has its alignment and the mode and text of each span. */
const lineSchema = z.union([textSchema, z.tuple([z.int().min(0).max(2)], z.tuple([modeSchema, textSchema]))]);
type StoredLine = z.infer<typeof lineSchema>;

const linesSchema = z.array(lineSchema);

/** Of the time before a shop added anything of its own. */
const formerSchema = z.strictObject({
  v: z.literal(1),
  stamp: linesSchema,
  shop: z.tuple([textSchema, textSchema]),
  marks: z.array(linesSchema),
  slips: z.array(linesSchema),
  footer: linesSchema,
  logo: storedPictureSchema.nullable(),
  qr: z.string(),
});
const sheetSchema = formerSchema.extend({
  v: z.literal(version),
  sums: z.array(z.tuple([textSchema, textSchema])),
  cashier: textSchema,
});
const anySheetSchema = z.union([
  sheetSchema,
  formerSchema.transform((former): StoredSheet => ({ ...former, v: version, sums: [], cashier: '' })),
]);
type StoredSheet = z.infer<typeof sheetSchema>;

/** A sheet as it is kept: two to four kilobytes of JSON, and what a logo takes. */
export function sheetToJson(sheet: ReceiptSheet): string {
  const { stamp, shop, marks, slips, sums, cashier, footer, logo, qr } = sheet;
  const stored: StoredSheet = {
    v: version,
    stamp: stamp.map(storedLine),
    shop: [shop.name, shop.address],
    marks: marks.map((lines) => lines.map(storedLine)),
    slips: slips.map((lines) => lines.map(storedLine)),
    sums: sums.map(({ label, figure }) => [label, figure]),
    cashier,
    footer: footer.map(storedLine),
    logo,
    qr,
  };
  return JSON.stringify(stored);
}

/** The sheet that was kept as `json`; `undefined` for anything that `sheetToJson` does not write. */
export function sheetFromJson(json: string): ReceiptSheet | undefined {
  if (json.length > longestSheet) return undefined;
  const parsed = anySheetSchema.safeParse(parsedJson(json));
  if (!parsed.success) return undefined;
  const { stamp, shop, marks, slips, sums, cashier, footer, logo, qr } = parsed.data;
  const [name, address] = shop;
  return {
    stamp: stamp.map(lineOf),
    shop: { name, address },
    marks: marks.map((lines) => lines.map(lineOf)),
    slips: slips.map((lines) => lines.map(lineOf)),
    sums: sums.map(([label, figure]) => ({ label, figure })),
    cashier,
    footer: footer.map(lineOf),
    logo,
    qr,
  } as unknown as ReceiptSheet;
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function storedLine({ align, spans }: Line): StoredLine {
  const [first, ...others] = spans;
  if (align === 'left' && others.length === 0) {
    if (first === undefined) return '';
    if (first.text !== '' && printModeOf(first.style) === plainMode) return first.text;
  }
  return [
    aligns.indexOf(align),
    ...spans.map(({ text, style }): [number, string] => [printModeOf(style), text]),
  ];
}

function lineOf(stored: StoredLine): Line {
  if (typeof stored === 'string')
    return { align: 'left', spans: stored === '' ? [] : [spanOf(plainMode, stored)] };
  const [align, ...spans] = stored;
  return { align: aligns[align] ?? 'left', spans: spans.map(([mode, text]) => spanOf(mode, text)) };
}

const spanOf = (mode: number, text: string): Span => ({ text, style: styleOfPrintMode(mode) });
