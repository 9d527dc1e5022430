import { scaleLinear, scaleUtc } from 'd3-scale';
import { AmountAxis, chartHeight, chartWidth, edge, NameAxis } from './axis.tsx';

interface LineChartProps {
  readonly points: readonly {
    readonly day: string;
    readonly name: string;
    readonly amount: number;
  }[];
}

/** A point a day, joined in the order of time; days that nothing is known of leave a gap in time. */
export function LineChart({ points }: LineChartProps) {
  const times = points.map(({ day }) => Date.parse(`${day}T00:00:00Z`));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const x = scaleUtc()
    .domain([first, Math.max(last, first + 86_400_000)])
    .range([edge.left + 8, chartWidth - edge.right - 24]);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...points.map(({ amount }) => amount))])
    .nice(4)
    .range([chartHeight - edge.bottom, edge.top]);
  const placed = points.map(({ name, amount }, at) => ({ name, x: x(times[at] ?? first), y: y(amount) }));
  return (
    <svg className="chart" viewBox={`0 0 ${chartWidth} ${chartHeight}`}>
      <AmountAxis scale={y} />
      <polyline className="chart-line" points={placed.map((point) => `${point.x},${point.y}`).join(' ')} />
      {placed.map((point) => (
        <circle key={point.name} className="chart-point" cx={point.x} cy={point.y} r={3.5} />
      ))}
      <NameAxis names={placed.map((point) => ({ name: point.name.slice(0, 5), x: point.x }))} />
    </svg>
  );
}
