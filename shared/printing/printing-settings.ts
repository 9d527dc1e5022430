import { z } from '../zod.ts';
import { printerConnectionSchema } from './printer-connection.ts';
import { printerProfiles, printerProfileSchema } from './printer-profile.ts';

/** Names a printer of this counter for as long as it is set up. */
export const printerIdSchema = z.string().regex(/^[a-z0-9-]{1,32}$/);
export type PrinterId = z.infer<typeof printerIdSchema>;

/** A printer as it is set up: how it is reached, and what it can do. */
export const printerSetupSchema = z.strictObject({
  id: printerIdSchema,
  name: z.string().trim().min(1).max(40),
  connection: printerConnectionSchema,
  profile: printerProfileSchema,
});
export type PrinterSetup = z.infer<typeof printerSetupSchema>;

/** The printers of this counter, and what goes to which. */
export const printingSettingsSchema = z
  .strictObject({
    printers: z.array(printerSetupSchema).min(1).max(8),
    receipts: printerIdSchema,
    reports: printerIdSchema,
    /** A receipt that has waited so long for its printer is not printed by surprise: it waits for a person. */
    askAfterMinutes: z.int().min(1).max(240),
  })
  .refine(({ printers }) => new Set(printers.map(({ id }) => id)).size === printers.length, {
    path: ['printers'],
    message: 'two printers of one id',
  })
  .refine(
    ({ printers, receipts, reports }) =>
      [receipts, reports].every((role) => printers.some(({ id }) => id === role)),
    { path: ['receipts'], message: 'no such printer' },
  );
export type PrintingSettings = z.infer<typeof printingSettingsSchema>;

/** A fresh counter prints on the screen, where a receipt is never lost. */
export const defaultPrinting: PrintingSettings = {
  printers: [
    { id: 'screen', name: 'Layar', connection: { kind: 'screen' }, profile: printerProfiles['58mm'] },
  ],
  receipts: 'screen',
  reports: 'screen',
  askAfterMinutes: 10,
};

/** What printers have shown of themselves. `never`: it was asked and said nothing, so it is not asked again. */
export const printerMemorySchema = z.strictObject({
  /** `DLE EOT`: how it is. */
  answers: z.enum(['untried', 'yes', 'never']),
  /** `GS r`: that what came before is on paper. */
  confirms: z.enum(['untried', 'yes', 'never']),
});
export type PrinterMemory = z.infer<typeof printerMemorySchema>;

export const untriedPrinter: PrinterMemory = { answers: 'untried', confirms: 'untried' };

/** The printer of that id. */
export const printerOf = (printing: PrintingSettings, id: PrinterId): PrinterSetup | undefined =>
  printing.printers.find((printer) => printer.id === id);

/** @throws Error where the settings are not valid: a role without its printer. */
export function printerFor(printing: PrintingSettings, role: 'receipts' | 'reports'): PrinterSetup {
  const found = printerOf(printing, printing[role]);
  if (found === undefined) throw new Error(`no printer is set up for ${role}`);
  return found;
}
