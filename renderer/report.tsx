import { useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { A4Document } from '../shared/a4/a4-document.ts';
import { isPrintJobId } from '../shared/ids.ts';
import { openBridge } from './bridge.ts';
import { reportBug } from './report-bug.ts';
import './ui/a4/a4-page.css';
import { FiguresTable } from './ui/figures-table.tsx';

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
        <FiguresTable
          key={table.name}
          table={table}
          look={{ ...onPaper, table: table.columns.length > 8 ? 'a4-wide' : '' }}
        />
      ))}
      {notes.map((note) => (
        <p key={note} className="a4-note">
          {note}
        </p>
      ))}
    </article>
  );
}

const onPaper = { table: '', caption: '', text: 'a4-text', number: 'a4-number', nothing: '' } as const;

drawDocument().catch((reason: unknown) => {
  document.documentElement.dataset.ready = 'no';
  reportBug(reason);
});
