const most = 3;
const withinMs = 60_000;

/**
 * Whether a page that broke off is loaded anew: three times a minute. One that breaks off more often would do so for ever, and
 * nobody could read what it says.
 *
 * @param now milliseconds of a clock that only goes forward.
 */
export function createReloadLimit(now: () => number): () => boolean {
  let reloads: readonly number[] = [];
  return () => {
    const at = now();
    const recent = reloads.filter((each) => at - each < withinMs);
    if (recent.length >= most) return false;
    reloads = [...recent, at];
    return true;
  };
}
