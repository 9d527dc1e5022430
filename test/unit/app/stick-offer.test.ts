import { describe, expect, it } from 'vitest';
import { createStickOffer } from '../../../electron/app/stick-offer.ts';
import type { ProvisionFile, ProvisionFound } from '../../../electron/settings/settings.ts';
import { err, ok } from '../../../shared/result.ts';

const at = (path: string, kind: ProvisionFound['kind']): ProvisionFile => ({
  path,
  read: () =>
    kind === 'pending'
      ? { kind, provision: { version: 1 } }
      : kind === 'refused'
        ? { kind, fault: { code: 'not-json', where: '' } }
        : { kind },
  prepare: () => err('file-not-written'),
});

function bench(files: readonly ProvisionFile[], { mayRestart = true, hasPin = true } = {}) {
  const restarts: string[] = [];
  const offer = createStickOffer({
    onSticks: () => Promise.resolve(files),
    ownerPin: {
      check: (pin) =>
        Promise.resolve(!hasPin ? err('no-pin') : pin === '1234' ? ok(undefined) : err('wrong-pin')),
    },
    mayRestart: () => mayRestart,
    restartWith: (file) => void restarts.push(file),
    log: { fault: () => undefined, note: () => undefined },
  });
  return { offer, restarts };
}

describe('a provisioning file on a stick, at a counter that is somebody’s', () => {
  it('is offered where it has not been applied', async () => {
    expect(await bench([]).offer.look()).toBeNull();
    expect(await bench([at('/m/A', 'applied'), at('/m/B', 'pending')]).offer.look()).toBe('/m/B');
    expect(await bench([at('/m/A', 'refused')]).offer.look()).toBe('/m/A');
  });

  it('is taken on the owner’s word, by starting anew with it', async () => {
    const { offer, restarts } = bench([at('/m/A', 'pending')]);
    expect(await offer.take('/m/A', '1234')).toEqual(ok(undefined));
    expect(restarts).toEqual(['/m/A']);
  });

  it.each([
    ['by a wrong PIN', '/m/A', '9999', {}, 'wrong-pin'],
    ['where the owner has no PIN', '/m/A', '1234', { hasPin: false }, 'no-pin'],
    ['while a payment may be answered', '/m/A', '1234', { mayRestart: false }, 'payment-unresolved'],
    ['from anywhere but a stick', '/home/sari/provision.json', '1234', {}, 'stick-gone'],
  ])('is not taken %s', async (_when, file, pin, options, code) => {
    const { offer, restarts } = bench([at('/m/A', 'pending')], options);
    expect(await offer.take(file, pin)).toEqual(err({ code }));
    expect(restarts).toEqual([]);
  });
});
