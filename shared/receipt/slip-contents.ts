import { sumRupiah } from '../money.ts';
import type { Confirmation } from '../payment/outcome.ts';
import type { Quote } from '../payment/quote.ts';
import type { SlipContent } from './slip-content.ts';
import { factsOfBills, factsOfPayment, joined } from './slip-facts.ts';
import { slipPlans } from './slip-plans.ts';

/** What stands on the slips of one payment: on one each for its bills, or on one for all, as the plan has it. */
export function slipContents(quote: Quote, confirmation: Confirmation): readonly SlipContent[] {
  const plan = slipPlans[quote.product];
  const payment = factsOfPayment(quote, confirmation);
  const bills = factsOfBills(quote, confirmation);
  const slips = plan.slipPer === 'bill' ? bills.map((bill) => [bill]) : [bills];
  return slips.map((each, index) => {
    const [bill] = each;
    const isWhole = each.length === quote.bills.length;
    // The only bill of a slip has its details among the payment's.
    const facts = each.length === 1 && bill !== undefined ? joined(payment, bill) : payment;
    const place = isWhole ? '' : `${index + 1} dari ${quote.bills.length}`;
    const total = isWhole ? quote.total : sumRupiah(each.map((one) => one.total));
    return { quote, confirmation, plan, facts, bills: each, place, total };
  });
}
