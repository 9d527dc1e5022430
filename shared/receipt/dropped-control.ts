/** A kind of control that was left out, and how often: `ESC p`, `GS V`, `NUL`, `U+202E`. */
export interface DroppedControl {
  readonly name: string;
  readonly count: number;
}

/** One entry a name, in the order of first appearance. */
export function countByName(names: Iterable<string>): readonly DroppedControl[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
