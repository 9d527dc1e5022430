import { isDeepStrictEqual } from 'node:util';
import type { PrinterConnection } from '../../shared/printing/printer-connection.ts';
import type { PrinterId, PrinterMemory, PrinterSetup } from '../../shared/printing/printing-settings.ts';
import type { MemoryCell } from './conversation.ts';
import { createPrinter } from './create-printer.ts';
import type { PrinterDeadlines } from './patience.ts';
import type { Printer, PrinterLook } from './printer.ts';
import { systemTimers, type Timers } from './timers.ts';
import type { Transport } from './transports/transport.ts';
import { watchPrinter } from './watch-printer.ts';

export interface PrintersParts {
  /** The printers as they are set up now. */
  readonly setups: () => readonly PrinterSetup[];
  readonly transportFor: (setup: PrinterSetup) => Transport;
  /** What printers have shown of themselves, kept between two runs. */
  readonly memory: {
    get(id: PrinterId): PrinterMemory;
    set(id: PrinterId, memory: PrinterMemory): void;
  };
  /** Told whenever something is seen of a printer. */
  readonly onLook: (id: PrinterId, look: PrinterLook) => void;
  readonly onFault: (error: unknown) => void;
  /** Told in words why a printer is not well, once for each problem: for a technician. */
  readonly onReason: (printer: string, reason: string) => void;
  readonly timers?: Timers;
  readonly deadlines?: PrinterDeadlines;
}

/** The printers that are set up: each one object for as long as its connection stands, watched while it lies idle. */
export interface Printers {
  all(): ReadonlyMap<PrinterId, Printer>;
  /** The printer at that connection: the one that is in use, or one for the moment, which `release` lets go of. */
  borrow(
    setup: PrinterSetup,
    memory: MemoryCell,
  ): { readonly printer: Printer; readonly isInUse: boolean; release(): Promise<void> };
  close(): Promise<void>;
}

interface Standing {
  readonly connection: PrinterConnection;
  readonly asksStatus: boolean;
  readonly printer: Printer;
  end(): Promise<void>;
}

export function createPrinters(parts: PrintersParts): Printers {
  const { setups, transportFor, memory, onLook, onFault, onReason, timers = systemTimers, deadlines } = parts;
  const standing = new Map<PrinterId, Standing>();

  const printerOver = (
    transport: Transport,
    { name, profile }: PrinterSetup,
    cell: MemoryCell,
    seen: (look: PrinterLook) => void,
  ): Printer =>
    createPrinter({
      transport,
      asksStatus: profile.asksStatus,
      memory: cell,
      onLook: seen,
      onFault,
      onReason: (reason) => onReason(name, reason),
      ...(deadlines === undefined ? {} : { deadlines }),
    });

  const start = (setup: PrinterSetup): Standing => {
    const { id, connection, profile } = setup;
    const transport = transportFor(setup);
    let isEnded = false;
    // What an old connection still has to say is not true of the one in its place.
    const unlessEnded = (work: () => void): void => (isEnded ? undefined : work());
    const cell: MemoryCell = {
      get: () => memory.get(id),
      set: (next) => unlessEnded(() => memory.set(id, next)),
    };
    const printer = printerOver(transport, setup, cell, (look) => unlessEnded(() => onLook(id, look)));
    const endWatch = watchPrinter(printer, transport, timers);
    return {
      connection,
      asksStatus: profile.asksStatus,
      printer,
      end() {
        isEnded = true;
        endWatch();
        return printer.close();
      },
    };
  };

  const isSame = (one: Standing, { connection, profile }: PrinterSetup): boolean =>
    one.asksStatus === profile.asksStatus && isDeepStrictEqual(one.connection, connection);

  /** Brings what stands in line with what is set up. */
  const reconsider = (): void => {
    const wanted = setups();
    for (const [id, each] of standing) {
      if (wanted.some((setup) => setup.id === id && isSame(each, setup))) continue;
      standing.delete(id);
      void each.end();
    }
    for (const setup of wanted) if (!standing.has(setup.id)) standing.set(setup.id, start(setup));
  };

  return {
    all() {
      reconsider();
      return new Map([...standing].map(([id, { printer }]) => [id, printer]));
    },
    borrow(setup, cell) {
      reconsider();
      const inUse = [...standing.values()].find((each) =>
        isDeepStrictEqual(each.connection, setup.connection),
      );
      if (inUse !== undefined)
        return { printer: inUse.printer, isInUse: true, release: async () => undefined };
      const printer = printerOver(transportFor(setup), setup, cell, () => undefined);
      return { printer, isInUse: false, release: () => printer.close() };
    },
    async close() {
      const all = [...standing.values()];
      standing.clear();
      await Promise.all(all.map((each) => each.end()));
    },
  };
}
