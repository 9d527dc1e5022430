/** The columns of the rulers on the test page: the longest that stays on one line tells the paper's width. */
export const rulers = { A: [32, 33, 42, 48], B: [40, 42, 56, 64] } as const;

/** A ruler of so many columns: every tenth column is told by its number, and the last one by a bar. */
export function ruler(columns: number): string {
  const marks = Array.from({ length: columns }, (_, index) => {
    const column = index + 1;
    if (column % 10 === 0) return String((column / 10) % 10);
    return column % 5 === 0 ? '+' : '-';
  });
  marks[columns - 1] = '|';
  const words = `${columns} `;
  return words + marks.slice(words.length).join('');
}
