/** A line one can choose. */
export interface ChooseRow<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** What else it is found by, such as its code. */
  readonly also: string;
  readonly isCurrent: boolean;
  /** The digit that chooses it at once. */
  readonly digit?: string;
}

const plain = (text: string): string => text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** How well a text fits: a name that begins with what was typed goes before one that holds it somewhere. */
function fit(row: ChooseRow<string>, words: readonly string[]): number {
  const name = plain(row.name);
  const all = `${name} ${plain(row.also)}`;
  if (!words.every((word) => all.includes(word))) return 0;
  const [first = ''] = words;
  if (name.startsWith(first)) return 3;
  return name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(first)) ? 2 : 1;
}

/** The rows that hold every word typed, the likeliest first; else in their own order. */
export function filterRows<Id extends string>(
  rows: readonly ChooseRow<Id>[],
  typed: string,
): readonly ChooseRow<Id>[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows
    .map((row) => ({ row, fits: fit(row, words) }))
    .filter(({ fits }) => fits > 0)
    .toSorted((a, b) => b.fits - a.fits)
    .map(({ row }) => row);
}
