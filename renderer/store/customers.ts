import type { LoketBridge } from '../../shared/contract/contract.ts';
import type { KnownCustomer } from '../../shared/contract/history.ts';
import type { ProductId } from '../../shared/products.ts';
import { reportBug } from '../report-bug.ts';
import { entryOfProduct } from './catalogue-choice.ts';
import type { CounterTools } from './counter-tools.ts';
import type { CounterView } from './counter-view.ts';
import { quoteOf } from './sale.ts';

/** What was done last in the list of customers. */
export type CustomerNote =
  { readonly kind: 'saved'; readonly label: string } | { readonly kind: 'forgotten' | 'not-written' };

/** The search for a customer. */
export interface CustomerSearch {
  readonly text: string;
  /** What main found for `text`, or, while it looks, for the text before; `null` before its first answer. */
  readonly found: readonly KnownCustomer[] | null;
  readonly isCurrent: boolean;
  /** The one that Enter takes. */
  readonly at: number;
  /** Enter was pressed before main had answered: its answer's first is taken. */
  readonly takes: boolean;
  readonly note: CustomerNote | null;
  /** The records could not be read the last time. */
  readonly isFaulty: boolean;
}

export const noSearch: CustomerSearch = {
  text: '',
  found: null,
  isCurrent: false,
  at: 0,
  takes: false,
  note: null,
  isFaulty: false,
};

/** As long as main takes it. */
export const longestSearch = 60;

/** Whose bill or outcome is on the screen, to be saved. */
export interface CustomerOnScreen {
  readonly product: ProductId;
  /** The code of the company or city. */
  readonly service: string;
  readonly number: string;
  readonly name: string;
}

export function customerOnScreen({ sale }: Pick<CounterView, 'sale'>): CustomerOnScreen | null {
  switch (sale.step) {
    case 'number':
    case 'asking':
      return null;
    case 'offer':
      return customerOf(sale.offer);
    case 'bill':
    case 'paying':
      return customerOf(sale.quote);
    case 'done':
      return customerOf(quoteOf(sale.finished));
  }
}

const customerOf = ({
  product,
  service,
  customerNumber,
  customer,
}: Pick<
  ReturnType<typeof quoteOf>,
  'product' | 'service' | 'customerNumber' | 'customer'
>): CustomerOnScreen => ({ product, service: service.code, number: customerNumber, name: customer.name });

/** The customer that Enter takes: none while what is shown was found for another text. */
export const customerAt = ({ found, isCurrent, at }: CustomerSearch): KnownCustomer | null =>
  isCurrent ? (found?.[at] ?? null) : null;

/** What is sold here, first what the product in hand is sold to, else in main's order. */
function inOrder(
  found: readonly KnownCustomer[],
  { catalogue, sale }: Pick<CounterView, 'catalogue' | 'sale'>,
): readonly KnownCustomer[] {
  const sold = found.filter(({ product }) => entryOfProduct(catalogue ?? [], product) !== undefined);
  const isInHand = ({ product }: KnownCustomer): boolean => product === sale.entry.product;
  return [...sold.filter(isInHand), ...sold.filter((each) => !isInHand(each))];
}

export interface CustomersPorts extends Pick<CounterTools, 'change' | 'view'> {
  readonly bridge: Pick<LoketBridge, 'findCustomers' | 'saveCustomer' | 'forgetCustomer'>;
  /** Takes a customer into the sale. */
  readonly take: (customer: KnownCustomer) => void;
}

export interface Customers {
  /** Looks for what was typed. */
  readonly search: (text: string) => void;
  readonly move: (by: number) => void;
  /** Takes one of those that were found; without a place the one that is looked at. */
  readonly takeAt: (at?: number) => void;
  readonly save: (label: string) => void;
  /** Forgets the saved one that is looked at. */
  readonly forget: () => void;
}

/** Who has bought here before, and whom the shop has saved: asked of main at every key. */
export function createCustomers({ bridge, view, change, take }: CustomersPorts): Customers {
  const edit = (step: (search: CustomerSearch) => CustomerSearch): void =>
    change((current) => ({ ...current, customers: step(current.customers) }));

  const takeAt = (at?: number): void => {
    const search = view().customers;
    if (!search.isCurrent) return edit((current) => ({ ...current, takes: true }));
    const customer = customerAt({ ...search, at: at ?? search.at });
    if (customer !== null) take(customer);
  };

  async function fetch(): Promise<void> {
    const { text } = view().customers;
    const result = await bridge.findCustomers({ text, product: null }).catch((error: unknown) => {
      reportBug(error);
      return null;
    });
    if (view().place !== 'customers' || view().customers.text !== text) return;
    if (result === null || !result.ok) return edit((search) => ({ ...search, isFaulty: true, takes: false }));
    const found = inOrder(result.value, view());
    const { takes } = view().customers;
    edit((search) => ({
      ...search,
      found,
      isCurrent: true,
      at: Math.min(search.at, Math.max(0, found.length - 1)),
      takes: false,
      isFaulty: false,
    }));
    if (takes) takeAt();
  }

  const note = (said: CustomerNote): void => edit((search) => ({ ...search, note: said }));

  async function save(label: string): Promise<void> {
    const customer = customerOnScreen(view());
    const trimmed = label.trim();
    if (customer === null || trimmed === '') return;
    const result = await bridge.saveCustomer({ ...customer, label: trimmed });
    note(result.ok ? { kind: 'saved', label: trimmed } : { kind: 'not-written' });
    await fetch();
  }

  async function forget(): Promise<void> {
    const customer = customerAt(view().customers);
    if (customer === null || customer.label === '') return;
    const { product, service, number } = customer;
    const result = await bridge.forgetCustomer({ product, service, number });
    note(result.ok ? { kind: 'forgotten' } : { kind: 'not-written' });
    await fetch();
  }

  return {
    search: (text) => {
      edit((search) => ({
        ...search,
        text: text.slice(0, longestSearch),
        isCurrent: false,
        at: 0,
        takes: false,
        note: null,
      }));
      fetch().catch(reportBug);
    },
    move: (by) =>
      edit((search) => {
        const last = Math.max(0, (search.found?.length ?? 0) - 1);
        return { ...search, at: Math.min(last, Math.max(0, search.at + by)) };
      }),
    takeAt,
    save: (label) => void save(label).catch(reportBug),
    forget: () => void forget().catch(reportBug),
  };
}
