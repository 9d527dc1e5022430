import type { Advice } from '../../../shared/i18n/advice.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { refusalCodeOf } from '../../../shared/i18n/refusal-codes.ts';
import type { SaleProblem } from '../../../shared/contract/sale-problem.ts';

/** The words for a problem: a biller's code we know speaks for itself, all else by our own code. */
export function adviceFor(problem: SaleProblem, m: Messages): Advice {
  const general = m.problems[problem.code];
  if (problem.code !== 'refused-by-biller') return general;
  const code = refusalCodeOf(problem.billerCode);
  if (code === undefined) return general;
  const { reason, next } = m.refusals[code];
  return { ...general, what: m.refusedInquiry(reason), next };
}

/** That a payment was refused, and why where its code is known. */
export function refusalTitle(billerCode: string, m: Messages): string {
  const code = refusalCodeOf(billerCode);
  return code === undefined
    ? m.outcome.refusedWithoutReason
    : m.outcome.refusedBecause(m.refusals[code].reason);
}
