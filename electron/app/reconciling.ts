import type { BillerId } from '../../shared/biller-profile.ts';
import type { BusinessDay } from '../../shared/business-day.ts';
import {
  mostShownPairs,
  type FoundPair,
  type ReconcileGroup,
  type ReconcileQuery,
  type StatementView,
} from '../../shared/contract/reports.ts';
import type { RequestResult } from '../../shared/contract/contract.ts';
import { reconcile } from '../../shared/reconcile/reconcile.ts';
import {
  headerAt,
  isEnough,
  readStatement,
  recognisedColumns,
  type FaultyLine,
} from '../../shared/reconcile/statement.ts';
import { groupsOf, sumsOfPairs } from '../../shared/reconcile/view.ts';
import { dayAfter } from '../../shared/report/sales-report.ts';
import { err, ok } from '../../shared/result.ts';
import type { TableLine } from '../../shared/tables/table.ts';
import type { LedgerQueries } from '../ledger/ledger.ts';
import type { OpenedTable, OpenTable } from './open-table.ts';

/** What a comparison found, whole. */
export interface Compared {
  readonly biller: BillerId;
  readonly from: BusinessDay;
  readonly until: BusinessDay;
  readonly groups: readonly { readonly group: ReconcileGroup; readonly pairs: readonly FoundPair[] }[];
  readonly faulty: readonly FaultyLine[];
  readonly refusedThere: number;
}

/** Compares a biller's statement with what was sold. It writes nothing, and what it finds settles nothing. */
export interface Reconciling {
  open(): Promise<RequestResult<'openStatement'>>;
  compare(query: ReconcileQuery): Promise<RequestResult<'reconcile'>>;
  /** The last comparison. */
  compared(): Compared | undefined;
}

export interface ReconcilingParts {
  readonly queries: Pick<LedgerQueries, 'soldAt'>;
  readonly openTable: OpenTable;
}

export function createReconciling({ queries, openTable }: ReconcilingParts): Reconciling {
  let rows: readonly TableLine[] | undefined;
  let last: Compared | undefined;

  return {
    compared: () => last,

    async open() {
      const opened = await openTable();
      if (!opened.ok) return err({ code: opened.error });
      if (opened.value === null) return ok(null);
      const { view, under } = viewOf(opened.value);
      rows = under;
      last = undefined;
      return ok(view);
    },

    async compare({ biller, map, from, until }) {
      if (rows === undefined) return err({ code: 'no-statement' });
      if (!isEnough(map)) return err({ code: 'columns-missing' });
      const { lines, faulty, refused: refusedThere } = readStatement(rows, map);
      if (lines.length === 0) return err({ code: 'nothing-to-compare' });
      const named = lines.flatMap(({ day }) => day ?? []).toSorted();
      const days = { from: named[0] ?? from, until: named.at(-1) ?? until };
      const sold = await queries.soldAt({
        biller,
        from: dayAfter(days.from, -1),
        until: dayAfter(days.until, 1),
      });
      if (!sold.ok) return err({ code: sold.error === 'too-many' ? 'too-many' : 'ledger-not-read' });
      const groups = groupsOf(reconcile(lines, sold.value, days));
      last = { biller, ...days, groups, faulty, refusedThere };
      return ok({
        biller,
        ...days,
        groups: groups.map(({ group, pairs }) => ({
          group,
          count: pairs.length,
          ...sumsOfPairs(pairs),
          pairs: pairs.slice(0, mostShownPairs),
        })),
        faulty: faulty.slice(0, 100),
        faultyCount: faulty.length,
        refusedThere,
      });
    },
  };
}

const mostColumns = 200;

/** What is shown of a file, and the rows under the one that names its columns. */
function viewOf({ name, rows: all }: OpenedTable): {
  readonly view: StatementView;
  readonly under: readonly TableLine[];
} {
  const at = headerAt(all);
  const under = all.slice(at + 1);
  const header = (at < 0 ? [] : (all[at]?.cells ?? [])).slice(0, mostColumns);
  const width = Math.min(
    mostColumns,
    under.reduce((most, { cells }) => Math.max(most, cells.length), header.length),
  );
  return {
    under,
    view: {
      name: name.slice(0, 260),
      columns: Array.from({ length: width }, (_none, column) => (header[column] ?? '').slice(0, 80)),
      sample: under
        .slice(0, 3)
        .map(({ cells }) => cells.slice(0, mostColumns).map((cell) => cell.slice(0, 200))),
      rows: under.length,
      map: recognisedColumns(header),
    },
  };
}
