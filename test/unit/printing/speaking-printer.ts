import {
  TransportFault,
  type Connection,
  type Transport,
} from '../../../electron/printing/transports/transport.ts';
import type { PrinterProblem } from '../../../shared/payment/print-job.ts';

/** A printer at the far end of a transport, without a wire: what it takes, prints and says is set by the test. */
export interface SpeakingPrinter extends Transport {
  /** Whether it answers `DLE EOT`, and `GS r`. */
  answers: boolean;
  confirms: boolean;
  paper: 'ok' | 'out';
  cover: 'closed' | 'open';
  /** After so many bytes of a job it takes no more; what is written then waits. */
  takesUpTo: number;
  /** With so many bytes of a job its paper comes to an end. */
  paperLastsFor: number;
  /** What the way says of it; `undefined`: nothing. */
  wayKnows: PrinterProblem | 'ok' | undefined;
  isHeard: boolean;
  /** It takes nothing before `finish`, and then the whole, as a queue of the system does. */
  isQueue: boolean;
  /** Why the queue gives a whole job back, where it does. */
  refusedBy: PrinterProblem | undefined;
  /** Why it cannot be opened, where it cannot. */
  closedBy: PrinterProblem | undefined;
  /** What it was given besides questions. */
  readonly taken: number[];
  /** The questions it was asked, and what was done: `open`, `DLE EOT 1`, `write`, `GS r`, `finish`, `close`. */
  readonly told: string[];
  /** Something changed: what waits is looked at again. */
  changed(): void;
  pullPlug(): void;
  /** Lines that are open now are dead, and nobody has heard of it. A new one is not. */
  dieUnheard(): void;
}

export function createSpeakingPrinter({ staysOpen = false } = {}): SpeakingPrinter {
  let waiting: (() => void)[] = [];
  let generation = 0;
  let hang: (fault: TransportFault) => void = () => undefined;

  const printer: SpeakingPrinter = {
    staysOpen,
    answers: true,
    confirms: true,
    paper: 'ok',
    cover: 'closed',
    takesUpTo: Number.POSITIVE_INFINITY,
    paperLastsFor: Number.POSITIVE_INFINITY,
    wayKnows: undefined,
    isHeard: true,
    isQueue: false,
    refusedBy: undefined,
    closedBy: undefined,
    taken: [],
    told: [],
    changed() {
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    dieUnheard() {
      generation += 1;
    },
    pullPlug() {
      printer.closedBy = 'unplugged';
      hang(new TransportFault('unplugged'));
      printer.changed();
    },
    async open(signal) {
      printer.told.push('open');
      if (signal.aborted) throw new TransportFault('stalled');
      if (printer.closedBy !== undefined) throw new TransportFault(printer.closedBy);
      return connection();
    },
  };

  const isOffline = (): boolean => printer.paper === 'out' || printer.cover === 'open';
  const statusByte = (n: number): number => {
    if (n === 1) return isOffline() ? 0x1a : 0x12;
    if (n === 4) return printer.paper === 'out' ? 0x7e : 0x12;
    return 0x12 | (printer.cover === 'open' ? 0x04 : 0) | (printer.paper === 'out' ? 0x20 : 0);
  };

  function connection(): Connection {
    const born = generation;
    const written: number[] = [];
    let tell: (bytes: Uint8Array) => void = () => undefined;
    const lost = new Promise<TransportFault>((resolve) => {
      hang = resolve;
    });
    /** Settles when something changes, or rejects when the writing is given up. */
    const change = (signal: AbortSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => reject(new TransportFault('stalled')), { once: true });
        if (signal.aborted) reject(new TransportFault('stalled'));
      });
    return {
      async write(bytes, signal, onTaken) {
        if (printer.closedBy !== undefined) throw new TransportFault(printer.closedBy);
        if (born !== generation) throw new TransportFault('broken-off', new Error('EPIPE'));
        const [first, second, third] = bytes;
        if (bytes.length === 3 && first === 0x10 && second === 0x04) {
          printer.told.push(`DLE EOT ${third}`);
          if (printer.answers) queueMicrotask(() => tell(Uint8Array.of(statusByte(third ?? 0))));
          return;
        }
        if (bytes.length === 3 && first === 0x1d && second === 0x72) {
          printer.told.push('GS r');
          if (printer.confirms) void answerOnceOnline(() => tell(Uint8Array.of(0)));
          return;
        }
        printer.told.push('write');
        if (printer.isQueue) return void written.push(...bytes);
        for (let at = 0; at < bytes.length; at += 1) {
          while (printer.taken.length >= printer.takesUpTo) {
            await change(signal);
            if (printer.closedBy !== undefined) throw new TransportFault(printer.closedBy);
          }
          onTaken(at + 1);
          printer.taken.push(bytes[at] ?? 0);
          if (printer.taken.length === printer.paperLastsFor) printer.paper = 'out';
        }
      },
      ...(printer.isHeard
        ? {
            listen: (listener: (bytes: Uint8Array) => void) => {
              tell = listener;
              return () => {
                tell = () => undefined;
              };
            },
          }
        : {}),
      condition: async () => printer.wayKnows,
      async finish() {
        printer.told.push('finish');
        if (printer.refusedBy !== undefined) throw new TransportFault(printer.refusedBy);
        printer.taken.push(...written);
        return 'sent';
      },
      lost,
      async close() {
        printer.told.push('close');
      },
    };
  }

  async function answerOnceOnline(answer: () => void): Promise<void> {
    while (isOffline()) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
    answer();
  }

  return printer;
}
