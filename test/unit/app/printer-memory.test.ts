import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPrinterMemory, memoryAfter } from '../../../electron/app/printer-memory.ts';
import type { Settings } from '../../../electron/settings/settings.ts';
import {
  untriedPrinter,
  type PrinterMemory,
  type PrinterSetup,
  type PrintingSettings,
} from '../../../shared/printing/printing-settings.ts';
import { fakeDisk } from './billers-to-set-up.ts';
import { office, till, twoPrinters } from './two-printers.ts';

const speaks: PrinterMemory = { answers: 'yes', confirms: 'yes' };
const silent: PrinterMemory = { answers: 'never', confirms: 'never' };

function bench(settings: Partial<Settings> = {}) {
  const disk = fakeDisk({ settings: { printing: twoPrinters(), ...settings } });
  const faults: string[] = [];
  const memory = createPrinterMemory(disk.store, { fault: (what) => void faults.push(what), note() {} });
  return { disk, memory, faults };
}

/** The same printers, the till's set up otherwise. */
const tillNow = (over: Partial<PrinterSetup>): PrintingSettings =>
  twoPrinters({ printers: [{ ...till, ...over }, office] });

const otherConnection = tillNow({ connection: office.connection });
const otherQuestions = tillNow({ profile: { ...till.profile, asksStatus: false } });

describe('what a printer has shown of itself', () => {
  it('is kept for the next run, and written only where it is new', () => {
    const { disk, memory } = bench();
    expect(memory.get('till')).toEqual(untriedPrinter);
    memory.set('till', untriedPrinter);
    expect(disk.moments).toHaveLength(0);
    memory.set('till', speaks);
    memory.set('till', { ...speaks });
    expect(disk.moments).toHaveLength(1);
    expect(disk.settings().printerMemory).toEqual({ till: speaks });
    expect(createPrinterMemory(disk.store, { fault() {}, note() {} }).get('till')).toEqual(speaks);
    expect(memory.get('office')).toEqual(untriedPrinter);
  });

  it('that cannot be written is told, and known until the program ends', () => {
    const { disk, memory, faults } = bench();
    disk.failAfter(0);
    memory.set('till', silent);
    expect(memory.get('till')).toEqual(silent);
    expect(faults).toHaveLength(1);
    // Not tried anew with every look at the printer.
    memory.set('till', silent);
    expect(faults).toHaveLength(1);
    expect(createPrinterMemory(disk.store, { fault() {}, note() {} }).get('till')).toEqual(untriedPrinter);
    disk.failAfter(10);
    memory.set('till', speaks);
    expect(memory.get('till')).toEqual(speaks);
    expect(disk.settings().printerMemory).toEqual({ till: speaks });
  });

  it.each([
    ['reached otherwise', otherConnection],
    ['asked otherwise', otherQuestions],
    ['gone', twoPrinters({ printers: [office], receipts: 'office' })],
  ])('and could not be written is forgotten once it is %s', (_how, printing) => {
    const { disk, memory } = bench();
    disk.failAfter(0);
    memory.set('till', silent);
    disk.failAfter(10);
    disk.store.save({ ...disk.settings(), printing });
    expect(memory.get('till')).toEqual(untriedPrinter);
  });

  it('is kept of no printer that is not set up: one that is only being tried leaves nothing', () => {
    const { disk, memory } = bench();
    for (const id of ['trial', 'constructor', '__proto__']) {
      memory.set(id, speaks);
      expect(memory.get(id)).toEqual(untriedPrinter);
    }
    expect(disk.moments).toEqual([]);
  });
});

describe('printers that are set up anew', () => {
  const memories = { till: speaks, office: silent };
  const before = twoPrinters();

  it.each([
    ['another name or another paper', tillNow({ name: 'Depan', profile: { ...till.profile, feedLines: 9 } })],
    ['another role or another order', twoPrinters({ printers: [office, till], receipts: 'office' })],
  ])('by %s are the same printers', (_what, after) => {
    expect(memoryAfter(memories, before, after)).toEqual(memories);
  });

  it.each([
    ['reached otherwise', otherConnection],
    ['asked otherwise', otherQuestions],
    ['gone', twoPrinters({ printers: [office], receipts: 'office' })],
  ])('have no memory of one that is %s, and keep the others’', (_how, after) => {
    expect(memoryAfter(memories, before, after)).toEqual({ office: silent });
  });

  it('never have a memory of a printer that is not there', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'constructor'), { minLength: 1 });
    const printing = (of: readonly string[]): PrintingSettings =>
      twoPrinters({ printers: of.map((id) => ({ ...till, id })) });
    fc.assert(
      fc.property(ids, ids, ids, (was, is, known) => {
        const kept = memoryAfter(
          Object.fromEntries(known.map((id) => [id, speaks])),
          printing(was),
          printing(is),
        );
        expect(Object.keys(kept).toSorted()).toEqual(
          is.filter((id) => was.includes(id) && known.includes(id)).toSorted(),
        );
      }),
    );
  });
});
