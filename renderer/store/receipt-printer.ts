import type { CounterState, PrinterStatus } from '../../shared/contract/counter-state.ts';
import type { PrinterId } from '../../shared/printing/printing-settings.ts';

/** The id of the printer that is the screen; a second one has it as its beginning. */
export const screenId: PrinterId = 'screen';

/** Whether a printer is the screen: what is printed there takes no paper. */
export const isScreenId = (id: PrinterId): boolean => id === screenId || id.startsWith(`${screenId}-`);

/** The printer that receipts go to; `undefined` where main speaks of one that it does not list. */
export const receiptPrinterOf = ({
  printers,
  receiptPrinter,
}: Pick<CounterState, 'printers' | 'receiptPrinter'>): PrinterStatus | undefined =>
  printers.find(({ id }) => id === receiptPrinter);
