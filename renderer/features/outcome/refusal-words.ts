import type { Advice, Refusal } from '../../../shared/i18n/advice.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { refusalCodeOf, type RefusalCode } from '../../../shared/i18n/refusal-codes.ts';
import type { SaleProblem } from '../../../shared/contract/sale-problem.ts';
import type { ProductId } from '../../../shared/products.ts';

/** PLN is named only where it has a part in the sale. */
function refusalOf(code: RefusalCode, product: ProductId, m: Messages): Refusal {
  const pln: Partial<Record<RefusalCode, Refusal>> = product.startsWith('pln-') ? m.plnRefusals : {};
  return pln[code] ?? m.refusals[code];
}

/** The words for a problem: a biller's code we know speaks for itself, all else by our own code. */
export function adviceFor(problem: SaleProblem, product: ProductId, m: Messages): Advice {
  const general = m.problems[problem.code];
  if (problem.code !== 'refused-by-biller') return general;
  const code = refusalCodeOf(problem.billerCode);
  if (code === undefined) return general;
  const { reason, next } = refusalOf(code, product, m);
  return { ...general, what: m.refusedInquiry(reason), next };
}

/** That a payment was refused, and why where its code is known. */
export function refusalTitle(billerCode: string, product: ProductId, m: Messages): string {
  const code = refusalCodeOf(billerCode);
  return code === undefined
    ? m.outcome.refusedWithoutReason
    : m.outcome.refusedBecause(refusalOf(code, product, m).reason);
}
