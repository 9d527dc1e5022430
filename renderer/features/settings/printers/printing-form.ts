import type { PrinterConnection } from '../../../../shared/printing/printer-connection.ts';
import {
  printerFor,
  type PrinterId,
  type PrinterSetup,
  type PrintingSettings,
} from '../../../../shared/printing/printing-settings.ts';

/** No more printers than this are set up. */
export const mostPrinters = 8;

/** How many minutes a receipt may wait before somebody is asked, as they are typed; `null` where it is no such number. */
export function readMinutes(typed: string): number | null {
  const minutes = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return minutes >= 1 && minutes <= 240 ? minutes : null;
}

/** Why a printer cannot be removed; `null` where it can. */
export function whyNotRemoved(printing: PrintingSettings, id: PrinterId): 'last' | 'in-use' | null {
  if (printing.printers.length === 1) return 'last';
  return printing.receipts === id || printing.reports === id ? 'in-use' : null;
}

/** The settings without a printer that can be removed. */
export function withoutPrinter(printing: PrintingSettings, id: PrinterId): PrintingSettings {
  if (whyNotRemoved(printing, id) !== null) return printing;
  return { ...printing, printers: printing.printers.filter((printer) => printer.id !== id) };
}

export const renamed = (printing: PrintingSettings, id: PrinterId, name: string): PrintingSettings => ({
  ...printing,
  printers: printing.printers.map((printer) =>
    printer.id === id ? { ...printer, name: name.trim() } : printer,
  ),
});

/**
 * The id of a printer that is set up. One that is set up anew keeps its own, so that what waits for it comes out there.
 * `random`: lower-case letters and digits, never used before, since what is known of a printer goes by its id.
 */
export function printerIdFor(
  kind: PrinterConnection['kind'],
  former: PrinterId | null,
  printers: readonly Pick<PrinterSetup, 'id'>[],
  random: string,
): PrinterId {
  if (former !== null) return former;
  return kind === 'screen' && printers.every(({ id }) => id !== kind) ? kind : `${kind}-${random}`;
}

/** The settings with a printer that is new, or that takes the place of `former`. It takes what roles it is given. */
export function withPrinter(
  printing: PrintingSettings,
  setup: PrinterSetup,
  former: PrinterId | null,
  roles: Readonly<Record<'receipts' | 'reports', boolean>>,
): PrintingSettings {
  const isThere = printing.printers.some(({ id }) => id === former);
  const printers = isThere
    ? printing.printers.map((printer) => (printer.id === former ? setup : printer))
    : [...printing.printers, setup];
  const roleOf = (role: 'receipts' | 'reports'): PrinterId =>
    roles[role] || printing[role] === former ? setup.id : printing[role];
  return { ...printing, printers, receipts: roleOf('receipts'), reports: roleOf('reports') };
}

/** Whether receipts come out on no paper so far. */
export const printsOnScreenOnly = (printing: PrintingSettings): boolean =>
  printerFor(printing, 'receipts').connection.kind === 'screen';
