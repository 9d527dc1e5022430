import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';

const columns = `
  -- What a report adds up, beside what a payment is found by: a month is many rows, and the ledger's are long.
  ALTER TABLE sale ADD COLUMN admin INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sale ADD COLUMN counter_fee INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sale ADD COLUMN rounding INTEGER NOT NULL DEFAULT 0;
  -- The price less what the deposit is charged; NULL where the inquiry did not say.
  ALTER TABLE sale ADD COLUMN commission INTEGER;

  -- What a biller told last on a day about its deposit: before a payment of that day, or in the reply to it.
  CREATE TABLE day_deposit (
    biller TEXT NOT NULL,
    day    TEXT NOT NULL,
    amount INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (biller, day)
  ) STRICT, WITHOUT ROWID;
`;

/** Notes what the payments that were made so far came to, in the sales and days that are there. */
export function fillReports(database: Database): void {
  database.exec(`
    UPDATE sale SET (counter_fee, rounding, admin, commission) = (
      SELECT p.counter_fee, p.rounding,
        (SELECT ifnull(sum(b.value ->> '$.adminFee'), 0) FROM json_each(q.document, '$.bills') b),
        p.total - (q.document ->> '$.depositCharge')
      FROM payment p JOIN quote q ON q.id = p.id WHERE p.rowid = sale.place);
    INSERT INTO day_deposit SELECT biller, business_day, deposit_before, deposit_before_at FROM (
      SELECT biller, business_day, deposit_before, deposit_before_at, max(rowid) FROM payment
      WHERE deposit_before IS NOT NULL GROUP BY biller, business_day);
  `);
}

const indexes = `
  -- All that a report reads, in the order that it adds up in. Nothing is counted beside the payments' own rows.
  CREATE INDEX sale_sums ON sale (day, biller, kind, due, admin, counter_fee, rounding, commission);
`;

/** Of the sixth migration: what reports are read from. */
export const reports: readonly (string | ((database: Database) => void))[] = [columns, fillReports, indexes];
