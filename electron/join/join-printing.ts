import path from 'node:path';
import { app } from 'electron';
import type { Counter } from '../app/counter.ts';
import { createHeldPapers, type HeldPapers } from '../app/held-papers.ts';
import { notePapers, notePrinter } from '../app/note-printing.ts';
import { createPrinterMemory, type MemoryOfPrinters } from '../app/printer-memory.ts';
import { createPrinting, type Printing } from '../printing/printing.ts';
import type { Windows } from '../window/windows.ts';
import type { Foundation } from './foundation.ts';
import type { Book } from './open-book.ts';

/** The printers at work, and what is known and kept of them and their papers. */
export interface PrintingJoined {
  readonly printing: Printing;
  readonly memory: MemoryOfPrinters;
  readonly held: HeldPapers;
  /** Where pictures of papers are put. */
  readonly pictureFolder: () => string;
}

export function joinPrinting(
  { store, clock, log }: Foundation,
  { ledger }: Book,
  counter: Counter,
  windows: Windows,
): PrintingJoined {
  const memory = createPrinterMemory(store, log);
  const held = createHeldPapers();
  const pictureFolder = (): string =>
    store.get().shop.pictureFolder || path.join(app.getPath('pictures'), 'Loket');
  const printing = createPrinting({
    settings: () => store.get().printing,
    memory,
    store: ledger.printJobs,
    pictures: {
      draw: (bytes, paper, format) => held.during({ bytes, paper }, (id) => windows.drawPaper(id, format)),
      folder: pictureFolder,
      name: () => `struk-${new Date(clock.now()).toISOString().replaceAll(/[-:]/g, '').replace('.', '-')}`,
    },
    now: () => clock.now(),
    onChange: () => notePapers(counter, ledger.printJobs),
    onLook: (id, look) => notePrinter(counter, id, look),
    onFault: (error) => log.fault('printing met what should not happen', error),
    onReason: (printer, reason) => log.note(`printer “${printer}”: ${reason}`),
  });
  return { printing, memory, held, pictureFolder };
}
