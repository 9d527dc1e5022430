import { scaleLinear } from 'd3-scale';
import { formatRupiah } from '../../../../shared/money.ts';
import { chartWidth } from './axis.tsx';

interface ShareChartProps {
  /** The largest first. */
  readonly shares: readonly { readonly name: string; readonly amount: number }[];
  /** What those are called together that there is no room for. */
  readonly others: string;
}

const mostRows = 6;
const rowHeight = 32;
const barLeft = 190;
const barRight = chartWidth - 150;

/** A bar each beside its name: lengths are compared more surely than the pieces of a cake, and need no colours. */
export function ShareChart({ shares, others }: ShareChartProps) {
  const rest = shares.slice(mostRows - 1);
  const rows =
    rest.length > 1
      ? [
          ...shares.slice(0, mostRows - 1),
          { name: others, amount: rest.reduce((sum, { amount }) => sum + amount, 0) },
        ]
      : shares;
  const whole = Math.max(
    1,
    shares.reduce((sum, { amount }) => sum + amount, 0),
  );
  const x = scaleLinear()
    .domain([0, Math.max(1, ...rows.map(({ amount }) => amount))])
    .range([0, barRight - barLeft]);
  return (
    <svg className="chart" viewBox={`0 0 ${chartWidth} ${mostRows * rowHeight + 8}`}>
      {rows.map(({ name, amount }, at) => (
        <g key={name} className="chart-axis" transform={`translate(0 ${at * rowHeight + 4})`}>
          <text x={barLeft - 8} y={rowHeight / 2} dy="0.32em" textAnchor="end">
            {name}
          </text>
          <rect
            className="chart-bar"
            x={barLeft}
            y={6}
            width={Math.max(1, x(amount))}
            height={rowHeight - 12}
          />
          <text className="chart-amount" x={barLeft + x(amount) + 8} y={rowHeight / 2} dy="0.32em">
            {Math.round((amount / whole) * 1000) / 10}% · {formatRupiah(amount)}
          </text>
        </g>
      ))}
    </svg>
  );
}
