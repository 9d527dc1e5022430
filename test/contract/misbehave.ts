import type { Fault } from './faults/fault.ts';
import type { ScriptedCounter } from './scripted-counter.ts';
import type { FormCall } from './wire-forms.ts';

/** Lets the biller of a counter misbehave at the next request of a call. */
export function misbehave(counter: ScriptedCounter, call: FormCall, { misdeed }: Fault): void {
  if (misdeed.when === 'first-byte') counter.server.interrupt(misdeed.act);
  else counter.answer(call, misdeed.act);
}
