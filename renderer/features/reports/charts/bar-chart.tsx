import { scaleBand, scaleLinear } from 'd3-scale';
import { AmountAxis, chartHeight, chartWidth, edge, NameAxis } from './axis.tsx';

interface BarChartProps {
  readonly bars: readonly { readonly name: string; readonly amount: number }[];
}

/** A bar each, from nothing upwards. */
export function BarChart({ bars }: BarChartProps) {
  const x = scaleBand<number>()
    .domain(bars.map((_bar, at) => at))
    .range([edge.left, chartWidth - edge.right])
    .padding(0.25);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ amount }) => amount))])
    .nice(4)
    .range([chartHeight - edge.bottom, edge.top]);
  return (
    <svg className="chart" viewBox={`0 0 ${chartWidth} ${chartHeight}`}>
      <AmountAxis scale={y} />
      {bars.map(({ name, amount }, at) => (
        <rect
          key={name}
          className="chart-bar"
          x={x(at)}
          y={y(amount)}
          width={x.bandwidth()}
          height={y(0) - y(amount)}
        />
      ))}
      <NameAxis names={bars.map(({ name }, at) => ({ name, x: (x(at) ?? 0) + x.bandwidth() / 2 }))} />
    </svg>
  );
}
