import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerTrial,
  nextTry,
  thereIsNone,
  tried,
  type Trial,
} from '../../../../../../renderer/features/settings/printers/trial.ts';

const ways = ['first', 'second'] as const;
type Way = (typeof ways)[number];
const begun: Trial<Way> = { step: 'open', next: 'first' };

describe('what is found out by trying', () => {
  it('is what moved', () => {
    expect(answerTrial(tried(begun), true, ways)).toEqual({ step: 'settled', found: 'first' });
    const second = answerTrial(tried(begun), false, ways);
    expect(nextTry(second)).toBe('second');
    expect(answerTrial(tried(second), true, ways)).toEqual({ step: 'settled', found: 'second' });
  });

  it('is nothing once no way moved it', () => {
    const second = answerTrial(tried(begun), false, ways);
    expect(answerTrial(tried(second), false, ways)).toEqual(thereIsNone);
  });

  it('takes no answer about what was not tried, and finds nothing that nobody saw move', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('try', 'yes', 'no'), { maxLength: 8 }), (presses) => {
        let trial: Trial<Way> = begun;
        let sawItMove = false;
        for (const press of presses) {
          const before = trial;
          trial = press === 'try' ? tried(trial) : answerTrial(trial, press === 'yes', ways);
          if (press !== 'try' && before.step !== 'tried') expect(trial).toBe(before);
          sawItMove ||= press === 'yes' && before.step === 'tried';
        }
        expect(trial.step === 'settled' && trial.found !== null).toBe(sawItMove);
      }),
    );
  });
});
