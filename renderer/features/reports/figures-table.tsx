import { formatRupiah } from '../../../shared/money.ts';
import { sumsOf, type Table, type TableCell } from '../../../shared/tables/table.ts';

interface FiguresTableProps {
  readonly table: Table;
  /** Whether it is there for those who hear the screen only. */
  readonly isHeardOnly?: boolean;
}

/** A table as it is saved, on the screen. */
export function FiguresTable({ table, isHeardOnly = false }: FiguresTableProps) {
  const { name, columns, rows, total } = table;
  const look = (at: number): string => (columns[at]?.kind === 'text' ? '' : 'figures-number');
  return (
    <table className={isHeardOnly ? 'only-heard' : 'figures'}>
      <caption className="only-heard">{name}</caption>
      <thead>
        <tr>
          {columns.map(({ header }, at) => (
            <th key={header} scope="col" className={look(at)}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no state, and are drawn anew together
          <tr key={place}>
            {row.map((cell, at) =>
              at === 0 ? (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <th key={at} scope="row">
                  {written(cell)}
                </th>
              ) : (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <td key={at} className={look(at)}>
                  {written(cell)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {total !== null && rows.length > 1 && (
        <tfoot>
          <tr>
            {sumsOf(table).map((sum, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <td key={at} className={look(at)}>
                {at === 0 ? total : sum === null ? '' : formatRupiah(sum)}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const written = (cell: TableCell): string => (typeof cell === 'number' ? formatRupiah(cell) : (cell ?? '—'));
