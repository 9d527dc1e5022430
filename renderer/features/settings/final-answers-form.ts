import type { BillerForm } from '../../../shared/biller-profile.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** As many final answers as a profile holds, and as long as each may be. */
export const mostFinalAnswers = 100;
export const longestFinalAnswer = 300;

export type FinalAnswerProblem =
  /** A code that leaves the outcome open stands in it: main drops such an answer, since it could pay twice. */
  'never' | 'twice' | 'full';

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The list with `typed` at its end; a blank adds nothing. */
export function addFinalAnswer(
  answers: readonly string[],
  typed: string,
  { never }: BillerForm['finalAnswers'],
): Result<readonly string[], FinalAnswerProblem> {
  const answer = typed.trim();
  if (answer === '') return ok(answers);
  const words = answer.split(/\W+/);
  if (never.some((code) => words.some((word) => same(code, word)))) return err('never');
  if (answers.some((each) => same(each, answer))) return err('twice');
  if (answers.length >= mostFinalAnswers) return err('full');
  return ok([...answers, answer]);
}
