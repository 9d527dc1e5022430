import { iak } from '../../electron/billers/iak/iak.ts';
import { startIakServer } from '../../electron/training/iak-server.ts';
import { startTeleanjarServer } from '../../electron/training/teleanjar-server.ts';
import type { BillerId } from '../../shared/biller-profile.ts';
import type { ProductId } from '../../shared/products.ts';
import type { Provision } from '../../shared/provision.ts';
import { instant, nextMidnight } from '../../shared/time.ts';

/** One payment by a biller's books. */
export interface SoldThere {
  readonly biller: BillerId;
  readonly product: ProductId;
  /** The number as the biller was asked for it. */
  readonly customer: string;
  /** What the customer was told: whole rupiah. */
  readonly price: number;
}

/** Both billers on loopback, with books that can be read: what a counter's own books are compared with. */
export interface BillersAtHand {
  /** What a provisioning file says of them. */
  readonly provision: NonNullable<Provision['billers']>;
  /** Every payment that is made by their books. */
  sold(): readonly SoldThere[];
  /** What they took for bills that are paid, at the price the customer was told: whole rupiah. */
  charged(): number;
  paid(): number;
  close(): Promise<void>;
}

const iakAccount = { username: '081200007711', apiKey: 'hari-kerja-iak' };
const teleanjarAccount = {
  uuid: 'HARI-KERJA-1',
  username: 'harikerja',
  password: 'hari-kerja-sandi',
  apiKey: 'hari-kerja-kunci',
};

const hour = 3_600_000;

export async function startBillers(): Promise<BillersAtHand> {
  // At IAK it is noon in Jakarta whenever this runs: it is the biller's clock that PLN's night goes by. Teleanjar refuses a
  // counter whose clock is far from its own.
  const begun = Date.now();
  const ahead = nextMidnight(instant(begun), 'WIB') - 12 * hour - begun;
  const now = (): number => Date.now() + ahead;
  const iakServer = await startIakServer({ account: iakAccount, latencyMs: 20, now });
  const teleanjar = await startTeleanjarServer({
    account: { ...teleanjarAccount, outletId: '40014002', outletName: 'WARUNG' },
    latencyMs: 20,
  });
  const paidAtIak = () => iakServer.books.transactions().filter(({ outcome }) => outcome.kind === 'paid');
  const sold = (): readonly SoldThere[] => [
    ...teleanjar.books.payments().map(({ product, customer, amount }) => ({
      biller: 'teleanjar' as const,
      product,
      customer,
      price: amount,
    })),
    ...paidAtIak().map(({ product, hp, invoice }) => ({
      biller: 'iak' as const,
      product: productOf(product.code),
      customer: hp,
      price: invoice.price,
    })),
  ];
  return {
    provision: {
      iak: { profile: { baseUrl: iakServer.baseUrl, options: { format: 'json' } }, secrets: iakAccount },
      teleanjar: { profile: { baseUrl: teleanjar.baseUrl }, secrets: teleanjarAccount },
    },
    sold,
    charged: () => sold().reduce((sum, { price }) => sum + price, 0),
    paid: () => sold().length,
    async close() {
      await iakServer.close();
      await teleanjar.close();
    },
  };
}

/** Which kind of product a code of IAK's is, by the counter's own list. */
function productOf(code: string): ProductId {
  const service = iak.form.defaults.services.find((each) => each.code === code);
  if (service === undefined) throw new Error(`a product that no counter sells: ${code}`);
  return service.product;
}
