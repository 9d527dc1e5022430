const minute = 60_000;

/** Milliseconds without a look at a PIN or a passphrase, after so many wrong ones in a row. */
export function waitAfter(failures: number): number {
  if (failures < 3) return 0;
  return [0.5 * minute, minute, 5 * minute][failures - 3] ?? 15 * minute;
}
