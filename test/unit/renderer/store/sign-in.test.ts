import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signInKey } from '../../../../renderer/features/sign-in/sign-in-key.ts';
import { createSignIn, isLocked } from '../../../../renderer/store/sign-in.ts';
import type { LoketBridge, RequestInput, RequestResult } from '../../../../shared/contract/contract.ts';
import { err, ok } from '../../../../shared/result.ts';
import { staffIdSchema, type StaffMember } from '../../../../shared/staff/staff.ts';

const person = (n: number, name: string): StaffMember => ({
  id: staffIdSchema.parse(`0000000${n}`),
  name,
  role: 'cashier',
});
const sari = person(1, 'Sari');
const budi = person(2, 'Budi');

function bench(people: readonly StaffMember[] = [sari, budi], known: readonly StaffMember[] | null = null) {
  const asked: RequestInput<'signIn'>[] = [];
  const changed: RequestInput<'changeStaff'>[] = [];
  const answers = { next: ok(undefined) as RequestResult<'signIn'>, listed: people };
  let release: (() => void) | undefined;
  const bridge: Pick<LoketBridge, 'staff' | 'signIn' | 'changeStaff'> = {
    staff: () => Promise.resolve(ok(answers.listed)),
    async signIn(input) {
      asked.push(input);
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return answers.next;
    },
    changeStaff(input) {
      changed.push(input);
      return Promise.resolve(ok(answers.listed));
    },
  };
  const signIn = createSignIn(bridge, known);
  return { signIn, asked, changed, answers, answer: () => release?.(), view: () => signIn.store.getState() };
}

describe('signing in', () => {
  it('begins with the names as they were last, and keeps what was typed for one who is still there', async () => {
    const { signIn, answers, view } = bench([sari, budi], [sari, budi]);
    expect(view().people).toEqual([sari, budi]);
    signIn.choose(budi.id);
    signIn.type('47');
    answers.listed = [budi, person(3, 'Tono')];
    await signIn.fetch();
    expect(view()).toMatchObject({ people: answers.listed, chosen: budi.id, pin: '47' });
    answers.listed = [sari, person(3, 'Tono')];
    await signIn.fetch();
    expect(view()).toMatchObject({ chosen: null, pin: '' });
  });

  it('sends no digit that was typed for another: who alone is still there is asked anew', async () => {
    const { signIn, answers, view } = bench([sari, budi], [sari, budi]);
    signIn.choose(budi.id);
    signIn.type('47');
    answers.listed = [sari];
    await signIn.fetch();
    expect(view()).toMatchObject({ chosen: sari.id, pin: '' });
  });

  it('asks the PIN at once where one alone was there last', () => {
    expect(bench([sari], [sari]).view()).toMatchObject({ people: [sari], chosen: sari.id });
  });

  it('sends the name that was chosen and the digits that were typed, and keeps none of them', async () => {
    const { signIn, asked, answer, view } = bench();
    await signIn.fetch();
    signIn.choose(budi.id);
    for (const digit of '471a1') signIn.type(digit);
    const entered = signIn.submit();
    expect(view()).toMatchObject({ pin: '', isAsking: true });
    answer();
    await entered;
    expect(asked).toEqual([{ id: budi.id, pin: '4711' }]);
    expect(view()).toMatchObject({ chosen: null, pin: '', isAsking: false, problem: null });
  });

  it('asks once, however often Enter is pressed', async () => {
    const { signIn, asked, answer } = bench();
    await signIn.fetch();
    signIn.choose(budi.id);
    signIn.type('4711');
    const all = [signIn.submit(), signIn.submit(), signIn.submit()];
    answer();
    await Promise.all(all);
    expect(asked).toHaveLength(1);
  });

  it('keeps the name and says why, where the PIN is wrong', async () => {
    const { signIn, answers, answer, view } = bench();
    answers.next = err({ code: 'wrong-pin' });
    await signIn.fetch();
    signIn.choose(sari.id);
    signIn.type('0000');
    const entered = signIn.submit();
    answer();
    await entered;
    expect(view()).toMatchObject({ chosen: sari.id, pin: '', problem: 'wrong-pin' });
    signIn.type('1');
    expect(view()).toMatchObject({ pin: '1', problem: null });
  });

  it('asks nothing without a name, or with what cannot be a PIN', async () => {
    const { signIn, asked, view } = bench();
    await signIn.fetch();
    signIn.type('4711');
    expect(view().pin).toBe('');
    await signIn.submit();
    signIn.choose(sari.id);
    signIn.type('123');
    await signIn.submit();
    expect(asked).toEqual([]);
    signIn.type('4567890123456');
    expect(view().pin).toBe('123456789012');
  });

  it('takes the only name there is for chosen, and has none to go back to', async () => {
    const { signIn, view } = bench([sari]);
    await signIn.fetch();
    expect(view().chosen).toBe(sari.id);
    signIn.back();
    expect(view().chosen).toBe(sari.id);
  });

  it('forgets a name that is gone, and whatever a scanner typed', async () => {
    const { signIn, answers, view } = bench();
    await signIn.fetch();
    signIn.choose(budi.id);
    answers.listed = [sari, person(3, 'Wati')];
    await signIn.fetch();
    expect(view().chosen).toBeNull();
    signIn.choose(sari.id);
    signIn.type('51234567');
    signIn.dropScan();
    expect(view()).toMatchObject({ chosen: null, pin: '', problem: 'scanned' });
  });

  it('leaves name and role as they are where a forgotten PIN is set anew', async () => {
    const { signIn, changed } = bench();
    await signIn.fetch();
    expect(await signIn.renew('1234', '999999')).toBe('no-such-person');
    signIn.choose(budi.id);
    expect(await signIn.renew('1234', '999999')).toBeNull();
    expect(changed).toEqual([{ change: { kind: 'edit', ...budi, pin: '1234' }, approval: '999999' }]);
  });
});

describe('a locked screen', () => {
  it('is where people sign in and nobody has', () => {
    expect(isLocked(null)).toBe(false);
    expect(isLocked({ signsIn: false, present: null })).toBe(false);
    expect(isLocked({ signsIn: true, present: null })).toBe(true);
    expect(isLocked({ signsIn: true, present: sari })).toBe(false);
  });

  const press = (over: object) => ({ key: '', code: '', ctrl: false, alt: false, repeat: false, ...over });

  it('takes digits whatever Num Lock, Shift and Caps Lock make of them', () => {
    const means = (key: string, code: string) => signInKey(press({ key, code }), true, false);
    expect(means('End', 'Numpad1')).toEqual({ do: 'type', digit: '1' });
    expect(means('!', 'Digit1')).toEqual({ do: 'type', digit: '1' });
    expect(means('1', 'Numpad1')).toEqual({ do: 'type', digit: '1' });
    expect(means('7', '')).toEqual({ do: 'type', digit: '7' });
    expect(means('End', 'End')).toEqual({ do: 'nothing' });
  });

  it('chooses by the keys 1 to 9 while no name is chosen', () => {
    const means = (key: string) => signInKey(press({ key, code: `Digit${key}` }), false, false);
    expect(means('1')).toEqual({ do: 'choose', index: 0 });
    expect(means('9')).toEqual({ do: 'choose', index: 8 });
    expect(means('0')).toEqual({ do: 'nothing' });
  });

  it('leaves no key to anything else but Tab, and Enter and Space to a button', () => {
    const keys = fc.record({
      key: fc.oneof(
        fc.constantFrom('Tab', 'Enter', ' ', 'Escape', 'Backspace', 'F1', 'F5', '?', 'p', 'ArrowDown'),
        fc.string({ maxLength: 2 }),
      ),
      code: fc.constantFrom('', 'KeyP', 'Digit4', 'Numpad0', 'Enter', 'F1'),
      ctrl: fc.boolean(),
      alt: fc.boolean(),
      repeat: fc.boolean(),
    });
    fc.assert(
      fc.property(keys, fc.boolean(), fc.boolean(), (key, hasChosen, isOnButton) => {
        const meant = signInKey(key, hasChosen, isOnButton);
        if (meant.do === 'leave')
          expect(key.key === 'Tab' || (isOnButton && ['Enter', ' '].includes(key.key))).toBe(true);
        if ((key.ctrl || key.alt) && key.key !== 'Tab') expect(meant).toEqual({ do: 'nothing' });
      }),
    );
  });
});
