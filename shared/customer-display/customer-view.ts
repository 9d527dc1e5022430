import { ledgerKinds } from '../ledger-kind.ts';
import { rupiah, type Rupiah } from '../money.ts';
import { tokenSchema } from '../payment/hand-decision.ts';
import { amountDue, soldServiceSchema, type Quote } from '../payment/quote.ts';
import { countsAsPaid, countsAsRefused, type PaymentState } from '../payment/states.ts';
import { rupiahSchema, textSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { languages, themes, type ShopSettings } from '../settings.ts';
import type { LedgerKind } from '../ledger-kind.ts';
import type { CustomerDisplaySettings } from '../screens.ts';
import { z } from '../zod.ts';
import { maskNumber } from './mask-number.ts';

const billShape = {
  name: textSchema(100),
  /** With most of it masked. */
  number: textSchema(40),
  product: z.enum(productIds),
  service: soldServiceSchema.unwrap().shape.name,
  amount: rupiahSchema,
  /** What the customer gave and gets back; `null` until the cash has been told. */
  cash: z.strictObject({ given: rupiahSchema, change: rupiahSchema }).readonly().nullable(),
};

/** What the customer's display shows. Where no sale is in hand there is nothing of any customer in it. */
export const customerViewSchema = z
  .strictObject({
    language: z.enum(languages),
    theme: z.enum(themes),
    shopName: z.string(),
    /** The shop's own words for whoever waits; empty for the usual ones. */
    words: z.string(),
    ledger: z.enum(ledgerKinds),
    shown: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('idle') }).readonly(),
      z.strictObject({ kind: z.enum(['bill', 'paying', 'unsure', 'refused']), ...billShape }).readonly(),
      z
        .strictObject({
          kind: z.literal('paid'),
          ...billShape,
          /** The 20 digits, where the shop wants them here. */
          token: tokenSchema.nullable(),
        })
        .readonly(),
    ]),
  })
  .readonly();
export type CustomerView = z.infer<typeof customerViewSchema>;

/** The newest sale as main knows it. */
export interface SaleFacts {
  readonly quote: Pick<Quote, 'customer' | 'customerNumber' | 'product' | 'service'> &
    Parameters<typeof amountDue>[0];
  /** As it was told; `undefined` where it was not, or what was told does not do. */
  readonly cash: Rupiah | undefined;
  /** What the ledger says of its payment; `null` before there is one, `paying` while it is made. */
  readonly payment: 'paying' | { readonly state: PaymentState; readonly token?: string } | null;
  /** Its customer has gone: the next one's number is typed, or they were thanked long enough. */
  readonly isOver: boolean;
}

/** All that the customer's display follows from. */
export interface CustomerFacts {
  readonly shop: Pick<ShopSettings, 'language' | 'theme' | 'shop'>;
  readonly display: Pick<CustomerDisplaySettings, 'words' | 'showsToken'>;
  readonly ledger: LedgerKind;
  /** Somebody must sign in first: whoever stands there now may be another customer. */
  readonly isLocked: boolean;
  /** `null` where the last one was left. */
  readonly sale: SaleFacts | null;
}

/** What the display shows, from what main knows and nothing else. */
export function customerView({ shop, display, ledger, isLocked, sale }: CustomerFacts): CustomerView {
  return {
    language: shop.language,
    theme: shop.theme,
    shopName: shop.shop.name,
    words: display.words,
    ledger,
    shown: sale === null || sale.isOver || isLocked ? { kind: 'idle' } : shownOf(sale, display.showsToken),
  };
}

function shownOf({ quote, cash, payment }: SaleFacts, showsToken: boolean): CustomerView['shown'] {
  const amount = amountDue(quote);
  const bill = {
    name: quote.customer.name,
    number: maskNumber(quote.customerNumber),
    product: quote.product,
    service: quote.service.name,
    amount,
    cash: cash === undefined ? null : { given: cash, change: rupiah(cash - amount) },
  };
  if (payment === null) return { kind: 'bill', ...bill };
  if (payment === 'paying') return { kind: 'paying', ...bill };
  const { state, token } = payment;
  if (countsAsPaid(state)) return { kind: 'paid', ...bill, token: (showsToken ? token : undefined) ?? null };
  return { kind: countsAsRefused(state) ? 'refused' : 'unsure', ...bill };
}
