import { describe, expect, it } from 'vitest';
import { pinSchema } from '../../../shared/settings.ts';
import { mostStaff, staffIdSchema } from '../../../shared/staff/staff.ts';
import { fakeDisk } from './billers-to-set-up.ts';
import { family, minute, ownersPin, pins, startOn, warung, type StaffBench } from './staff-bench.ts';
import { fakeClock } from './fake-clock.ts';

const refused = (code: string) => ({ ok: false, error: { code } });
const sign = (bench: StaffBench, name: string, pin: string) => bench.staff.check(bench.person(name).id, pin);
const guessAt = async (bench: StaffBench, name: string, times: number): Promise<void> => {
  for (let n = 0; n < times; n += 1) expect(await sign(bench, name, `800${n}`)).toEqual(refused('wrong-pin'));
};

describe('the staff', () => {
  it('is listed without anything of its PINs, which stand nowhere', async () => {
    const bench = await warung();
    expect(bench.staff.list().map(({ name, role }) => [name, role])).toEqual([
      ['Sari', 'cashier'],
      ['Budi', 'cashier'],
      ['Wati', 'supervisor'],
    ]);
    for (const member of bench.staff.list()) {
      expect(Object.keys(member).toSorted()).toEqual(['id', 'name', 'role']);
      expect(staffIdSchema.safeParse(member.id).success).toBe(true);
    }
    const long = '918273645546';
    await bench.change({ kind: 'add', name: 'Tono', role: 'cashier', pin: long });
    expect(JSON.stringify(bench.disk.moments)).not.toContain(long);
    expect(bench.told.join(' ')).not.toContain(long);
  });

  it('needs an owner’s PIN first', async () => {
    const bench = startOn(fakeDisk(), fakeClock());
    const added = await bench.change({ kind: 'add', name: 'Sari', role: 'supervisor', pin: '1111' }, '1111');
    expect(added).toEqual(refused('no-owner-pin'));
    expect(bench.staff.list()).toEqual([]);
  });

  it('is changed on the word of the owner or of a supervisor, and of no cashier', async () => {
    const bench = await warung();
    const tono = { kind: 'add', name: 'Tono', role: 'cashier', pin: '3333' } as const;
    expect(await bench.change(tono, pins.Sari)).toEqual(refused('wrong-pin'));
    expect(bench.staff.list()).toHaveLength(3);
    expect((await bench.change(tono, pins.Wati)).ok).toBe(true);
    expect((await bench.change({ ...tono, name: 'Tini' }, ownersPin)).ok).toBe(true);
    expect(bench.staff.list()).toHaveLength(5);
  });

  it('has no two people of one name, nor one that is called like the owner in the records', async () => {
    const bench = await warung();
    for (const name of ['Sari', 'sari', 'SARI', 'Sａri', 'Pemilik', 'pemilik'])
      expect(await bench.change({ kind: 'add', name, role: 'cashier', pin: '3333' })).toEqual(
        refused('name-taken'),
      );
    const { id, role } = bench.person('Budi');
    expect(await bench.change({ kind: 'edit', id, name: 'Sari', role, pin: null })).toEqual(
      refused('name-taken'),
    );
    expect((await bench.change({ kind: 'edit', id, name: 'BUDI', role, pin: null })).ok).toBe(true);
  });

  it('takes one name once, also when two add it at once', async () => {
    const bench = await family();
    const add = { kind: 'add', name: 'Sari', role: 'cashier', pin: '1111' } as const;
    const both = await Promise.all([bench.change(add), bench.change(add)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(bench.staff.list()).toHaveLength(1);
  });

  it('is never more than fit the screen', async () => {
    const bench = await warung();
    const [first] = bench.disk.settings().staff;
    if (first === undefined) throw new Error('nobody');
    const many = Array.from({ length: mostStaff }, (_, n) => ({
      ...first,
      id: staffIdSchema.parse(n.toString(16).padStart(8, '0')),
      name: `Orang ${n}`,
    }));
    bench.disk.store.save({ ...bench.disk.settings(), staff: many });
    expect(await bench.change({ kind: 'add', name: 'Satu Lagi', role: 'cashier', pin: '1234' })).toEqual(
      refused('too-many'),
    );
  });

  it('that cannot be written is not changed, and that is told', async () => {
    const bench = await warung();
    const before = bench.staff.list();
    bench.disk.failAfter(0);
    const done = await bench.change({ kind: 'remove', id: bench.person('Budi').id });
    expect(done).toEqual(refused('file-not-written'));
    expect(bench.staff.list()).toEqual(before);
  });

  it('keeps a PIN that is not set anew, and takes one that is', async () => {
    const bench = await warung();
    const { id, role } = bench.person('Sari');
    await bench.change({ kind: 'edit', id, name: 'Sari Dewi', role, pin: null });
    expect((await sign(bench, 'Sari Dewi', pins.Sari)).ok).toBe(true);
    await bench.change({ kind: 'edit', id, name: 'Sari Dewi', role, pin: '7777' });
    expect(await sign(bench, 'Sari Dewi', pins.Sari)).toEqual(refused('wrong-pin'));
    expect((await sign(bench, 'Sari Dewi', '7777')).ok).toBe(true);
  });

  it('lets nobody in who was removed, or has another PIN, while theirs was looked at', async () => {
    const bench = await warung();
    const { id, role } = bench.person('Sari');
    const { staff, ...others } = bench.disk.settings();
    const looking = sign(bench, 'Sari', pins.Sari);
    bench.disk.store.save({ ...others, staff: staff.filter((each) => each.id !== id) });
    expect(await looking).toEqual(refused('no-such-person'));
    bench.disk.store.save({ ...others, staff });
    await bench.change({ kind: 'edit', id, name: 'Sari', role, pin: '7777' });
    const changed = bench.disk.settings();
    bench.disk.store.save({ ...others, staff });
    const looked = sign(bench, 'Sari', pins.Sari);
    bench.disk.store.save(changed);
    expect(await looked).toEqual(refused('wrong-pin'));
  });
});

describe('guessing the PIN of one of the staff', () => {
  it('is over after three, for them alone', async () => {
    const bench = await warung();
    await guessAt(bench, 'Sari', 3);
    expect(await sign(bench, 'Sari', pins.Sari)).toEqual(refused('pin-locked'));
    expect((await sign(bench, 'Budi', pins.Budi)).ok).toBe(true);
    bench.clock.pass(minute / 2);
    expect((await sign(bench, 'Sari', pins.Sari)).ok).toBe(true);
  });

  it('gets nothing from asking many at once', async () => {
    const bench = await warung();
    const guesses = ['8000', '8001', '8002', pins.Sari, '8004'];
    const answers = await Promise.all(guesses.map((guess) => sign(bench, 'Sari', guess)));
    expect(answers.map((each) => (each.ok ? 'ok' : each.error.code))).toEqual([
      'wrong-pin',
      'wrong-pin',
      'wrong-pin',
      'pin-locked',
      'pin-locked',
    ]);
  });

  it('gets nothing from a restart, a kill before the answer, or another time on the PC’s clock', async () => {
    const bench = await warung();
    for (let n = 0; n < 3; n += 1) {
      const killed = startOn(bench.disk, bench.clock);
      const unanswered = killed.staff.check(bench.person('Sari').id, '8000');
      expect(bench.disk.settings().staff[0]?.pin.failures).toBe(n + 1);
      await unanswered;
    }
    const anew = startOn(bench.disk, bench.clock);
    expect(await sign(anew, 'Sari', pins.Sari)).toEqual(refused('pin-locked'));
    anew.clock.step(-365 * 24 * 60 * minute);
    expect(await sign(anew, 'Sari', pins.Sari)).toEqual(refused('pin-locked'));
    anew.clock.step(2 * 365 * 24 * 60 * minute);
    expect(await sign(anew, 'Sari', pins.Sari)).toEqual(refused('pin-locked'));
    anew.clock.pass(minute / 2);
    expect((await sign(anew, 'Sari', pins.Sari)).ok).toBe(true);
    expect(bench.disk.settings().staff[0]?.pin.failures).toBe(0);
  });

  it('begins anew with a PIN that is set anew', async () => {
    const bench = await warung();
    await guessAt(bench, 'Sari', 3);
    const { id, role } = bench.person('Sari');
    await bench.change({ kind: 'edit', id, name: 'Sari', role, pin: '7777' });
    expect((await sign(bench, 'Sari', '7777')).ok).toBe(true);
  });
});

describe('an approval', () => {
  it('is the owner’s or a supervisor’s, by name, and no cashier’s', async () => {
    const bench = await warung();
    expect(await bench.approve(ownersPin)).toEqual({ ok: true, value: { person: 'Pemilik' } });
    expect(await bench.approve(pins.Wati)).toEqual({ ok: true, value: { person: 'Wati' } });
    expect(await bench.approve(pins.Sari)).toEqual({ ok: false, error: 'wrong-pin' });
  });

  it('cannot be given where there is neither an owner’s PIN nor a supervisor', async () => {
    const bench = await warung();
    const { staff, ...others } = bench.disk.settings();
    bench.disk.store.save({ ...others, pin: null, staff: staff.filter(({ role }) => role === 'cashier') });
    expect(await bench.approve(ownersPin)).toEqual({ ok: false, error: 'no-pin' });
    expect(await startOn(fakeDisk(), fakeClock()).approve('1234')).toEqual({ ok: false, error: 'no-pin' });
  });

  it('is guessed at three times, however many supervisors there are', async () => {
    const bench = await warung();
    for (const [n, name] of ['Tono', 'Tini', 'Joko'].entries())
      await bench.change({ kind: 'add', name, role: 'supervisor', pin: `333${n}` });
    for (let n = 0; n < 3; n += 1)
      expect(await bench.approve(`800${n}`)).toEqual({ ok: false, error: 'wrong-pin' });
    for (const pin of [ownersPin, pins.Wati, '3330', '3331', '3332'])
      expect(await bench.approve(pin)).toEqual({ ok: false, error: 'pin-locked' });
    // Nor is there another way to guess at the same PINs.
    expect(await sign(bench, 'Wati', pins.Wati)).toEqual(refused('pin-locked'));
    expect(await bench.owner.check(ownersPin)).toEqual({ ok: false, error: 'pin-locked' });
  });

  it('gives a supervisor no fresh guesses at the owner’s PIN by their own', async () => {
    const bench = await warung();
    const outcomes: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const guess = await bench.approve(`800${n}`);
      outcomes.push(guess.ok ? 'ok' : guess.error);
      await bench.approve(pins.Wati);
    }
    // After three the owner's is not looked at any more, and whoever guesses is told so.
    expect(outcomes.slice(0, 3)).toEqual(['wrong-pin', 'wrong-pin', 'wrong-pin']);
    expect(await bench.owner.check(ownersPin)).toEqual({ ok: false, error: 'pin-locked' });
  });

  it('that is right takes back nothing but itself from the counts of the others', async () => {
    const bench = await warung();
    await bench.approve('8000');
    await bench.approve(pins.Wati);
    expect(bench.disk.settings().pin?.failures).toBe(1);
    expect(bench.disk.settings().staff.find(({ name }) => name === 'Wati')?.pin.failures).toBe(0);
    for (let n = 0; n < 20; n += 1) await bench.approve(pins.Wati);
    expect(bench.disk.settings().pin?.failures).toBe(1);
    expect((await bench.approve(ownersPin)).ok).toBe(true);
    expect(bench.disk.settings().pin?.failures).toBe(0);
  });
});

it('the PINs of these tests are PINs', () => {
  for (const pin of [ownersPin, ...Object.values(pins)]) expect(pinSchema.safeParse(pin).success).toBe(true);
});
