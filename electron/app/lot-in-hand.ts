import type { Halt } from '../../shared/contract/basket.ts';
import type { LotInBrief, LotLineState } from '../../shared/contract/lots.ts';
import type { Ledger, StoredLotLine } from '../ledger/ledger.ts';
import type { Counter } from './counter.ts';
import { partStateOf } from './part-state.ts';

/** The lot that is open, with what of it is in memory only. */
export interface OpenLot {
  readonly number: number;
  readonly stage: Exclude<LotInBrief['stage'], 'closed'>;
  readonly halt: Halt | null;
  readonly run: LotInBrief['run'];
  readonly revision: number;
}

/** The one lot that is open, or none, and how the window is told of it. */
export interface LotInHand {
  readonly lot: () => OpenLot | null;
  /** Its lines as the ledger had them, so that not all are read again at each step. */
  readonly lines: () => readonly StoredLotLine[];
  readonly line: (nth: number) => StoredLotLine | undefined;
  /** Reads a line again from the ledger. */
  readonly readLine: (nth: number) => void;
  /** What becomes of a line, as far as that is known here. */
  readonly stateOf: (line: StoredLotLine) => LotLineState;
  /** The line is being asked for at its biller, or not any more. */
  readonly noteAsking: (nth: number, isAsking: boolean) => void;
  readonly isAsked: (nth: number) => boolean;
  /** The line whose payment is being sent; `null` where none is. */
  readonly noteSent: (nth: number | null) => void;
  /** Takes up an open lot; `halted`: because of what it does not go on by itself. */
  readonly begin: (number: number, halted: Halt | null) => void;
  /** Changes it, and tells the window. Without a change, of its lines. */
  readonly tell: (next?: Partial<Omit<OpenLot, 'number' | 'revision'>>) => void;
  /** There is none any more. */
  readonly end: () => void;
}

export function createLotInHand(ledger: Pick<Ledger, 'lots'>, counter: Pick<Counter, 'change'>): LotInHand {
  let standing: OpenLot | null = null;
  let stored = new Map<number, StoredLotLine>();
  let beingSent: number | null = null;
  const asked = new Set<number>();

  const stateOf = (line: StoredLotLine): LotLineState => {
    if (line.payment !== null) return partStateOf(line.payment.state);
    if (line.nth === beingSent) return 'sent';
    return asked.has(line.nth) ? 'asking' : line.state;
  };

  const tell: LotInHand['tell'] = (next = {}) => {
    if (standing === null) return;
    standing = { ...standing, ...next, revision: standing.revision + 1 };
    counter.change({ lot: briefOf(standing, [...stored.values()].map(stateOf)) });
  };

  return {
    lot: () => standing,
    lines: () => [...stored.values()],
    line: (nth) => stored.get(nth),
    readLine(nth) {
      const line = standing === null ? undefined : ledger.lots.line(standing.number, nth);
      if (line !== undefined) stored.set(nth, line);
    },
    stateOf,
    noteAsking: (nth, isAsking) => void (isAsking ? asked.add(nth) : asked.delete(nth)),
    isAsked: (nth) => asked.has(nth),
    noteSent(nth) {
      beingSent = nth;
    },
    begin(number, halted) {
      stored = new Map(ledger.lots.lines(number).map((line) => [line.nth, line]));
      standing = { number, stage: halted === null ? 'idle' : 'halted', halt: halted, run: null, revision: 0 };
      tell();
    },
    tell,
    end() {
      stored = new Map();
      standing = null;
      counter.change({ lot: null });
    },
  };
}

function briefOf(
  { number, stage, halt, run, revision }: OpenLot,
  states: readonly LotLineState[],
): LotInBrief {
  const count = (...of: readonly LotLineState[]): number =>
    states.filter((state) => of.includes(state)).length;
  return {
    number,
    stage,
    halt,
    run,
    lines: states.length,
    billed: count('billed', 'not-sent'),
    noBill: count('no-bill'),
    failed: count('failed'),
    paid: count('paid'),
    refused: count('refused'),
    unknown: count('unknown', 'sent'),
    revision,
  };
}
