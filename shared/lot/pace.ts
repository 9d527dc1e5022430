/**
 * How long the rest will take by the pace of this run, in whole ms; `null` before the first is done, and when none is left.
 */
export function timeLeft(done: number, total: number, elapsedMs: number): number | null {
  if (done <= 0 || done >= total || elapsedMs < 0) return null;
  return Math.round((elapsedMs / done) * (total - done));
}
