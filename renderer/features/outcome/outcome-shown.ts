import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import type { UnknownReason } from '../../../shared/payment/outcome.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Finished } from '../../store/sale.ts';

type OutcomeOf<Kind> = Extract<NonNullable<PaymentView['outcome']>, { readonly kind: Kind }>;
export type Confirmed = OutcomeOf<'paid'>['confirmation'];
export type Decided = OutcomeOf<'paid-by-hand' | 'rejected-by-hand'>;

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
      /** By the owner, without the biller's word. */
      readonly kind: 'by-hand';
      readonly payment: PaymentView;
      readonly decision: Decided;
    }
  | {
      readonly kind: 'unknown';
      readonly quote: Quote;
      readonly at: Instant;
      /** `null` where no record of it could be had. */
      readonly payment: PaymentView | null;
      /** `null`: the program itself was disturbed, and no record of the payment could be had. */
      readonly reason: UnknownReason | null;
      readonly code: string | undefined;
      readonly text: string | undefined;
    };

export function outcomeShown(finished: Finished): OutcomeShown {
  if (finished.kind === 'lost') {
    const { quote, at } = finished;
    return { kind: 'unknown', quote, at, payment: null, reason: null, code: undefined, text: undefined };
  }
  return paymentShown(finished.payment);
}

/** The same for a payment that is on record. */
export function paymentShown(payment: PaymentView): OutcomeShown {
  const { outcome, quote, sentAt: at } = payment;
  switch (outcome?.kind) {
    case 'paid':
      return { kind: 'paid', payment, confirmation: outcome.confirmation };
    case 'rejected':
      return { kind: 'rejected', payment, code: outcome.code, text: outcome.text };
    case 'paid-by-hand':
    case 'rejected-by-hand':
      return { kind: 'by-hand', payment, decision: outcome };
    case 'unknown':
      return {
        kind: 'unknown',
        quote,
        at,
        payment,
        reason: outcome.reason,
        code: outcome.code,
        text: outcome.text,
      };
    case undefined:
      return { kind: 'unknown', quote, at, payment, reason: 'interrupted', code: undefined, text: undefined };
  }
}

/** How it looks: what the owner decided looks like what it was decided to be. */
export const outcomeMeaning = (shown: OutcomeShown): 'paid' | 'rejected' | 'unknown' => {
  if (shown.kind !== 'by-hand') return shown.kind;
  return shown.decision.kind === 'paid-by-hand' ? 'paid' : 'rejected';
};

/** `702CA2EF240E42D5A732E74251829475` → `702C…9475`: enough to tell two receipts apart. */
export const shortReference = (reference: string): string =>
  reference.length <= 12 ? reference : `${reference.slice(0, 4)}…${reference.slice(-4)}`;

/** What a biller finds a payment by that is not certain: its own id, and ours where it asked for one. */
export const referencesOf = ({ inquiryId, ourReference }: Quote): string =>
  ourReference === undefined ? inquiryId : `${inquiryId} · ${ourReference}`;

/** The biller's time of a payment, apart where it came in one piece (IAK: `20180803172000`). Else as it wrote it. */
export const spacedTime = (time: string): string =>
  time.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3 $4:$5:$6');

/** 20 digits as 4-4-4-4-4. */
export const groupToken = (token: string): readonly string[] => token.match(/.{1,4}/g) ?? [];
