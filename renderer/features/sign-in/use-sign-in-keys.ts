import { useLayoutEffect } from 'react';
import { reportBug } from '../../report-bug.ts';
import type { SignIn } from '../../store/sign-in.ts';
import { enterFrom, type Stroke } from '../keys/key-bursts.ts';
import { signInKey } from './sign-in-key.ts';

const keptStrokes = 64;

/** Takes every key while the counter is locked: none reaches what lies behind. */
export function useSignInKeys(signIn: SignIn, isPaused: boolean): void {
  // Before it is seen: no digit of a PIN is lost.
  useLayoutEffect(() => {
    if (isPaused) return;
    let strokes: readonly Stroke[] = [];
    const down = (event: KeyboardEvent): void => {
      const { key, code, altKey: alt, repeat, timeStamp: at } = event;
      const ctrl = event.ctrlKey || event.metaKey;
      // A scanner ends with Enter; its digits are nobody's wrong PIN.
      const isScan = key === 'Enter' && enterFrom(strokes, at, Number.NEGATIVE_INFINITY) === 'scanner';
      if ((key.length === 1 || key === 'Enter') && !repeat)
        strokes = [...strokes, { key, at }].slice(-keptStrokes);
      const { people, chosen } = signIn.store.getState();
      const isOnButton = document.activeElement instanceof HTMLButtonElement;
      const meant = signInKey({ key, code, ctrl, alt, repeat }, chosen !== null, isOnButton);
      if (meant.do === 'leave' && !isScan) return;
      event.preventDefault();
      event.stopPropagation();
      if (isScan) return signIn.dropScan();
      switch (meant.do) {
        case 'choose': {
          const person = people?.[meant.index];
          return person === undefined ? undefined : signIn.choose(person.id);
        }
        case 'type':
          return signIn.type(meant.digit);
        case 'erase':
          return signIn.erase();
        case 'back':
          return signIn.back();
        case 'submit':
          return void signIn.submit().catch(reportBug);
        case 'leave':
        case 'nothing':
          return undefined;
      }
    };
    window.addEventListener('keydown', down, { capture: true });
    return () => window.removeEventListener('keydown', down, { capture: true });
  }, [signIn, isPaused]);
}
