import type { PrintJobId } from '../../shared/ids.ts';
import type { PrinterProfile } from '../../shared/printing/printer-profile.ts';
import { newPrintJobId } from './new-id.ts';

export interface HeldPaper {
  readonly bytes: Uint8Array;
  readonly paper: PrinterProfile;
}

/** Papers that are being drawn and are no job of the ledger: the window asks for them as for any other. */
export interface HeldPapers {
  /** Holds a paper for as long as `work` with its id takes. */
  during<T>(paper: HeldPaper, work: (id: PrintJobId) => Promise<T>): Promise<T>;
  find(id: PrintJobId): HeldPaper | undefined;
}

export function createHeldPapers(): HeldPapers {
  const held = new Map<PrintJobId, HeldPaper>();
  return {
    async during(paper, work) {
      const id = newPrintJobId();
      held.set(id, paper);
      try {
        return await work(id);
      } finally {
        held.delete(id);
      }
    },
    find: (id) => held.get(id),
  };
}
