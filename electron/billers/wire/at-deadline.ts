import type { Posting } from './post.ts';
import type { Deadlines } from './route.ts';

/** Calls `onLate` when no byte of the answer has come by `firstByte`, or not all of it by `whole`. Ends with `stop`. */
export function atDeadline(
  posting: Posting,
  { firstByte, whole }: Deadlines,
  onLate: () => void,
): { stop(): void } {
  const stop = (): void => {
    clearTimeout(begin);
    clearTimeout(end);
  };
  const late = (): void => {
    stop();
    onLate();
  };
  const begin = setTimeout(() => posting.hasBegun() || late(), firstByte);
  const end = setTimeout(late, whole);
  return { stop };
}
