import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerTrial,
  isFirstTry,
  nextTry,
  thereIsNone,
  tried,
  untried,
  type Trial,
} from '../../../../../../renderer/features/settings/printers/trial.ts';

const ways = ['first', 'second', 'third'] as const satisfies readonly [string, ...string[]];
type Way = (typeof ways)[number];
const all: [Way, ...Way[]] = [...ways];
const begun = untried(all);
const press = (trial: Trial<Way>): Trial<Way> => tried(trial, all);
const refuse = (trial: Trial<Way>): Trial<Way> => answerTrial(press(trial), false);

describe('what is found out by trying', () => {
  it('is what moved', () => {
    expect(answerTrial(press(begun), true)).toEqual({ step: 'settled', found: 'first' });
    const second = refuse(begun);
    expect(nextTry(second, all)).toBe('second');
    expect(answerTrial(press(second), true)).toEqual({ step: 'settled', found: 'second' });
  });

  it('is nothing once no way moved it', () => {
    expect(refuse(refuse(refuse(begun)))).toEqual(thereIsNone);
    expect(nextTry(thereIsNone, all)).toBe('first');
  });

  it('begins again with the way that was found, and leaves none of the others out', () => {
    for (const found of ways) {
      const seen: Way[] = [];
      let trial: Trial<Way> = { step: 'settled', found };
      do {
        expect(isFirstTry(trial, all)).toBe(seen.length === 0);
        seen.push(nextTry(trial, all));
        trial = refuse(trial);
      } while (trial.step !== 'settled');
      expect(seen[0]).toBe(found);
      expect(seen.toSorted()).toEqual([...ways].toSorted());
    }
  });

  it('takes no answer about what was not tried, and finds nothing that nobody saw move', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('try', 'yes', 'no'), { maxLength: 12 }), (presses) => {
        let trial: Trial<Way> = begun;
        let moves: Way | null = null;
        for (const what of presses) {
          const before = trial;
          trial = what === 'try' ? press(trial) : answerTrial(trial, what === 'yes');
          if (what !== 'try' && before.step !== 'tried') expect(trial).toBe(before);
          if (before.step === 'tried' && what === 'yes') moves = before.value;
          if (what === 'try' || (before.step === 'tried' && what === 'no')) moves = null;
        }
        expect(trial.step === 'settled' ? trial.found : null).toBe(moves);
      }),
    );
  });
});
