import type { FoundPrinter } from '../../../../shared/printing/printer-connection.ts';
import type { PrinterModel } from '../../../../shared/printing/printer-profile.ts';

/** A model whose profile is known. */
export type KnownModel = Exclude<PrinterModel, 'custom'>;

/**
 * What names tell, the surest first. TM-T88 and SRP-350 print 42 columns of 180 dpi, the others of 80 mm 48 of 203 dpi.
 * (Makers' manuals; names in escpos-printer-db.)
 */
const signs: readonly (readonly [sign: RegExp, model: KnownModel])[] = [
  [/\bU[- ]?220|TM-?U2/i, 'tm-u220'],
  [/5890K/i, '58mm-nt-5890k'],
  [/\bT[- ]?88|TM-?T88|SRP-?350/i, '80mm-42'],
  [/TM-?[TMLP]\d|\bT(?:20|70|81|82|83)|TSP\d{3}|CT-?S3\d\d|RP-?80|TP-?80/i, '80mm'],
  [/(?<!\d)80\s?(?:mm|c|iii?|iv|v|l|h|n|t)?(?![\da-z])|(?:POS|ZJ|XP)[- ]?8[0-3]\d0/i, '80mm'],
  [/(?<!\d)(?:57|58)\s?(?:mm|[a-z]{1,4})?(?![\da-z])|(?<!\d)58[09]\d(?!\d)/i, '58mm'],
];

/** The model that a printer's name or its own words tell; `null` where they tell none. */
export function guessModel({ name, detail }: Pick<FoundPrinter, 'name' | 'detail'>): KnownModel | null {
  const told = `${name} ${detail}`.replaceAll('_', ' ');
  return signs.find(([sign]) => sign.test(told))?.[1] ?? null;
}

/** What most counters have. */
export const usualModel: KnownModel = '58mm';
