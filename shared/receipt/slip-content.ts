import type { Confirmation } from '../payment/outcome.ts';
import type { Quote } from '../payment/quote.ts';
import type { BillFacts, Facts } from './slip-facts.ts';
import type { SlipPlan } from './slip-plans.ts';

/** What one slip is made of. */
export interface SlipContent {
  readonly quote: Quote;
  readonly confirmation: Confirmation;
  readonly plan: SlipPlan;
  readonly facts: Facts;
  readonly bills: readonly BillFacts[];
  /** `2 dari 3` where a payment has several slips. */
  readonly place: string;
  readonly total: number;
}
