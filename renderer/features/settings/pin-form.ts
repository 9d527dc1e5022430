import type { RequestInput } from '../../../shared/contract/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { pinSchema } from '../../../shared/settings.ts';

/** An owner's PIN as it is typed: the one that stands, and the new one twice, since nobody sees it. */
export interface PinForm {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

export type PinField = keyof PinForm;

export const emptyPinForm: PinForm = { current: '', next: '', again: '' };

const isPin = (typed: string): boolean => pinSchema.safeParse(typed).success;

/** What is sent to main, or the fields that keep it from being sent. */
export function readPinForm(
  { current, next, again }: PinForm,
  hasPin: boolean,
): Result<RequestInput<'setPin'>, readonly PinField[]> {
  const faults: PinField[] = [];
  if (hasPin && !isPin(current)) faults.push('current');
  if (!isPin(next)) faults.push('next');
  else if (again !== next) faults.push('again');
  return faults.length > 0 ? err(faults) : ok({ current: hasPin ? current : null, next });
}
