import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStaffRequests } from '../../../electron/app/staff-requests.ts';
import { ok } from '../../../shared/result.ts';
import { instant } from '../../../shared/time.ts';
import { family, minute, ownersPin, pins, startOn, warung, type StaffBench } from './staff-bench.ts';

const refused = (code: string) => ({ ok: false, error: { code } });
const signIn = (bench: StaffBench, name: 'Sari' | 'Budi' | 'Wati') =>
  bench.attendance.signIn(bench.person(name).id, pins[name]);
const stands = ({ attendance, counter }: StaffBench) => {
  const { signsIn, present } = counter.state();
  expect({ signsIn, present }).toEqual({ signsIn: attendance.signsIn(), present: attendance.present() });
  return { signsIn, present: present?.name ?? null };
};

/** A counter that locks after ten minutes, with Sari at it. */
async function withSari(minutes = 10) {
  const bench = await warung();
  bench.shop.lockAfterMinutes = minutes;
  expect(await signIn(bench, 'Sari')).toEqual(ok(undefined));
  await Promise.resolve();
  return bench;
}

describe('who is at the counter', () => {
  it('is nobody where nobody signs in, and nothing is in the way of a sale', async () => {
    const bench = await family();
    expect(stands(bench)).toEqual({ signsIn: false, present: null });
    expect(bench.attendance.person()).toBeNull();
    expect(bench.attendance.hindrance()).toBeUndefined();
  });

  it('is nobody at the start where there is staff, and nothing is sold', async () => {
    const bench = await warung();
    await signIn(bench, 'Sari');
    const anew = startOn(bench.disk, bench.clock);
    expect(stands(anew)).toEqual({ signsIn: true, present: null });
    expect(anew.attendance.hindrance()).toBe('signed-out');
  });

  it('is whoever signed in last, by their own PIN and by no other', async () => {
    const bench = await warung();
    for (const pin of [pins.Budi, pins.Wati, ownersPin])
      expect((await bench.attendance.signIn(bench.person('Sari').id, pin)).ok).toBe(false);
    expect(stands(bench).present).toBeNull();
    bench.clock.pass(minute);
    expect(await signIn(bench, 'Sari')).toEqual(ok(undefined));
    expect(bench.attendance.person()).toBe('Sari');
    expect(bench.attendance.hindrance()).toBeUndefined();
    await bench.attendance.signIn(bench.person('Budi').id, pins.Sari);
    expect(bench.attendance.person()).toBe('Sari');
    await signIn(bench, 'Budi');
    expect(stands(bench)).toEqual({ signsIn: true, present: 'Budi' });
  });

  it('is gone with the lock, and with being removed; and has the name and the role of now', async () => {
    const bench = await withSari();
    const { id } = bench.person('Sari');
    expect(bench.attendance.lock()).toEqual(ok(undefined));
    expect(stands(bench).present).toBeNull();
    expect(bench.attendance.lock()).toEqual(ok(undefined));
    await signIn(bench, 'Sari');
    await bench.change({ kind: 'edit', id, name: 'Sari Dewi', role: 'supervisor', pin: null });
    expect(bench.counter.state().present).toEqual({ id, name: 'Sari Dewi', role: 'supervisor' });
    await bench.change({ kind: 'remove', id });
    expect(stands(bench)).toEqual({ signsIn: true, present: null });
    expect(bench.attendance.hindrance()).toBe('signed-out');
  });

  it('is nobody and everybody once the last one is removed', async () => {
    const bench = await withSari();
    for (const { id } of bench.staff.list()) await bench.change({ kind: 'remove', id });
    expect(stands(bench)).toEqual({ signsIn: false, present: null });
    expect(bench.attendance.hindrance()).toBeUndefined();
  });

  it('stays while a payment is made, whoever wants in, out or off the list', async () => {
    const bench = await withSari();
    await bench.paying('payment');
    const requests = createStaffRequests(bench.staff, bench.attendance);
    const { id } = bench.person('Budi');
    expect(await requests.signIn({ id, pin: pins.Budi })).toEqual(refused('busy'));
    expect(await requests.lock(undefined)).toEqual(refused('busy'));
    const remove = { kind: 'remove', id: bench.person('Sari').id } as const;
    expect(await requests.changeStaff({ change: remove, approval: ownersPin })).toEqual(refused('busy'));
    expect(bench.attendance.person()).toBe('Sari');
    await bench.paying(null);
    expect(await requests.lock(undefined)).toEqual(ok(undefined));
  });

  it('stays also where the payment began while a PIN was looked at', async () => {
    const bench = await withSari();
    const coming = signIn(bench, 'Budi');
    const leaving = bench.change({ kind: 'remove', id: bench.person('Sari').id });
    await bench.paying('payment');
    expect(await coming).toEqual(refused('busy'));
    expect(await leaving).toEqual(refused('busy'));
    expect(bench.attendance.person()).toBe('Sari');
  });

  it('sells nothing without a shift where the drawer is kept, and is asked to sign in before that', async () => {
    const bench = await warung();
    bench.shop.keepsTill = true;
    expect(bench.attendance.hindrance()).toBe('signed-out');
    await signIn(bench, 'Sari');
    expect(bench.attendance.hindrance()).toBe('no-shift');
    bench.drawer.isOpen = true;
    expect(bench.attendance.hindrance()).toBeUndefined();
  });

  it('sells on the shop’s day', async () => {
    const bench = await family();
    Object.assign(bench.shop, { day: { zone: 'WIT', cutMinutes: 120 } });
    // 23:30 in Jayapura, and half past one of the next night there.
    expect(bench.attendance.dayOf(instant(Date.UTC(2026, 10, 28, 14, 30)))).toBe('2026-11-28');
    expect(bench.attendance.dayOf(instant(Date.UTC(2026, 10, 28, 16, 30)))).toBe('2026-11-28');
    expect(bench.attendance.dayOf(instant(Date.UTC(2026, 10, 28, 17, 0)))).toBe('2026-11-29');
  });
});

describe('the lock by itself', () => {
  it('comes after the time without a touch, and every touch begins it anew', async () => {
    const bench = await withSari(10);
    bench.timers.pass(9 * minute);
    bench.touch();
    bench.timers.pass(10 * minute - 1);
    expect(bench.attendance.person()).toBe('Sari');
    bench.timers.pass(1);
    expect(stands(bench)).toEqual({ signsIn: true, present: null });
    expect(bench.timers.count()).toBe(0);
  });

  it('never comes where it is not wanted, nor where nobody is signed in', async () => {
    const bench = await withSari(0);
    bench.timers.pass(24 * 60 * minute);
    expect(bench.attendance.person()).toBe('Sari');
    bench.shop.lockAfterMinutes = 10;
    bench.attendance.lock();
    await Promise.resolve();
    expect(bench.timers.count()).toBe(0);
  });

  it('goes by what is set now', async () => {
    const bench = await withSari(60);
    bench.shop.lockAfterMinutes = 2;
    bench.counter.change({ sounds: true });
    await Promise.resolve();
    bench.timers.pass(2 * minute);
    expect(bench.attendance.person()).toBeNull();
  });

  it('does not come while a payment is made, and leaves what came of it in view as long as anything', async () => {
    const bench = await withSari(1);
    bench.timers.pass(minute - 1);
    await bench.paying('payment');
    bench.timers.pass(5 * minute);
    expect(bench.attendance.person()).toBe('Sari');
    await bench.paying(null);
    bench.timers.pass(minute - 1);
    expect(bench.attendance.person()).toBe('Sari');
    bench.timers.pass(1);
    expect(bench.attendance.person()).toBeNull();
  });

  it('does not go by the PC’s clock', async () => {
    const bench = await withSari(10);
    bench.clock.step(365 * 24 * 60 * minute);
    bench.timers.pass(9 * minute);
    expect(bench.attendance.person()).toBe('Sari');
    bench.clock.step(-2 * 365 * 24 * 60 * minute);
    bench.timers.pass(minute);
    expect(bench.attendance.person()).toBeNull();
  });

  it('comes exactly that long after the last touch or payment, whatever happens before', async () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 3 * minute }) }),
        fc.constant({ kind: 'touch' as const }),
        fc.constant({ kind: 'begin' as const }),
        fc.constant({ kind: 'end' as const }),
      ),
      { maxLength: 12 },
    );
    const bench = await withSari(2);
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        await bench.paying(null);
        bench.clock.pass(60 * minute);
        await signIn(bench, 'Sari');
        await Promise.resolve();
        let quietSince = bench.clock.monotonicMs();
        let isPaying = false;
        let wasPaying = false;
        let isIn = true;
        for (const step of script) {
          if (step.kind === 'pass') {
            bench.timers.pass(step.ms);
            if (!isPaying && bench.clock.monotonicMs() - quietSince >= 2 * minute) isIn = false;
          } else if (step.kind === 'touch') bench.touch();
          else {
            // oxlint-disable-next-line eslint/no-await-in-loop
            await bench.paying(step.kind === 'begin' ? 'payment' : null);
            isPaying = step.kind === 'begin';
          }
          if (step.kind === 'touch' || isPaying || wasPaying) quietSince = bench.clock.monotonicMs();
          wasPaying = isPaying;
          expect(bench.attendance.person()).toBe(isIn ? 'Sari' : null);
        }
      }),
      { numRuns: 25 },
    );
  });
});
