import { describe, expect, it } from 'vitest';
import { emptyPinForm, readPinForm } from '../../../../../renderer/features/settings/pin-form.ts';

describe('the form of the owner’s PIN', () => {
  it('asks for the standing one only where there is one', () => {
    const form = { current: '1111', next: '2468', again: '2468' };
    expect(readPinForm(form, true)).toEqual({ ok: true, value: { current: '1111', next: '2468' } });
    expect(readPinForm(form, false)).toEqual({ ok: true, value: { current: null, next: '2468' } });
    expect(readPinForm({ ...form, current: '' }, true)).toEqual({ ok: false, error: ['current'] });
  });

  it('takes a new one only if it was typed the same twice', () => {
    expect(readPinForm({ ...emptyPinForm, next: '2468', again: '2486' }, false)).toEqual({
      ok: false,
      error: ['again'],
    });
  });

  it.each(['', '123', '1234567890123', '12a4', '１２３４', ' 1234'])('takes %j for no PIN', (next) => {
    expect(readPinForm({ ...emptyPinForm, next, again: next }, false)).toEqual({
      ok: false,
      error: ['next'],
    });
  });
});
