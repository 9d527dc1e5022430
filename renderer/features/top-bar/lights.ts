import type { CounterState } from '../../../shared/contract/counter-state.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { receiptPrinterOf } from '../../store/receipt-printer.ts';

type BillerState = CounterState['billers'][number];

/** How a machine is, in words; the dot beside them only repeats it. */
export interface LightState {
  readonly tone: 'well' | 'idle' | 'trouble';
  readonly words: string;
}

/** @param isLocked whether accounts are stored that are not open. */
export function connectionLight(
  biller: Pick<BillerState, 'ready' | 'connection'>,
  isLocked: boolean,
  m: Messages,
): LightState {
  const words = m.topBar.connection;
  if (!biller.ready) return { tone: 'idle', words: isLocked ? words.locked : words.notReady };
  switch (biller.connection) {
    case 'untried':
      return { tone: 'idle', words: words.untried };
    case 'up':
      return { tone: 'well', words: words.up };
    case 'down':
      return { tone: 'trouble', words: words.down };
  }
}

/** The printer that receipts go to, and how much else there is to see to at the printers. */
export interface PrinterLightState extends LightState {
  /** Other printers in trouble and papers that wait, together. */
  readonly count: number;
  /** What `count` counts, in words; empty where there is nothing. */
  readonly others: string;
}

type PrinterFacts = Pick<CounterState, 'printers' | 'receiptPrinter' | 'papersWaiting'>;

export function printerLight(state: PrinterFacts, m: Messages): PrinterLightState {
  const { printers, receiptPrinter, papersWaiting } = state;
  const light = receiptPrinterLight(state, m);
  const troubled = printers.filter(
    ({ id, status }) => id !== receiptPrinter && status === 'attention',
  ).length;
  const others = [
    ...(troubled > 0 ? [m.topBar.othersToSeeTo(troubled)] : []),
    ...(papersWaiting > 0 ? [m.topBar.papersWaiting(papersWaiting)] : []),
  ].join('; ');
  return { ...light, count: troubled + papersWaiting, others };
}

function receiptPrinterLight(state: PrinterFacts, m: Messages): LightState {
  const words = m.topBar.printer;
  const printer = receiptPrinterOf(state);
  if (printer === undefined) return { tone: 'idle', words: words.unknown };
  const { isScreen, status, problem } = printer;
  if (problem !== null) return { tone: 'trouble', words: m.printerProblems[problem].short };
  if (status === 'attention') return { tone: 'trouble', words: words.attention };
  if (isScreen) return { tone: 'well', words: words.screen };
  return status === 'ok' ? { tone: 'well', words: words.ok } : { tone: 'idle', words: words.unknown };
}
