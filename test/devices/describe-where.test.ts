import { describe, expect, it } from 'vitest';
import { mayBeLeftOut } from './describe-where.ts';

describe('tests that this machine has not the tools for', () => {
  it('fail on a build server, and are left out by hand only', () => {
    expect(mayBeLeftOut({ CI: 'true' }, 'linux')).toBe(false);
    expect(mayBeLeftOut({ CI: '1' }, 'linux')).toBe(false);
    for (const CI of [undefined, '', 'false']) expect(mayBeLeftOut({ CI }, 'linux')).toBe(true);
  });

  it('are left out where the system is one that has no such tools', () => {
    for (const platform of ['win32', 'darwin'] as const)
      expect(mayBeLeftOut({ CI: 'true' }, platform)).toBe(true);
  });
});
