import type { ScaleLinear } from 'd3-scale';
import { useLanguage } from '../../../store/use-counter.ts';
import { shortAmount } from './short-amount.ts';

export const chartWidth = 560;
export const chartHeight = 200;
/** What the names at the sides need. */
export const edge = { left: 56, right: 8, top: 10, bottom: 26 } as const;

/** Amounts at the left, with a line across for each. */
export function AmountAxis({ scale }: { readonly scale: ScaleLinear<number, number> }) {
  const language = useLanguage();
  return (
    <g className="chart-axis">
      {scale.ticks(4).map((tick) => (
        <g key={tick} transform={`translate(0 ${scale(tick)})`}>
          <line x1={edge.left} x2={chartWidth - edge.right} />
          <text x={edge.left - 8} dy="0.32em" textAnchor="end">
            {shortAmount(tick, language)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface NameAxisProps {
  readonly names: readonly { readonly name: string; readonly x: number }[];
}

const mostNames = 8;

/** Names below, as many as there is room for. */
export function NameAxis({ names }: NameAxisProps) {
  const every = Math.ceil(names.length / mostNames);
  return (
    <g className="chart-axis">
      {names
        .filter((_name, at) => at % every === 0)
        .map(({ name, x }) => (
          <text key={`${name} ${x}`} x={x} y={chartHeight - 8} textAnchor="middle">
            {name}
          </text>
        ))}
    </g>
  );
}
