import { startIakServer } from '../../electron/training/iak-server.ts';
import { startTeleanjarServer } from '../../electron/training/teleanjar-server.ts';
import type { Provision } from '../../shared/provision.ts';
import { instant, nextMidnight } from '../../shared/time.ts';

/** Both billers on loopback, with books that can be read: what a counter's own books are compared with. */
export interface BillersAtHand {
  /** What a provisioning file says of them. */
  readonly provision: NonNullable<Provision['billers']>;
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
  // At the billers it is noon in Jakarta whenever this runs: it is their clock that PLN's night goes by.
  const begun = Date.now();
  const ahead = nextMidnight(instant(begun), 'WIB') - 12 * hour - begun;
  const now = (): number => Date.now() + ahead;
  const iak = await startIakServer({ account: iakAccount, latencyMs: 20, now });
  const teleanjar = await startTeleanjarServer({
    now,
    account: { ...teleanjarAccount, outletId: '40014002', outletName: 'WARUNG' },
    latencyMs: 20,
  });
  const paidAtIak = () => iak.books.transactions().filter(({ outcome }) => outcome.kind === 'paid');
  return {
    provision: {
      iak: { profile: { baseUrl: iak.baseUrl, options: { format: 'json' } }, secrets: iakAccount },
      teleanjar: { profile: { baseUrl: teleanjar.baseUrl }, secrets: teleanjarAccount },
    },
    charged: () =>
      teleanjar.books.charged() + paidAtIak().reduce((sum, { invoice }) => sum + invoice.price, 0),
    paid: () => teleanjar.books.payments().length + paidAtIak().length,
    async close() {
      await iak.close();
      await teleanjar.close();
    },
  };
}
