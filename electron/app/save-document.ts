import fs from 'node:fs/promises';
import type { A4Document } from '../../shared/a4/a4-document.ts';
import type { ExportFormat } from '../../shared/contract/reports.ts';
import type { PrintJobId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Tables } from '../tables/tables.ts';
import type { HeldDocuments } from './held-documents.ts';
import type { Log } from './log.ts';

/** Asks a person for files. `null`: none was chosen. */
export interface FileDialogs {
  /** Where to save a file; `name` without its ending. */
  save(name: string, format: ExportFormat): Promise<string | null>;
  /** Which table to open. */
  openTable(): Promise<string | null>;
}

export interface SaveDocumentParts {
  readonly dialogs: FileDialogs;
  readonly tables: Tables;
  readonly documents: HeldDocuments;
  /** The pages of a held document, as PDF. */
  readonly drawDocument: (id: PrintJobId) => Promise<Uint8Array>;
  readonly log: Log;
}

/** Saves a document where somebody says: as pages of A4, or its tables for a spreadsheet. `null` where nobody said. */
export type SaveDocument = (
  name: string,
  document: A4Document,
  format: ExportFormat,
) => Promise<Result<{ readonly path: string } | null, { readonly code: 'file-not-written' }>>;

export function createSaveDocument(parts: SaveDocumentParts): SaveDocument {
  const { dialogs, tables, documents, drawDocument, log } = parts;
  return async (name, document, format) => {
    const path = await dialogs.save(name, format);
    if (path === null) return ok(null);
    try {
      const bytes =
        format === 'pdf'
          ? await documents.during(document, drawDocument)
          : await tables.write(document.tables, format);
      await fs.writeFile(path, bytes);
      return ok({ path });
    } catch (error) {
      log.fault(`a document could not be saved as ${format}`, error);
      return err({ code: 'file-not-written' });
    }
  };
}
