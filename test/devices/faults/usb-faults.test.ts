import { it } from 'vitest';
import {
  startUsbPrinter,
  whyNoUsb,
  type UsbPrinter,
  type UsbPrinterOptions,
} from '../usb/start-usb-printer.ts';
import { faultsOf, type FaultOf } from './fault-table.ts';
import { eventually, runFault, withoutQuestions, type Stage } from './run-fault.ts';
import { describeWhere } from '../describe-where.ts';

const connection = { kind: 'usb', vendorId: 0x04b8, productId: 0x0202, serialNumber: 'FAKE0001' } as const;

/** Long enough that it does not fit in the printer's buffer. */
const longReceipt = 400;

const stageOf = async (
  act: (printer: UsbPrinter) => Partial<Stage> = () => ({}),
  options: UsbPrinterOptions = {},
): Promise<Stage> => {
  const printer = await startUsbPrinter(options);
  return {
    connection,
    env: printer.env,
    printed: () => withoutQuestions(printer.bytes()),
    stop: () => printer.stop(),
    ...act(printer),
  };
};

const started = (printer: UsbPrinter): Promise<void> => eventually(() => printer.bytes().length > 2_000);

const stages: Readonly<Record<FaultOf<'usb'>, () => Promise<Stage>>> = {
  'answers-well': () => stageOf(),
  'silent-well': () => stageOf(undefined, { mute: true }),
  slow: () => stageOf((printer) => ({ before: () => printer.tell('out slow 2000') })),
  'paper-out': () =>
    stageOf((printer) => ({ before: () => printer.tell('paper out'), mend: () => printer.tell('paper ok') })),
  'silent-paper-out': () =>
    stageOf(
      (printer) => ({ before: () => printer.tell('paper out'), mend: () => printer.tell('paper ok') }),
      {
        mute: true,
      },
    ),
  'cover-open': () =>
    stageOf((printer) => ({
      before: () => printer.tell('cover open'),
      mend: () => printer.tell('cover closed'),
    })),
  'paper-ends': () =>
    stageOf((printer) => ({
      lines: longReceipt,
      before: () => printer.tell('out slow 8000'),
      midst: async () => {
        await started(printer);
        await printer.tell('paper out');
      },
      mend: async () => {
        await printer.tell('out ok');
        await printer.tell('paper ok');
      },
    })),
  'paper-not-refilled': () =>
    stageOf((printer) => ({
      lines: longReceipt,
      before: () => printer.tell('out slow 8000'),
      midst: async () => {
        await started(printer);
        await printer.tell('paper out');
      },
      mend: async () => {
        await printer.tell('out ok');
        await printer.tell('paper ok');
      },
    })),
  'unplugged-before': () => stageOf((printer) => ({ mend: () => printer.tell('plug') }), { plugged: false }),
  'unplugged-in-midst': () =>
    stageOf((printer) => ({
      lines: longReceipt,
      before: () => printer.tell('out slow 8000'),
      midst: async () => {
        await started(printer);
        await printer.tell('unplug');
      },
      mend: async () => {
        await printer.tell('plug');
        await printer.tell('out ok');
      },
    })),
  'hangs-before': () =>
    stageOf((printer) => ({ before: () => printer.tell('out hang'), mend: () => printer.tell('out ok') })),
  'hangs-in-midst': () =>
    stageOf(
      (printer) => ({
        lines: longReceipt,
        before: () => printer.tell('out hang 3000'),
        mend: () => printer.tell('out ok'),
      }),
      { mute: true },
    ),
  stall: () => stageOf((printer) => ({ before: () => printer.tell('out stall 1') })),
  'bus-error': () =>
    stageOf((printer) => ({ before: () => printer.tell('out error'), mend: () => printer.tell('out ok') }), {
      mute: true,
    }),
  'taken-by-another': () =>
    stageOf((printer) => ({ before: () => printer.tell('busy yes'), mend: () => printer.tell('busy no') })),
};

describeWhere(whyNoUsb(), 'a receipt for a USB printer', () => {
  it.each(faultsOf('usb'))('%s', (_, name, wanted) => runFault(wanted, stages[name]));
});
