import {
  askCondition,
  deliveryAfter,
  printOn,
  pulseOn,
  type Condition,
  type Conversation,
  type MemoryCell,
} from './conversation.ts';
import { loadEscposPrinter } from './escpos-library.ts';
import { printerDeadlines, type PrinterDeadlines } from './patience.ts';
import type { PrintDelivery, Printer, PrinterLook, PrintOptions } from './printer.ts';
import { TransportFault, type Connection, type Transport } from './transports/transport.ts';

export interface CreatePrinterParts {
  readonly transport: Transport;
  /** Whether its state may be asked for: a part of its profile. */
  readonly asksStatus: boolean;
  readonly memory: MemoryCell;
  /** Told what is seen of the printer, whenever something is. */
  readonly onLook: (look: PrinterLook) => void;
  /** Told of what should never happen: a transport or a library that throws something of its own. */
  readonly onFault: (error: unknown) => void;
  /** Told in words why it is not well, once for each problem: for a technician. */
  readonly onReason: (reason: string) => void;
  readonly deadlines?: PrinterDeadlines;
}

/**
 * A printer over a transport. One thing at a time: what is asked for meanwhile waits its turn, and a look that is under
 * way gives way to a job at once.
 */
export function createPrinter(parts: CreatePrinterParts): Printer {
  const { transport, asksStatus, memory, onLook, onFault, onReason, deadlines = printerDeadlines } = parts;
  const closing = new AbortController();
  let looking: AbortController | undefined;
  let kept: Connection | undefined;
  let last: PrinterLook = { status: 'unknown' };
  let turns = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const see = (look: PrinterLook): PrinterLook => {
    last = look;
    onLook(look);
    return look;
  };

  const explain = (fault: TransportFault): void => {
    const isNews = last.status !== 'attention' || last.problem !== fault.problem;
    if (isNews) onReason(reasonOf(fault));
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    turns += 1;
    const mine = turn.then(work).finally(() => {
      turns -= 1;
    });
    turn = mine.catch(() => undefined);
    return mine;
  };

  const keep = (connection: Connection): void => {
    if (kept === connection) return;
    kept = connection;
    void connection.lost.then(({ problem }) => {
      if (kept !== connection) return;
      kept = undefined;
      void connection.close();
      see({ status: 'attention', problem });
    });
  };

  /** What a job leaves open is there for the next; all else is closed. */
  const letGo = async (connection: Connection, isWell: boolean): Promise<void> => {
    if (isWell && transport.staysOpen && !closing.signal.aborted) return keep(connection);
    if (kept === connection) kept = undefined;
    await connection.close();
  };

  const conversationOn = (connection: Connection, abandon: AbortSignal, insists: boolean): Conversation => ({
    connection,
    deadlines,
    abandon,
    asksStatus,
    memory,
    insists,
    onFault: explain,
    onTrouble: (problem) => see(problem === undefined ? { status: 'ok' } : { status: 'attention', problem }),
  });

  const deliver = async (
    bytes: Uint8Array,
    { insists = false, isPulse = false }: PrintOptions,
    signal: AbortSignal,
  ): Promise<PrintDelivery> => {
    if (signal.aborted) {
      // A pulse may have left the line open for this job.
      if (kept !== undefined) await letGo(kept, true);
      return { state: 'failed', problem: 'stalled' };
    }
    const isFresh = kept === undefined;
    const connection = kept ?? (await transport.open(signal));
    const conversation = conversationOn(connection, signal, insists);
    const told = isPulse
      ? pulseOn(conversation, bytes, () => turns > 1)
      : printOn(conversation, bytes).then((printed) => ({ delivery: printed, isLineOpen: false }));
    const { delivery, isLineOpen } = await told.catch(async (bug: unknown) => {
      await letGo(connection, false);
      throw bug;
    });
    if (isLineOpen) {
      // The receipt follows on the same line.
      keep(connection);
      return delivery;
    }
    await letGo(connection, delivery.state === 'printed' || delivery.state === 'sent');
    // A line that lay idle may have died unheard; nothing has left, so that a fresh one may be tried.
    return delivery.state === 'failed' && !isFresh && !signal.aborted && hasEnded(delivery.problem)
      ? deliver(bytes, { insists, isPulse }, signal)
      : delivery;
  };

  const print = async (bytes: Uint8Array, options: PrintOptions): Promise<PrintDelivery> => {
    const signal =
      options.abandon === undefined ? closing.signal : AbortSignal.any([closing.signal, options.abandon]);
    try {
      const delivery = await deliver(bytes, options, signal);
      // A pulse says nothing of the paper.
      if (options.isPulse !== true || delivery.state !== 'sent') see(lookAfter(delivery));
      return delivery;
    } catch (error) {
      if (!(error instanceof TransportFault)) {
        onFault(error);
        // It threw after the bytes were in its hands: how many went on, nobody knows.
        return { state: 'uncertain', problem: 'broken-off' };
      }
      const delivery = deliveryAfter({ onFault: explain }, error, 0);
      see({ status: 'attention', problem: error.problem });
      return delivery;
    }
  };

  const lookNow = async (signal: AbortSignal): Promise<PrinterLook> => {
    let connection: Connection | undefined;
    try {
      // Not given up half-way: the job that comes meanwhile needs the same way, and finds it open.
      connection = kept ?? (await transport.open(closing.signal));
      const condition = signal.aborted
        ? undefined
        : await askCondition(conversationOn(connection, signal, false));
      await letGo(connection, true);
      return signal.aborted ? last : see(lookOf(condition, memory));
    } catch (error) {
      if (connection !== undefined) await letGo(connection, false);
      if (signal.aborted) return last;
      if (error instanceof TransportFault) {
        explain(error);
        return see({ status: 'attention', problem: error.problem });
      }
      onFault(error);
      return last;
    }
  };

  const look = (): Promise<PrinterLook> => {
    if (turns > 0 || closing.signal.aborted) return Promise.resolve(last);
    const mine = new AbortController();
    looking = mine;
    return inTurn(() => lookNow(mine.signal)).finally(() => {
      if (looking === mine) looking = undefined;
    });
  };

  return {
    print(bytes, options = {}) {
      looking?.abort();
      return throughLibrary(bytes).then(
        (flushed) => inTurn(() => print(flushed, options)),
        (error: unknown) => {
          onFault(error);
          // Nothing has left: the job may be tried again.
          return { state: 'failed', problem: 'faulty' };
        },
      );
    },
    look,
    watches: () =>
      transport.staysOpen ||
      transport.isCheapToOpen === true ||
      (asksStatus && memory.get().answers === 'yes'),
    async close() {
      closing.abort();
      looking?.abort();
      await turn;
      await kept?.close();
      kept = undefined;
    },
  };
}

/** The library's printer, one for each job, turns the bytes into what goes on the wire. */
async function throughLibrary(bytes: Uint8Array): Promise<Uint8Array> {
  const EscposPrinter = await loadEscposPrinter();
  return new Promise((resolve) => {
    const adapter = {
      write(view: Uint8Array, done?: () => void): void {
        // The view lies in a buffer that the library uses again.
        resolve(new Uint8Array(view));
        done?.();
      },
    };
    new EscposPrinter(adapter).print(Buffer.from(bytes)).flush(() => undefined);
  });
}

/** A fault and what is behind it, outermost first. */
function reasonOf({ problem, cause }: TransportFault): string {
  const words: string[] = [problem];
  for (let behind = cause; behind instanceof Error && words.length < 5; behind = behind.cause)
    words.push(behind.message);
  return words.join(': ');
}

const hasEnded = (problem: string): boolean => problem === 'unplugged' || problem === 'broken-off';

function lookAfter(delivery: PrintDelivery): PrinterLook {
  if (delivery.state === 'printed' || delivery.state === 'sent') return { status: 'ok' };
  return { status: 'attention', problem: delivery.problem };
}

/** One that has always answered and is silent now hangs. */
function lookOf(condition: Condition, memory: MemoryCell): PrinterLook {
  if (condition === 'ok') return { status: 'ok' };
  if (condition === undefined) return { status: 'unknown' };
  if (condition !== 'silent') return { status: 'attention', problem: condition };
  return memory.get().answers === 'yes' ? { status: 'attention', problem: 'stalled' } : { status: 'unknown' };
}
