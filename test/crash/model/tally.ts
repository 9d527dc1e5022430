/** How often everything occurred, so that it can be seen what the model went through. */
export interface Tally {
  add(kind: TallyKind, name: string): void;
  of(kind: TallyKind, name: string): number;
  all(kind: TallyKind): Readonly<Record<string, number>>;
}

const tallyKinds = ['command', 'step', 'actor', 'refusal', 'note'] as const;
/** `step`: a step of the table of transitions; `actor`: who made an event; `refusal`: what a request was refused by. */
export type TallyKind = (typeof tallyKinds)[number];

export function createTally(): Tally {
  const counts = new Map<string, number>();
  const prefix = (kind: TallyKind): string => `${kind} `;
  return {
    add: (kind, name) => void counts.set(prefix(kind) + name, (counts.get(prefix(kind) + name) ?? 0) + 1),
    of: (kind, name) => counts.get(prefix(kind) + name) ?? 0,
    all: (kind) =>
      Object.fromEntries(
        [...counts]
          .filter(([key]) => key.startsWith(prefix(kind)))
          .map(([key, count]) => [key.slice(prefix(kind).length), count] as const)
          .toSorted(([one], [other]) => one.localeCompare(other)),
      ),
  };
}
