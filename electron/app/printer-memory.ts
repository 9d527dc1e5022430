import { isDeepStrictEqual } from 'node:util';
import {
  printerOf,
  untriedPrinter,
  type PrinterId,
  type PrinterMemory,
  type PrinterSetup,
  type PrintingSettings,
} from '../../shared/printing/printing-settings.ts';
import type { Settings, SettingsStore } from '../settings/settings.ts';
import type { Log } from './log.ts';

type Memories = Settings['printerMemory'];

/** What the printers that are set up have shown of themselves, kept between two runs. */
export interface MemoryOfPrinters {
  get(id: PrinterId): PrinterMemory;
  /** Writes where it is new. What cannot be written is known until the program ends. */
  set(id: PrinterId, memory: PrinterMemory): void;
}

export function createPrinterMemory(store: SettingsStore, log: Log): MemoryOfPrinters {
  /** What could not be written, and of which printer it is true. */
  const unwritten = new Map<PrinterId, { readonly of: PrinterSetup; readonly memory: PrinterMemory }>();

  const get = (id: PrinterId): PrinterMemory => {
    const kept = unwritten.get(id);
    const setup = printerOf(store.get().printing, id);
    if (kept !== undefined && setup !== undefined && isSamePrinter(kept.of, setup)) return kept.memory;
    return memoryIn(store.get().printerMemory, id) ?? untriedPrinter;
  };

  return {
    get,
    set(id, memory) {
      const setup = printerOf(store.get().printing, id);
      // One that is only being tried is kept by nobody.
      if (setup === undefined || isDeepStrictEqual(get(id), memory)) return;
      unwritten.set(id, { of: setup, memory });
      try {
        const settings = store.get();
        store.save({ ...settings, printerMemory: { ...settings.printerMemory, [id]: memory } });
        unwritten.delete(id);
      } catch (error) {
        log.fault('what a printer has shown could not be written', error);
      }
    },
  };
}

/** What is still true of the printers after they were set up anew: of others than before nothing is known. */
export const memoryAfter = (
  memories: Memories,
  before: PrintingSettings,
  after: PrintingSettings,
): Memories =>
  Object.fromEntries(
    after.printers.flatMap((setup): readonly (readonly [PrinterId, PrinterMemory])[] => {
      const standing = printerOf(before, setup.id);
      const memory = memoryIn(memories, setup.id);
      const isKnown = standing !== undefined && memory !== undefined && isSamePrinter(standing, setup);
      return isKnown ? [[setup.id, memory]] : [];
    }),
  );

/** Whether what one has shown is true of the other: it is reached the same way, and asked as before. */
export const isSamePrinter = (one: PrinterSetup, other: PrinterSetup): boolean =>
  one.profile.asksStatus === other.profile.asksStatus && isDeepStrictEqual(one.connection, other.connection);

const memoryIn = (memories: Memories, id: PrinterId): PrinterMemory | undefined =>
  Object.hasOwn(memories, id) ? memories[id] : undefined;
