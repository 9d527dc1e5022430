import type { A4Document } from '../../shared/a4/a4-document.ts';
import type { PrintJobId } from '../../shared/ids.ts';
import { newPrintJobId } from './new-id.ts';

/** Documents that are being made into pages: the window that draws them asks for them by their random id. */
export interface HeldDocuments {
  /** Holds a document for as long as `work` with its id takes. */
  during<T>(document: A4Document, work: (id: PrintJobId) => Promise<T>): Promise<T>;
  find(id: PrintJobId): A4Document | undefined;
}

export function createHeldDocuments(): HeldDocuments {
  const held = new Map<PrintJobId, A4Document>();
  return {
    async during(document, work) {
      const id = newPrintJobId();
      held.set(id, document);
      try {
        return await work(id);
      } finally {
        held.delete(id);
      }
    },
    find: (id) => held.get(id),
  };
}
