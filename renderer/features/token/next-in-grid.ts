const steps: Readonly<Record<string, (columns: number) => number>> = {
  ArrowRight: () => 1,
  ArrowLeft: () => -1,
  ArrowDown: (columns) => columns,
  ArrowUp: (columns) => -columns,
};

/**
 * Which of `count` cells the focus goes to from cell `at` (-1: none has it yet). `null` where the key is not an arrow
 * or leads out of the grid.
 */
export function nextInGrid(key: string, at: number, count: number, columns: number): number | null {
  const step = steps[key];
  if (step === undefined || count === 0) return null;
  if (at < 0) return 0;
  const next = at + step(columns);
  return next >= 0 && next < count ? next : null;
}
