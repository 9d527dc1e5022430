/** Runs `work` after `ms` milliseconds, unless the answered function is called before. */
export function callLater(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
