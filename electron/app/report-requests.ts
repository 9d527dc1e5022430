import type { RequestHandlers } from '../../shared/contract/contract.ts';
import { err, ok } from '../../shared/result.ts';
import type { HeldDocuments } from './held-documents.ts';
import type { Reconciling } from './reconciling.ts';
import type { Reports } from './reports.ts';

/** The requests about reports, and about comparing with a biller's statement. */
export function createReportRequests(
  reports: Reports,
  reconciling: Reconciling,
  documents: Pick<HeldDocuments, 'find'>,
): Pick<
  RequestHandlers,
  'report' | 'deposits' | 'saveReport' | 'openStatement' | 'reconcile' | 'a4Document'
> {
  return {
    report: (query) => reports.report(query),
    deposits: (days) => reports.deposits(days),
    saveReport: ({ of, format }) => reports.save(of, format),
    openStatement: () => reconciling.open(),
    reconcile: (query) => reconciling.compare(query),
    a4Document({ document }) {
      const found = documents.find(document);
      return found === undefined ? err({ code: 'no-such-document' }) : ok(found);
    },
  };
}
