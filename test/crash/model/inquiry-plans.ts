import { identityOf, numbersOf, products, type BillChoice } from './customers.ts';
import type { InquiryPlan } from './model-biller.ts';

/** What the billers find for a number: as it was last decided. */
export interface InquiryPlans {
  /** @param again whether the biller gives the id of its last inquiry of this customer once more. */
  decide(number: string, choice: BillChoice, again: boolean): void;
  find(biller: string, number: string): InquiryPlan | undefined;
}

export function createInquiryPlans(nextNumber: () => number): InquiryPlans {
  const decided = new Map<string, { readonly choice: BillChoice; readonly again: boolean }>();
  const latest = new Map<string, string>();
  return {
    decide: (number, choice, again) => void decided.set(number, { choice, again }),
    find(biller, number) {
      const plan = decided.get(number);
      const owner = ownerOf(number);
      if (plan === undefined || owner === undefined) return undefined;
      const before = latest.get(`${biller} ${owner}`);
      const inquiryId = plan.again && before !== undefined ? before : `I${nextNumber()}`;
      latest.set(`${biller} ${owner}`, inquiryId);
      return { identity: owner, choice: plan.choice, inquiryId };
    },
  };
}

const ownerOf = (number: string): string | undefined =>
  products
    .flatMap((product) => [1, 2].map((customer) => ({ product, customer })))
    .filter(({ product, customer }) => numbersOf(product, customer).includes(number))
    .map(({ product, customer }) => identityOf(product, customer))[0];
