import type { PaymentView } from '../../../shared/contract/payment-view.ts';

const onlyDigits = (text: string): string => text.replaceAll(/\D/g, '');

const tokenOf = (outcome: PaymentView['outcome']): string | undefined => {
  if (outcome?.kind === 'paid') return outcome.confirmation.token;
  return outcome?.kind === 'paid-by-hand' ? outcome.token : undefined;
};

/**
 * What a cashier looks for on a receipt: the token, which the customer came for; where there is none, the sum that was
 * paid. Answers whether a stretch of the paper's text is that.
 */
export function soughtOnPaper({ outcome }: Pick<PaymentView, 'outcome'>): (text: string) => boolean {
  const token = tokenOf(outcome);
  if (token !== undefined) return (text) => onlyDigits(text).includes(token);
  return (text) => /^\s*(?:TOTAL|RP) BA?YA?R\b/i.test(text);
}
