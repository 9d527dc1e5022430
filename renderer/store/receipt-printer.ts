import type { CounterState, PrinterStatus } from '../../shared/contract/counter-state.ts';

/** The printer that receipts go to; `undefined` where main speaks of one that it does not list. */
export const receiptPrinterOf = ({
  printers,
  receiptPrinter,
}: Pick<CounterState, 'printers' | 'receiptPrinter'>): PrinterStatus | undefined =>
  printers.find(({ id }) => id === receiptPrinter);
