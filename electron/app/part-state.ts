import type { PartState } from '../../shared/contract/basket.ts';
import type { PaymentState } from '../../shared/payment/states.ts';

/** Where a payment that is one of several stands: what the owner decided counts as what was decided. */
export function partStateOf(state: PaymentState): PartState {
  switch (state) {
    case 'paid':
    case 'paid-by-hand':
      return 'paid';
    case 'rejected':
    case 'rejected-by-hand':
      return 'refused';
    case 'unknown':
      return 'unknown';
    case 'sent':
      return 'sent';
    case 'quoted':
    case 'expired':
      return 'not-sent';
  }
}
