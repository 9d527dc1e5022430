import type { PrinterProblem, PrintJobState, PrintProblem } from '../../../shared/payment/print-job.ts';

/** What becomes of a paper when something goes wrong on its way. */
export interface FaultCase {
  /** What goes wrong, and when. */
  readonly fault: string;
  /** Whether the printer answers questions about its state: clones often do not. */
  readonly printer: 'answers' | 'silent';
  /** Where the paper stands while the fault lasts, or after it where it is short. */
  readonly state: PrintJobState;
  readonly problem: PrintProblem | null;
  /** What the printer's light says meanwhile; `null`: nothing is wrong. */
  readonly light: PrinterProblem | null;
  /** What follows once it is mended. */
  readonly afterwards: keyof typeof endings;
}

/** How a fault ends, in the words of the documents. */
export const endings = {
  'prints itself': 'prints by itself, once',
  'goes on': 'goes on where it was, once',
  'a person decides': 'nothing more comes out by itself; the cashier is asked',
  nothing: 'nothing was lost',
} as const;

export const connections = ['usb', 'network', 'serial', 'queue', 'file'] as const;
export type FaultConnection = (typeof connections)[number];

const well = { state: 'printed', problem: null, light: null, afterwards: 'nothing' } as const;
const sent = { ...well, state: 'sent' } as const;

/** Something was sent before, and stays to be looked at. */
const doubtful = <Problem extends PrinterProblem>(problem: Problem) =>
  ({ state: 'uncertain', problem, light: problem, afterwards: 'a person decides' }) as const;

/** Nothing was sent. */
const held = <Problem extends PrinterProblem>(problem: Problem) =>
  ({ state: 'failed', problem, light: problem, afterwards: 'prints itself' }) as const;

const answers = { printer: 'answers' } as const;
const silent = { printer: 'silent' } as const;

/** Every fault that is tried on the emulated devices, and what must come of it: the tests and the documents read this. */
export const faultTable = {
  usb: {
    'answers-well': { fault: 'none', ...answers, ...well },
    'silent-well': { fault: 'none', ...silent, ...sent },
    slow: { fault: 'prints very slowly', ...answers, ...well },
    'paper-out': { fault: 'no paper before the receipt', ...answers, ...held('paper-out') },
    'silent-paper-out': {
      fault: 'no paper before the receipt (USB port status)',
      ...silent,
      ...held('paper-out'),
    },
    'cover-open': { fault: 'cover open before the receipt', ...answers, ...held('cover-open') },
    'paper-ends': {
      fault: 'paper ends in the midst of a receipt, and is refilled',
      ...answers,
      state: 'sending',
      problem: null,
      light: 'paper-out',
      afterwards: 'goes on',
    },
    'paper-not-refilled': {
      fault: 'paper ends in the midst of a receipt, and nobody comes',
      ...answers,
      ...doubtful('paper-out'),
    },
    'unplugged-before': { fault: 'not plugged in', ...answers, ...held('unplugged') },
    'unplugged-in-midst': {
      fault: 'unplugged in the midst of a receipt',
      ...answers,
      ...doubtful('unplugged'),
    },
    'hangs-before': { fault: 'hangs before the receipt', ...answers, ...held('stalled') },
    'hangs-in-midst': { fault: 'hangs in the midst of a receipt', ...silent, ...doubtful('stalled') },
    stall: { fault: 'refuses a transfer once (endpoint halt)', ...answers, ...well },
    'bus-error': { fault: 'bus errors while the receipt is sent', ...silent, ...doubtful('broken-off') },
    'taken-by-another': { fault: 'another program holds it', ...answers, ...held('no-access') },
  },
  network: {
    'answers-well': { fault: 'none', ...answers, ...well },
    'silent-well': { fault: 'none', ...silent, ...sent },
    slow: { fault: 'prints very slowly', ...answers, ...well },
    'paper-out': { fault: 'no paper before the receipt', ...answers, ...held('paper-out') },
    'cover-open': { fault: 'cover open before the receipt', ...answers, ...held('cover-open') },
    'paper-ends': {
      fault: 'paper ends in the midst of a receipt, and is refilled',
      ...answers,
      state: 'sending',
      problem: null,
      light: 'paper-out',
      afterwards: 'goes on',
    },
    refused: { fault: 'switched off (connection refused)', ...silent, ...held('unreachable') },
    'cable-before': { fault: 'cable pulled before the receipt', ...silent, ...held('unreachable') },
    'stops-reading': {
      fault: 'stops taking bytes in the midst of a receipt',
      ...silent,
      ...doubtful('stalled'),
    },
    resets: {
      fault: 'resets the connection in the midst of a receipt',
      ...silent,
      ...doubtful('broken-off'),
    },
    closes: { fault: 'hangs up in the midst of a receipt', ...silent, ...doubtful('broken-off') },
    'freezes-before': { fault: 'hangs before the receipt', ...answers, ...held('stalled') },
    'freezes-in-midst': { fault: 'hangs after it took the receipt', ...answers, ...doubtful('stalled') },
  },
  serial: {
    'answers-well': { fault: 'none', ...answers, ...well },
    'silent-well': { fault: 'none', ...silent, ...sent },
    'paper-out': { fault: 'no paper before the receipt', ...answers, ...held('paper-out') },
    'unplugged-before': { fault: 'not plugged in', ...silent, ...held('unplugged') },
    'unplugged-in-midst': {
      fault: 'unplugged in the midst of a receipt',
      ...silent,
      ...doubtful('unplugged'),
    },
    'stops-reading': {
      fault: 'stops taking bytes in the midst of a receipt',
      ...silent,
      ...doubtful('stalled'),
    },
  },
  queue: {
    well: { fault: 'none', ...silent, ...sent },
    slow: { fault: 'the print server is slow', ...silent, ...sent },
    'paper-ends': {
      fault: 'no paper, and it is refilled',
      ...silent,
      state: 'sending',
      problem: null,
      light: 'paper-out',
      afterwards: 'goes on',
    },
    'paper-not-refilled': { fault: 'no paper, and nobody comes', ...silent, ...doubtful('paper-out') },
    offline: {
      fault: 'the printer is offline, and comes back',
      ...silent,
      state: 'sending',
      problem: null,
      light: 'offline',
      afterwards: 'goes on',
    },
    'no-queue': { fault: 'the queue was removed', ...silent, ...held('unplugged') },
    stopped: { fault: 'the queue was stopped', ...silent, ...held('faulty') },
  },
  file: {
    well: { fault: 'none', ...silent, ...well },
    'no-device': { fault: 'the device file is not there', ...silent, ...held('unplugged') },
  },
} as const satisfies Record<FaultConnection, Readonly<Record<string, FaultCase>>>;

export type FaultOf<Connection extends FaultConnection> = keyof (typeof faultTable)[Connection] & string;

/** The faults of a connection, each with a sentence that names it. */
export const faultsOf = <Connection extends FaultConnection>(
  connection: Connection,
): readonly (readonly [title: string, name: FaultOf<Connection>, wanted: FaultCase])[] =>
  Object.entries<FaultCase>(faultTable[connection]).map(([name, wanted]) => [
    `${wanted.fault}, a printer that ${wanted.printer === 'answers' ? 'answers' : 'never answers'}: ${wanted.state}, ${endings[wanted.afterwards]}`,
    name as FaultOf<Connection>,
    wanted,
  ]);
