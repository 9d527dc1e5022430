export interface Contestant {
  readonly name: string;
  /** Makes one receipt. */
  readonly run: () => Uint8Array;
}

export interface Timing {
  readonly warmUpMs: number;
  /** How long one turn is. */
  readonly turnMs: number;
  readonly rounds: number;
}

/**
 * Receipts a second, a number for each round. In every round each contestant has one turn, and another one begins:
 * what slows the machine for a while slows them alike.
 */
export function takeTurns(
  contestants: readonly Contestant[],
  { warmUpMs, turnMs, rounds }: Timing,
): ReadonlyMap<Contestant, readonly number[]> {
  for (const contestant of contestants) rateOf(contestant, warmUpMs);
  const rates = new Map(contestants.map((contestant) => [contestant, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contestants.length;
    for (const contestant of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      rates.get(contestant)?.push(rateOf(contestant, turnMs));
    }
  }
  return rates;
}

/** Looking at the clock takes a hundredth of the quickest receipt, if it is done once for so many. */
const receiptsALook = 8;

function rateOf({ run }: Contestant, forMs: number): number {
  const begun = performance.now();
  let made = 0;
  let now = begun;
  while (now - begun < forMs) {
    for (let each = 0; each < receiptsALook; each += 1) run();
    made += receiptsALook;
    now = performance.now();
  }
  return (made * 1000) / (now - begun);
}
