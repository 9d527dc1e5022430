import type { RequestResult } from '../../shared/contract/contract.ts';
import type { Exported, ExportFormat } from '../../shared/contract/reports.ts';
import type { DepositQuery } from '../../shared/report/deposit-days.ts';
import type { ReportQuery } from '../../shared/report/sales-report.ts';
import { err } from '../../shared/result.ts';
import type { ReportDocumentParts } from './report-documents.ts';
import type { SaveDocument } from './save-document.ts';

export interface ReportsParts extends ReportDocumentParts {
  readonly save: SaveDocument;
}

/** What was sold and what deposits were, added up when somebody asks, and as files. */
export interface Reports {
  report(query: ReportQuery): Promise<RequestResult<'report'>>;
  deposits(days: DepositQuery): Promise<RequestResult<'deposits'>>;
  save(of: Exported, format: ExportFormat): Promise<RequestResult<'saveReport'>>;
}

export function createReports(parts: ReportsParts): Reports {
  const { queries, save } = parts;
  return {
    async report(query) {
      const found = await queries.report(query);
      return found.ok ? found : err({ code: 'ledger-not-read' });
    },
    async deposits(days) {
      const found = await queries.deposits(days);
      return found.ok ? found : err({ code: 'ledger-not-read' });
    },
    async save(of, format) {
      // All texts of the window come with it.
      const { makeReportDocument } = await import('./report-documents.ts');
      const made = await makeReportDocument(of, parts);
      return made.ok ? save(made.value.name, made.value.document, format) : made;
    },
  };
}
