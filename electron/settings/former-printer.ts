import { isPrinterPath } from '../../shared/printing/printer-connection.ts';
import { printerProfiles } from '../../shared/printing/printer-profile.ts';
import { defaultPrinting, type PrintingSettings } from '../../shared/printing/printing-settings.ts';
import { z } from '../../shared/zod.ts';

const paper = z.enum(['58mm', '80mm']);

/** The one printer that a counter had, when it was a part of the shop's settings. */
export const formerPrinterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('screen'), paper }),
  z.strictObject({ kind: z.literal('file'), paper, path: z.string().max(1000).refine(isPrinterPath) }),
  z.strictObject({
    kind: z.literal('network'),
    paper,
    host: z.string().min(1).max(253),
    port: z.int().min(1).max(65_535),
  }),
]);

const names = { screen: 'Layar', file: 'Berkas', network: 'Printer jaringan' } as const;

/** That printer as the only one there is. */
export function printingOf(former: z.infer<typeof formerPrinterSchema>): PrintingSettings {
  const { paper: model, ...connection } = former;
  const printer = { id: former.kind, name: names[former.kind], connection, profile: printerProfiles[model] };
  return { ...defaultPrinting, printers: [printer], receipts: printer.id, reports: printer.id };
}
