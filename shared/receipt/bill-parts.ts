import { wholeRupiah } from '../money.ts';
import { detailParts, field, leftOver, standParts, withoutZero } from './detail-parts.ts';
import { longestLabel, type SlipPart } from './field-lines.ts';
import { imitates } from './imitation.ts';
import type { SlipContent } from './slip-content.ts';
import { chargeOf, type BillFacts, type Known, type MonthFacts } from './slip-facts.ts';
import type { SlipPlan } from './slip-plans.ts';

/** One bill as fields like all others; several, or several months in one, as a list and its sum. */
export function billParts(content: SlipContent): readonly SlipPart[] {
  const { plan, bills, facts, place } = content;
  const [only] = bills;
  const sum: SlipPart = {
    kind: 'amount',
    label: `JML ${plan.chargeLabel}`.slice(0, longestLabel),
    amount: chargeOf(bills),
  };
  if (bills.length !== 1 || only === undefined) {
    return [
      ...bills.flatMap((bill, index) => listedParts(content, listedBill(content, bill, index + 1))),
      sum,
    ];
  }
  const ofBill = [...standParts(facts.known), ...ofBillParts(plan, facts.known)];
  if (only.months.length > 0) {
    return [
      ...only.months.flatMap((month) => listedParts(content, listedMonth(content, month))),
      ...ofBill,
      sum,
    ];
  }
  return [
    ...field('LEMBAR', place),
    ...field(plan.periodLabel ?? '', only.period),
    ...ofBill,
    { kind: 'amount', label: plan.chargeLabel, amount: only.charge },
  ];
}

/** One line or one paragraph of a list of bills or months. */
interface Listed {
  readonly period: string;
  readonly amount: number | undefined;
  readonly before: readonly SlipPart[];
  readonly after: readonly SlipPart[];
}

/** A bill's charge includes its penalty, which therefore stands before it. */
const listedBill = (content: SlipContent, { period, charge, known }: BillFacts, place: number): Listed => ({
  period: period === '' ? `LEMBAR ${place}` : period,
  amount: charge,
  before: [...standParts(known), ...ofBillParts(content.plan, known), ...leftOver(content, known)],
  after: [],
});

/** A month's amount does not, so that the penalty comes after it and all of them add up to the sum. */
const listedMonth = (content: SlipContent, { period, known }: MonthFacts): Listed => ({
  period,
  amount: wholeRupiah(known.get('amount') ?? ''),
  before: standParts(known),
  after: [...ofBillParts(content.plan, known), ...leftOver(content, known)],
});

const ofBillParts = (plan: SlipPlan, known: Known): readonly SlipPart[] =>
  withoutZero(plan.ofBill.flatMap((label) => detailParts(label, known)));

/**
 * What has no more to say than its amount is one line, with the period for its label where that is short and cannot
 * be taken for a label of ours.
 */
function listedParts({ plan }: SlipContent, { period, amount, before, after }: Listed): readonly SlipPart[] {
  const isLabel = period.length <= longestLabel && /^[\w ,/-]+$/.test(period) && !imitates(period);
  if (before.length + after.length === 0 && isLabel && amount !== undefined) {
    return [{ kind: 'amount', label: period, amount }];
  }
  const charge: readonly SlipPart[] =
    amount === undefined ? [] : [{ kind: 'amount', label: plan.chargeLabel, amount }];
  return [...field(plan.periodLabel ?? 'PERIODE', period), ...before, ...charge, ...after];
}
