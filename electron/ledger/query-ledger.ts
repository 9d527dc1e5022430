import { DatabaseSync } from '@photostructure/sqlite';
import { z } from '../../shared/zod.ts';
import { createFindCustomers } from './history-customers.ts';
import { createSearch, type SearchBounds } from './history-search.ts';
import type { QueryTask } from './query-task.ts';
import { createReports } from './report-query.ts';
import { createSoldAt } from './sold-at-query.ts';

/** Enough for the inner pages of the indexes of a million payments. In KiB. */
const pageCache = 65_536;

/** What is answered about the ledger in the file at `file`, on a connection of its own that only reads. */
export function openQueries(
  file: string,
  bounds?: SearchBounds,
): {
  readonly answer: (task: QueryTask) => unknown;
  readonly close: () => void;
} {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec(`PRAGMA cache_size = -${pageCache}`);
  const search = createSearch(database, bounds);
  const findCustomers = createFindCustomers(database);
  const reports = createReports(database);
  const soldAt = createSoldAt(database);
  const cashiers = database.prepare(
    "SELECT DISTINCT cashier FROM sale_kind WHERE cashier <> '' ORDER BY cashier COLLATE NOCASE, cashier LIMIT 200",
  );
  return {
    answer(task) {
      switch (task.kind) {
        case 'search':
          return search(task.query, task.behind);
        case 'cashiers':
          return z
            .array(z.object({ cashier: z.string() }))
            .parse(cashiers.all())
            .map(({ cashier }) => cashier);
        case 'find-customers':
          return findCustomers(task.text, task.product);
        case 'report':
          return reports.report(task.query);
        case 'deposits':
          return reports.deposits(task.days);
        case 'sold-at':
          return soldAt(task.of);
      }
    },
    close: () => database.close(),
  };
}
