import { z } from '../zod.ts';

/** A released version: three numbers, as `package.json` has them. Nothing else is ever released. */
export const versionSchema = z.string().regex(/^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/);

/** Below 0 where `one` is older than `other`, above where it is newer. Both are of `versionSchema`. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
