import { describe, expect, it } from 'vitest';
import { createOwnerPin, type OwnerPin } from '../../../electron/app/owner-pin.ts';
import { createPinGuesses } from '../../../electron/app/pin-guesses.ts';
import { waitAfter } from '../../../shared/guess-wait.ts';
import { fakeDisk } from './billers-to-set-up.ts';
import { fakeClock } from './fake-clock.ts';

const second = 1000;
const minute = 60 * second;
const done = { ok: true, value: undefined };
const refused = (error: string) => ({ ok: false, error });

function bench() {
  const disk = fakeDisk();
  const clock = fakeClock();
  const faults: string[] = [];
  const log = { fault: (what: string) => void faults.push(what), note: () => undefined };
  /** The program as it starts: what is only in memory is gone. */
  const start = (): OwnerPin => {
    const guesses = createPinGuesses({ store: disk.store, clock, log });
    return createOwnerPin({ store: disk.store, guesses, log });
  };
  return { disk, clock, faults, start };
}

/** A counter whose PIN is 4711. */
async function withPin() {
  const all = bench();
  const pin = all.start();
  expect(await pin.set(null, '4711')).toEqual(done);
  return { ...all, pin };
}

async function guessWrong(pin: OwnerPin, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) expect(await pin.check(`000${n}`)).toEqual(refused('wrong-pin'));
}

describe('the owner’s PIN', () => {
  it('is not there until somebody sets it', async () => {
    const pin = bench().start();
    expect(pin.hasPin()).toBe(false);
    expect(await pin.check('4711')).toEqual(refused('no-pin'));
  });

  it('is right, and no other is', async () => {
    const { pin } = await withPin();
    expect(pin.hasPin()).toBe(true);
    expect(await pin.check('4711')).toEqual(done);
    for (const wrong of ['4712', '471', '47110', '04711', '', '4711 ']) {
      expect(await pin.check(wrong)).toEqual(refused('wrong-pin'));
      expect(await pin.check('4711')).toEqual(done);
    }
  });

  it('is kept for the next start, and stands nowhere', async () => {
    const { disk, start } = bench();
    expect(await start().set(null, '471182093657')).toEqual(done);
    expect(await start().check('471182093657')).toEqual(done);
    const written = JSON.stringify(disk.moments);
    expect(written).not.toContain('471182093657');
    expect(written).not.toContain(Buffer.from('471182093657').toString('base64'));
  });

  it('is kept differently each time', async () => {
    const [one, two] = [await withPin(), await withPin()];
    expect(one.disk.settings().pin?.salt).not.toBe(two.disk.settings().pin?.salt);
    expect(one.disk.settings().pin?.hash).not.toBe(two.disk.settings().pin?.hash);
  });

  it('is never less than four digits or more than twelve', async () => {
    const { start, disk } = bench();
    for (const bad of ['', '123', '1234567890123', '12a4', ' 1234']) {
      await expect(start().set(null, bad)).rejects.toThrow();
    }
    expect(disk.moments).toEqual([]);
  });

  it('that cannot be written is not set, and that is told', async () => {
    const { start, disk, faults } = bench();
    disk.failAfter(0);
    const pin = start();
    expect(await pin.set(null, '4711')).toEqual(refused('file-not-written'));
    expect(pin.hasPin()).toBe(false);
    expect(faults).toHaveLength(1);
  });
});

describe('changing the owner’s PIN', () => {
  it('asks for the one that stands', async () => {
    const { pin } = await withPin();
    expect(await pin.set(null, '1234')).toEqual(refused('wrong-pin'));
    expect(await pin.set('0000', '1234')).toEqual(refused('wrong-pin'));
    expect(await pin.check('4711')).toEqual(done);
    expect(await pin.set('4711', '1234')).toEqual(done);
    expect(await pin.check('1234')).toEqual(done);
    expect(await pin.check('4711')).toEqual(refused('wrong-pin'));
  });

  it('gives no more guesses than checking it', async () => {
    const { pin } = await withPin();
    for (let n = 0; n < 3; n += 1) expect(await pin.set('0000', '1234')).toEqual(refused('wrong-pin'));
    expect(await pin.set('4711', '1234')).toEqual(refused('pin-locked'));
    expect(await pin.check('4711')).toEqual(refused('pin-locked'));
  });

  it('by two at once has one set it and the other be wrong', async () => {
    const pin = bench().start();
    const both = await Promise.all([pin.set(null, '1111'), pin.set(null, '2222')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(refused('wrong-pin'));
    const [first] = both;
    expect(await pin.check(first.ok ? '1111' : '2222')).toEqual(done);
  });
});

describe('guessing the owner’s PIN', () => {
  it('waits longer and longer, and never longer than a quarter of an hour', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 1000].map(waitAfter);
    expect(waits).toEqual([0, 0, 0, 30 * second, minute, 5 * minute, 15 * minute, 15 * minute, 15 * minute]);
  });

  it('is over after three, until the wait is', async () => {
    const { pin, clock } = await withPin();
    await guessWrong(pin, 3);
    expect(await pin.check('4711')).toEqual(refused('pin-locked'));
    clock.pass(30 * second - 1);
    expect(await pin.check('4711')).toEqual(refused('pin-locked'));
    clock.pass(1);
    expect(await pin.check('4711')).toEqual(done);
  });

  it('once more after the wait brings a longer one', async () => {
    const { pin, clock } = await withPin();
    await guessWrong(pin, 3);
    for (const wait of [30 * second, minute, 5 * minute, 15 * minute]) {
      clock.pass(wait - 1);
      expect(await pin.check('4711')).toEqual(refused('pin-locked'));
      clock.pass(1);
      await guessWrong(pin, 1);
    }
  });

  it('is forgotten with a right one', async () => {
    const { pin, disk } = await withPin();
    await guessWrong(pin, 2);
    expect(await pin.check('4711')).toEqual(done);
    expect(disk.settings().pin?.failures).toBe(0);
    await guessWrong(pin, 2);
    expect(await pin.check('4711')).toEqual(done);
  });

  it('does not go on because the PC’s clock was set', async () => {
    const { pin, clock } = await withPin();
    await guessWrong(pin, 3);
    clock.step(365 * 24 * 60 * minute);
    expect(await pin.check('4711')).toEqual(refused('pin-locked'));
  });

  it('gets nothing from starting the program anew: the whole wait begins again', async () => {
    const { pin, clock, start } = await withPin();
    await guessWrong(pin, 3);
    clock.pass(29 * second);
    const anew = start();
    expect(await anew.check('4711')).toEqual(refused('pin-locked'));
    clock.pass(30 * second - 1);
    expect(await anew.check('4711')).toEqual(refused('pin-locked'));
    clock.pass(1);
    expect(await anew.check('4711')).toEqual(done);
  });

  it('gets no more than three by starting the program anew before each', async () => {
    const { start } = await withPin();
    for (let n = 0; n < 3; n += 1) await guessWrong(start(), 1);
    expect(await start().check('4711')).toEqual(refused('pin-locked'));
  });

  it('gets nothing from killing the program before it answers: a guess counts before it is looked at', async () => {
    const { pin, disk } = await withPin();
    const unanswered = pin.check('0000');
    expect(disk.settings().pin?.failures).toBe(1);
    await unanswered;
  });

  it('gets no more than three by asking many at once', async () => {
    const { pin } = await withPin();
    const guesses = ['0000', '0001', '0002', '4711', '0004'];
    const answers = await Promise.all(guesses.map((guess) => pin.check(guess)));
    expect(answers.map((each) => (each.ok ? 'ok' : each.error))).toEqual([
      'wrong-pin',
      'wrong-pin',
      'wrong-pin',
      'pin-locked',
      'pin-locked',
    ]);
  });

  it('is counted in memory where the disk is full', async () => {
    const { pin, disk, faults } = await withPin();
    disk.failAfter(0);
    await guessWrong(pin, 3);
    expect(await pin.check('4711')).toEqual(refused('pin-locked'));
    expect(faults).toHaveLength(3);
  });
});
