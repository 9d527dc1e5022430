import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinReports } from '../../../electron/app/join-reports.ts';
import type { Log } from '../../../electron/app/log.ts';
import { createOpenTable } from '../../../electron/app/open-table.ts';
import type { LedgerQueries } from '../../../electron/ledger/ledger.ts';
import { openQueries } from '../../../electron/ledger/query-ledger.ts';
import { defaultSettings } from '../../../electron/settings/settings-file.ts';
import { readTable, writeTables } from '../../../electron/tables/table-files.ts';
import { a4DocumentSchema, type A4Document } from '../../../shared/a4/a4-document.ts';
import { requests } from '../../../shared/contract/contract.ts';
import type { ReportQuery } from '../../../shared/report/sales-report.ts';
import { err, ok } from '../../../shared/result.ts';
import { instant } from '../../../shared/time.ts';
import { arming, paid, quote, quoteId, rejected, start, unknown } from '../ledger/documents.ts';
import { newLedger } from '../ledger/open-ledger.ts';
import { tempFolder } from '../ledger/temp-folder.ts';
import { sell } from '../ledger/till-day.ts';

const { day } = arming(1);
const query: ReportQuery = {
  by: 'product',
  from: day,
  until: day,
  product: null,
  cashier: null,
  biller: null,
};

function counter(over: { readonly answer?: string | null; readonly isFaulty?: boolean } = {}) {
  const { ledger, file } = newLedger('live');
  sell(ledger, 1, paid);
  sell(ledger, 2, rejected);
  sell(ledger, 3, unknown);
  const asked = openQueries(file);
  const answer = (task: Parameters<typeof asked.answer>[0]) =>
    Promise.resolve(over.isFaulty === true ? err('not-read' as const) : ok(asked.answer(task) as never));
  const queries: LedgerQueries = {
    search: () => Promise.resolve(err('not-read')),
    cashiers: () => Promise.resolve([]),
    findCustomers: () => Promise.resolve([]),
    report: (of) => answer({ kind: 'report', query: of }),
    deposits: (days) => answer({ kind: 'deposits', days }),
    soldAt: (of) => answer({ kind: 'sold-at', of }),
    close: () => Promise.resolve(),
  };
  const folder = tempFolder();
  const chosen = { file: over.answer === undefined ? path.join(folder, 'file') : over.answer };
  const drawn: A4Document[] = [];
  const faults: string[] = [];
  const tables = { write: writeTables, read: readTable, close: () => Promise.resolve() };
  const dialogs = {
    save: () => Promise.resolve(chosen.file),
    openTable: () => Promise.resolve(chosen.file),
  };
  const log: Log = { fault: (what) => void faults.push(what), note: () => undefined };
  const { requests: handlers } = joinReports({
    queries,
    tables,
    dialogs,
    openTable: createOpenTable({ tables, dialogs, log }),
    async drawDocument(id) {
      const held = await handlers.a4Document({ document: id });
      if (!held.ok) throw new Error(held.error.code);
      drawn.push(a4DocumentSchema.parse(held.value));
      return new TextEncoder().encode('%PDF-');
    },
    shop: () => ({ ...defaultSettings.shop, language: 'id' }),
    billerName: (id) => id,
    ledger: 'live',
    clock: { now: () => instant(start), monotonicMs: () => 0 },
    log,
  });
  return { handlers, chosen, folder, drawn, faults };
}

describe('a report', () => {
  it('says the same on A4 and in a spreadsheet, with what is refused and not certain apart', async () => {
    const { handlers, chosen, drawn } = counter();
    const told = await handlers.report(query);
    expect(told.ok && told.value.total.sold.count).toBe(1);
    expect(await handlers.saveReport({ of: { kind: 'sales', query }, format: 'pdf' })).toEqual(
      ok({ path: chosen.file }),
    );
    expect(drawn[0]?.notes[0]).toBe('1 ditolak dan 1 belum pasti: tidak ikut dihitung.');
    await handlers.saveReport({ of: { kind: 'sales', query }, format: 'csv' });
    const read = await readTable(fs.readFileSync(chosen.file ?? ''), 'csv');
    expect(read.ok && read.value[1]?.cells).toEqual(drawn[0]?.tables[0]?.rows[0]?.map(String));
  });

  it('is not saved where nobody says where, where there is nothing, and where it cannot be written', async () => {
    const of = { kind: 'sales', query } as const;
    expect(await counter({ answer: null }).handlers.saveReport({ of, format: 'xlsx' })).toEqual(ok(null));
    const nowhere = counter({ answer: '/nowhere/at/all.xlsx' });
    expect(await nowhere.handlers.saveReport({ of, format: 'xlsx' })).toEqual(
      err({ code: 'file-not-written' }),
    );
    expect(nowhere.faults).toHaveLength(1);
    const nothing = { ...query, cashier: 'Nobody' };
    expect(
      await counter().handlers.saveReport({ of: { kind: 'sales', query: nothing }, format: 'xlsx' }),
    ).toEqual(err({ code: 'nothing-to-save' }));
    expect(await counter({ isFaulty: true }).handlers.report(query)).toEqual(
      err({ code: 'ledger-not-read' }),
    );
  });
});

describe('a comparison with a statement', () => {
  it('shows what is not certain here and stands there, decides nothing, and is saved whole', async () => {
    const { handlers, chosen } = counter();
    const lines = [1, 3].map((n) => `${day};${quote(n).customerNumber};${quote(n).total};OK`);
    fs.writeFileSync(chosen.file ?? '', ['Tanggal;Idpel;Nominal;Status', ...lines].join('\n'));
    const opened = await handlers.openStatement(undefined);
    if (!opened.ok || opened.value === null) throw new Error('not opened');
    const asked = { biller: 'teleanjar', map: opened.value.map, from: day, until: day };
    const compared = await handlers.reconcile(asked);
    if (!compared.ok) throw new Error(compared.error.code);
    const { groups } = requests.reconcile.output.parse(compared.value);
    expect(groups.filter(({ count }) => count > 0).map(({ group }) => group)).toEqual(['uncertain', 'both']);
    expect(groups[0]?.pairs[0]?.payment).toBe(quoteId(3));
    expect((await handlers.saveReport({ of: { kind: 'reconciliation' }, format: 'xlsx' })).ok).toBe(true);
    const read = await readTable(fs.readFileSync(chosen.file ?? ''), 'xlsx');
    expect(read.ok && read.value.length).toBe(4);
  });

  it('is refused where there is no statement, no file, no column to compare by, and nothing to read', async () => {
    const { handlers, chosen, folder } = counter();
    const none = { day: null, reference: null, number: null, amount: null, status: null, token: null };
    const asked = { biller: 'teleanjar', map: none, from: day, until: day };
    expect(await handlers.reconcile(asked)).toEqual(err({ code: 'no-statement' }));
    expect(await handlers.openStatement(undefined)).toEqual(err({ code: 'file-not-read' }));
    chosen.file = folder;
    expect(await handlers.openStatement(undefined)).toEqual(err({ code: 'file-not-read' }));
    chosen.file = path.join(folder, 'file');
    fs.writeFileSync(chosen.file, 'a;b\nx;y\n');
    const opened = await handlers.openStatement(undefined);
    expect(opened.ok && opened.value?.map).toEqual(none);
    expect(await handlers.reconcile(asked)).toEqual(err({ code: 'columns-missing' }));
    const map = { ...none, number: 0, amount: 1 };
    expect(await handlers.reconcile({ ...asked, map })).toEqual(err({ code: 'nothing-to-compare' }));
    expect(await handlers.saveReport({ of: { kind: 'reconciliation' }, format: 'csv' })).toEqual(
      err({ code: 'nothing-to-save' }),
    );
  });
});
