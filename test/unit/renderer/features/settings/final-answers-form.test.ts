import { describe, expect, it } from 'vitest';
import {
  addFinalAnswer,
  mostFinalAnswers,
} from '../../../../../renderer/features/settings/final-answers-form.ts';
import { form } from './stored-biller.ts';

const add = (answers: readonly string[], typed: string) => addFinalAnswer(answers, typed, form.finalAnswers);

describe('the final answers', () => {
  it('take a new one at their end, and a blank for nothing', () => {
    expect(add(['0014'], ' SALDO KURANG ')).toEqual({ ok: true, value: ['0014', 'SALDO KURANG'] });
    expect(add(['0014'], '  ')).toEqual({ ok: true, value: ['0014'] });
  });

  it.each(['0068', ' 0068 ', 'RC:0068 TIMEOUT', '0068|'])(
    'refuse %j, which leaves the outcome open',
    (typed) => {
      expect(add([], typed)).toEqual({ ok: false, error: 'never' });
    },
  );

  it('are not fooled by a code that is only a part of another', () => {
    expect(add([], '10068')).toEqual({ ok: true, value: ['10068'] });
  });

  it('hold nothing twice, and no more than a profile does', () => {
    expect(add(['Saldo kurang'], 'SALDO KURANG')).toEqual({ ok: false, error: 'twice' });
    const full = Array.from({ length: mostFinalAnswers }, (_, at) => `A${at}`);
    expect(add(full, 'one more')).toEqual({ ok: false, error: 'full' });
  });
});
