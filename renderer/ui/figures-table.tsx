import { formatRupiah } from '../../shared/money.ts';
import { sumsOf, type Table, type TableCell } from '../../shared/tables/table.ts';

/** The classes of its parts, and what stands in a cell that has nothing. */
interface FiguresLook {
  readonly table: string;
  readonly caption: string;
  readonly text: string;
  readonly number: string;
  readonly nothing: string;
}

/** On the screen of the counter. */
const figuresOnScreen: FiguresLook = {
  table: 'figures',
  caption: 'only-heard',
  text: '',
  number: 'figures-number',
  nothing: '—',
};

/** For those who hear the screen, beside a chart that shows the same. */
export const figuresHeard: FiguresLook = { ...figuresOnScreen, table: 'only-heard' };

interface FiguresTableProps {
  readonly table: Table;
  readonly look?: FiguresLook;
}

/** A table as it is saved. Of a single row nothing is added up. */
export function FiguresTable({ table, look = figuresOnScreen }: FiguresTableProps) {
  const { name, columns, rows, total } = table;
  const classOf = (at: number): string => (columns[at]?.kind === 'text' ? look.text : look.number);
  const written = (cell: TableCell | undefined): string =>
    typeof cell === 'number' ? formatRupiah(cell) : (cell ?? look.nothing);
  const sums = sumsOf(table);
  return (
    <table className={look.table}>
      <caption className={look.caption}>{name}</caption>
      <thead>
        <tr>
          {columns.map(({ header }, at) => (
            <th key={header} scope="col" className={classOf(at)}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no state, and are drawn anew together
          <tr key={place}>
            {columns.map(({ header }, at) =>
              at === 0 ? (
                <th key={header} scope="row" className={classOf(at)}>
                  {written(row[at])}
                </th>
              ) : (
                <td key={header} className={classOf(at)}>
                  {written(row[at])}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {total !== null && rows.length > 1 && (
        <tfoot>
          <tr>
            {columns.map(({ header }, at) => (
              <td key={header} className={classOf(at)}>
                {at === 0 ? total : writtenSum(sums[at])}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const writtenSum = (sum: number | null | undefined): string =>
  typeof sum === 'number' ? formatRupiah(sum) : '';
