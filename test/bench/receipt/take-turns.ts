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
 * what slows the machine for a while slows them alike. What counts is time of the processor, which is not spent while
 * somebody else has it.
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

/** The clock costs some microseconds: one look for so many receipts is no hundredth of them. */
const receiptsALook = 32;

function rateOf({ run }: Contestant, forMs: number): number {
  const begun = processorMs();
  let made = 0;
  let now = begun;
  while (now - begun < forMs) {
    for (let each = 0; each < receiptsALook; each += 1) run();
    made += receiptsALook;
    now = processorMs();
  }
  return (made * 1000) / (now - begun);
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
