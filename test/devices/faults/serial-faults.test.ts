import { it } from 'vitest';
import { startSerialPrinter, whyNoPorts, type SerialPrinter } from '../serial/start-serial-printer.ts';
import { faultsOf, type FaultOf } from './fault-table.ts';
import { runFault, type Stage } from './run-fault.ts';
import { describeWhere } from '../describe-where.ts';

const longReceipt = 1_200;

const stageOf = async (
  act: (printer: SerialPrinter) => Partial<Stage> = () => ({}),
  answers: 'all' | 'none' = 'all',
): Promise<Stage> => {
  const printer = await startSerialPrinter({ kind: 'pty' });
  const stage = act(printer);
  return {
    connection: { kind: 'serial', path: printer.path, baudRate: 115_200, flowControl: 'none' },
    env: printer.env,
    printed: () => printer.printed(),
    stop: () => printer.stop(),
    ...stage,
    async before() {
      await printer.tell(`answers ${answers}`);
      await stage.before?.();
    },
  };
};

const stages: Readonly<Record<FaultOf<'serial'>, () => Promise<Stage>>> = {
  'answers-well': () => stageOf(),
  'silent-well': () => stageOf(undefined, 'none'),
  'paper-out': () =>
    stageOf((printer) => ({ before: () => printer.tell('paper out'), mend: () => printer.tell('paper ok') })),
  'unplugged-before': () =>
    stageOf(
      (printer) => ({ before: () => printer.tell('unplug'), mend: () => printer.tell('plug') }),
      'none',
    ),
  'unplugged-in-midst': () =>
    stageOf(
      (printer) => ({
        lines: longReceipt,
        before: () => printer.tell('at 2000 unplug'),
        mend: () => printer.tell('plug'),
      }),
      'none',
    ),
  'stops-reading': () =>
    stageOf(
      (printer) => ({
        lines: longReceipt,
        before: () => printer.tell('at 2000 pause'),
        mend: () => printer.tell('resume'),
      }),
      'none',
    ),
};

describeWhere(whyNoPorts(), 'a receipt for a serial printer', () => {
  it.each(faultsOf('serial'))('%s', (_, name, wanted) => runFault(wanted, stages[name]));
});
