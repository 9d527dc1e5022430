import type { PrinterTest, PrinterTestResult } from '../../shared/contract/printing.ts';
import { untriedPrinter, type PrinterMemory } from '../../shared/printing/printing-settings.ts';
import type { MemoryCell } from './conversation.ts';
import { encodeCutTest, encodeDrawerTest, encodeTestPage } from './encode-test-page.ts';
import type { Printers } from './printers.ts';
import { neverGivenUp, within } from './within.ts';

/** Longer than a page of rulers takes on the slowest printer. In milliseconds. */
const testDeadlineMs = 45_000;

/**
 * Tries a printer as it is set up, or is about to be. What it shows of itself is found out anew: it may be another one
 * than it was. Never rejects.
 */
export async function tryPrinter(
  printers: Printers,
  { setup, part }: PrinterTest,
  stored: MemoryCell,
): Promise<PrinterTestResult> {
  const bytes = bytesOf({ setup, part });
  if (bytes === undefined) return { state: 'failed', problem: 'faulty', memory: stored.get() };
  let memory: PrinterMemory = untriedPrinter;
  const fresh: MemoryCell = {
    get: () => memory,
    set(next) {
      memory = next;
    },
  };
  const isPulse = part === 'drawer';
  // A printer in use keeps its memory where it always does; it is asked anew all the same.
  if (part === 'page') stored.set(untriedPrinter);
  const borrowed = printers.borrow(setup, fresh);
  try {
    const delivery = await within(testDeadlineMs, neverGivenUp, (abandon) =>
      borrowed.printer.print(bytes, { abandon, isPulse, insists: true }),
    );
    const shown = borrowed.isInUse ? stored.get() : memory;
    return { state: delivery.state, problem: 'problem' in delivery ? delivery.problem : null, memory: shown };
  } finally {
    await borrowed.release();
  }
}

function bytesOf({ setup, part }: PrinterTest): Uint8Array | undefined {
  const { profile, name } = setup;
  if (part === 'page') return encodeTestPage(profile, name);
  return part === 'cut' ? encodeCutTest(profile) : encodeDrawerTest(profile);
}
