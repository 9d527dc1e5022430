import { useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { A4Document } from '../shared/a4/a4-document.ts';
import { isPrintJobId } from '../shared/ids.ts';
import { formatRupiah } from '../shared/money.ts';
import { sumsOf, type Table, type TableCell } from '../shared/tables/table.ts';
import { openBridge } from './bridge.ts';
import { reportBug } from './report-bug.ts';
import './ui/a4/a4-page.css';

/**
 * The page that documents are printed to PDF from: the one in `#document=…`. `<html>` says when it is drawn, or that there
 * is nothing to draw, as in `paper.tsx`.
 */
async function drawDocument(): Promise<void> {
  const id = new URLSearchParams(window.location.hash.slice(1)).get('document');
  const result = isPrintJobId(id) ? await openBridge().a4Document({ document: id }) : null;
  if (result === null || !result.ok) return void (document.documentElement.dataset.ready = 'no');
  document.documentElement.lang = result.value.language;
  createRoot(document.body).render(<A4Page {...result.value} />);
}

function A4Page({ title, shop, facts, tables, notes }: A4Document) {
  useLayoutEffect(() => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => (document.documentElement.dataset.ready = 'yes')),
    );
  }, []);
  return (
    <article className="a4">
      <header>
        <p className="a4-shop">{shop.name}</p>
        <p className="a4-address">{shop.address}</p>
        <h1>{title}</h1>
        <dl className="a4-facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      {tables.map((table) => (
        <TableOnPage key={table.name} table={table} />
      ))}
      {notes.map((note) => (
        <p key={note} className="a4-note">
          {note}
        </p>
      ))}
    </article>
  );
}

function TableOnPage({ table }: { readonly table: Table }) {
  const { name, columns, rows, total } = table;
  const kindOf = (at: number): string => (columns[at]?.kind === 'text' ? 'a4-text' : 'a4-number');
  return (
    <table className={columns.length > 8 ? 'a4-wide' : ''}>
      <caption>{name}</caption>
      <thead>
        <tr>
          {columns.map(({ header }, at) => (
            <th key={header} scope="col" className={kindOf(at)}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- nothing in a printed table moves
          <tr key={place}>
            {row.map((cell, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <td key={at} className={kindOf(at)}>
                {written(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {total !== null && (
        <tfoot>
          <tr>
            {sumsOf(table).map((sum, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <td key={at} className={kindOf(at)}>
                {at === 0 ? total : sum === null ? '' : formatRupiah(sum)}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const written = (cell: TableCell): string => (typeof cell === 'number' ? formatRupiah(cell) : (cell ?? ''));

drawDocument().catch((reason: unknown) => {
  document.documentElement.dataset.ready = 'no';
  reportBug(reason);
});
