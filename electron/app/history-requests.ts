import type { RequestHandlers } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/result.ts';
import type { History } from './history.ts';

/** The requests about what was sold, and about those who bought. */
export function createHistoryRequests(
  history: History,
): Pick<
  RequestHandlers,
  'searchHistory' | 'trail' | 'cashiers' | 'findCustomers' | 'saveCustomer' | 'forgetCustomer'
> {
  return {
    searchHistory: ({ query, behind }) => history.search(query, behind),
    trail: ({ payment }) => history.trail(payment),
    cashiers: async () => ok(await history.cashiers()),
    findCustomers: async ({ text, product }) => ok(await history.findCustomers(text, product)),
    saveCustomer: (customer) => history.save(customer),
    forgetCustomer: (customer) => history.forget(customer),
  };
}
