import type { PrintJobId } from '../../shared/ids.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { LedgerQueries } from '../ledger/ledger.ts';
import type { Tables } from '../tables/tables.ts';
import type { Clock } from './clock.ts';
import { createHeldDocuments } from './held-documents.ts';
import type { Log } from './log.ts';
import type { OpenTable } from './open-table.ts';
import { createReconciling } from './reconciling.ts';
import { createReportRequests } from './report-requests.ts';
import { createReports } from './reports.ts';
import { createSaveDocument, type FileDialogs, type SaveDocument } from './save-document.ts';

export interface ReportParts {
  readonly queries: LedgerQueries;
  readonly tables: Tables;
  readonly openTable: OpenTable;
  readonly dialogs: FileDialogs;
  readonly drawDocument: (id: PrintJobId) => Promise<Uint8Array>;
  readonly shop: () => ShopSettings;
  readonly billerName: (id: string) => string;
  readonly ledger: LedgerKind;
  readonly clock: Clock;
  readonly log: Log;
}

/** Joins what reports need; `save` is for other documents, such as the recap of a lot. */
export function joinReports(parts: ReportParts): {
  readonly requests: ReturnType<typeof createReportRequests>;
  readonly save: SaveDocument;
} {
  const documents = createHeldDocuments();
  const save = createSaveDocument({ ...parts, documents });
  const reconciling = createReconciling(parts);
  const reports = createReports({ ...parts, save, compared: () => reconciling.compared() });
  return { requests: createReportRequests(reports, reconciling, documents), save };
}
