import type { RequestInput } from '../../../shared/contract/contract.ts';
import { vaultPassphraseSchema } from '../../../shared/contract/vault.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { pinSchema } from '../../../shared/settings.ts';

/** A passphrase as it is typed: the one that stands, the new one twice, since nobody sees it, and the owner's PIN. */
export interface PassphraseForm {
  readonly current: string;
  readonly next: string;
  readonly again: string;
  readonly pin: string;
}

export type PassphraseField = keyof PassphraseForm;

export const emptyPassphraseForm: PassphraseForm = { current: '', next: '', again: '', pin: '' };

/** What is asked for besides the new passphrase. */
export interface AskedFor {
  readonly current: boolean;
  readonly pin: boolean;
}

/** A PIN as it is sent; `null` where none is asked for. What cannot be one is no PIN of anybody's. */
export const sentPin = (typed: string, asks: boolean): string | null => {
  const pin = pinSchema.safeParse(typed);
  return asks && pin.success ? pin.data : null;
};

/** What is sent to main, or the fields that keep it from being sent. */
export function readPassphraseForm(
  { current, next, again, pin }: PassphraseForm,
  asked: AskedFor,
): Result<RequestInput<'setPassphrase'>, readonly PassphraseField[]> {
  const faults: PassphraseField[] = [];
  if (asked.current && current === '') faults.push('current');
  if (!vaultPassphraseSchema.safeParse(next).success) faults.push('next');
  else if (again !== next) faults.push('again');
  if (asked.pin && sentPin(pin, true) === null) faults.push('pin');
  return faults.length > 0
    ? err(faults)
    : ok({ current: asked.current ? current : null, next, pin: sentPin(pin, asked.pin) });
}
