import { describe, expect, it } from 'vitest';
import { named } from '../crash/disk/why-not.ts';

/**
 * Whether tests that cannot be tried on this machine may be left out: by hand, and where the system is another one. A
 * build server on Linux has, or gets, all that they need.
 */
export const mayBeLeftOut = (
  { CI }: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean => platform !== 'linux' || CI === undefined || CI === '' || CI === 'false';

/**
 * Describes tests that need something of the machine. Where it is missing they are skipped, with the reason in their
 * name; on a build server they fail.
 *
 * @param whyNot why they cannot be tried here; undefined: they can.
 */
export function describeWhere(whyNot: string | undefined, name: string, tests: () => void): void {
  if (whyNot === undefined) describe(name, tests);
  else if (mayBeLeftOut()) describe.skip(named(name, whyNot), tests);
  else describe(name, () => it('can be tried on this machine', () => expect.fail(whyNot)));
}
