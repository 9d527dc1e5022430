import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import type { UnknownReason } from '../../../shared/payment/outcome.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Finished } from '../../store/sale.ts';

type OutcomeOf<Kind> = Extract<NonNullable<PaymentView['outcome']>, { readonly kind: Kind }>;
export type Confirmed = OutcomeOf<'paid'>['confirmation'];

/** How a sale ended, as the screen tells it. Whatever is not certainly paid or refused is unknown. */
export type OutcomeShown =
  | { readonly kind: 'paid'; readonly payment: PaymentView; readonly confirmation: Confirmed }
  | {
      readonly kind: 'rejected';
      readonly payment: PaymentView;
      readonly code: string;
      readonly text: string;
    }
  | {
      readonly kind: 'unknown';
      readonly quote: Quote;
      readonly at: Instant;
      /** `null`: the program itself was disturbed, and no record of the payment could be had. */
      readonly reason: UnknownReason | null;
      readonly code: string | undefined;
      readonly text: string | undefined;
    };

export function outcomeShown(finished: Finished): OutcomeShown {
  if (finished.kind === 'lost') {
    const { quote, at } = finished;
    return { kind: 'unknown', quote, at, reason: null, code: undefined, text: undefined };
  }
  const { payment } = finished;
  const { outcome, quote, sentAt: at } = payment;
  switch (outcome?.kind) {
    case 'paid':
      return { kind: 'paid', payment, confirmation: outcome.confirmation };
    case 'rejected':
      return { kind: 'rejected', payment, code: outcome.code, text: outcome.text };
    case 'unknown':
      return { kind: 'unknown', quote, at, reason: outcome.reason, code: outcome.code, text: outcome.text };
    case undefined:
      return { kind: 'unknown', quote, at, reason: 'interrupted', code: undefined, text: undefined };
  }
}

/** `702CA2EF240E42D5A732E74251829475` → `702C…9475`: enough to tell two receipts apart. */
export const shortReference = (reference: string): string =>
  reference.length <= 12 ? reference : `${reference.slice(0, 4)}…${reference.slice(-4)}`;

/** 20 digits as 4-4-4-4-4. */
export const groupToken = (token: string): readonly string[] => token.match(/.{1,4}/g) ?? [];
