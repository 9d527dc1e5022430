import type { SaleProblem } from '../../../shared/contract/sale-problem.ts';
import type { Advice } from '../../../shared/i18n/advice.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { Refusal } from '../../../shared/payment/refusal.ts';
import type { Language } from '../../../shared/settings.ts';

/** The words for a problem: a code that the biller's table knows speaks for itself, all else by our own code. */
export function adviceFor(problem: SaleProblem, language: Language, m: Messages): Advice {
  const general = m.problems[problem.code];
  if (problem.code !== 'refused-by-biller' || problem.refusal === undefined) return general;
  const { reason, next } = problem.refusal[language];
  return { ...general, what: m.refusedInquiry(reason), next };
}

/** That a payment was refused, and why where the biller's table says so. */
export const refusalTitle = (refusal: Refusal | null, language: Language, m: Messages): string =>
  refusal === null ? m.outcome.refusedWithoutReason : m.outcome.refusedBecause(refusal[language].reason);
