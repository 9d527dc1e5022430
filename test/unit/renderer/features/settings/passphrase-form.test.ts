import { describe, expect, it } from 'vitest';
import {
  emptyPassphraseForm,
  readPassphraseForm,
  sentPin,
} from '../../../../../renderer/features/settings/passphrase-form.ts';

const words = 'lima kata yang acak';
const typed = { ...emptyPassphraseForm, next: words, again: words };

describe('the form of a passphrase', () => {
  it('sends the new one, and what else is asked for', () => {
    expect(readPassphraseForm(typed, { current: false, pin: false })).toEqual({
      ok: true,
      value: { current: null, next: words, pin: null },
    });
    const whole = { ...typed, current: 'yang lama', pin: '135790' };
    expect(readPassphraseForm(whole, { current: true, pin: true })).toEqual({
      ok: true,
      value: { current: 'yang lama', next: words, pin: '135790' },
    });
  });

  it('sends nothing while it is short, mistyped, or something is missing', () => {
    const faults = (form: typeof typed) => readPassphraseForm(form, { current: true, pin: true });
    expect(faults(typed)).toEqual({ ok: false, error: ['current', 'pin'] });
    expect(faults({ ...typed, current: 'x', pin: '1234', next: 'sembilan.', again: 'sembilan.' })).toEqual({
      ok: false,
      error: ['next'],
    });
    expect(faults({ ...typed, current: 'x', pin: '1234', again: 'lain' })).toEqual({
      ok: false,
      error: ['again'],
    });
  });

  it('sends a PIN only where one is asked for and it can be one', () => {
    expect(sentPin('135790', true)).toBe('135790');
    expect(sentPin('135790', false)).toBeNull();
    expect(sentPin('abc', true)).toBeNull();
  });
});
