import type {
  Biller,
  BillerDefinition,
  BillerOptions,
  PaymentReading,
  RawReply,
} from '../../../electron/billers/biller.ts';
import { defaultLateMs, givenUpAfter, routeOf } from '../../../electron/billers/route.ts';
import { isThisMachine } from '../../../electron/billers/this-machine.ts';
import { call, isAllowedAddress, openLine, type Message } from '../../../electron/billers/wire.ts';
import { isRupiah, rupiah, type Rupiah } from '../../../shared/money.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { err, ok } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';

/**
 * A biller that does not exist: the smallest that could be registered, as `docs/adding-a-biller.md` says it. It speaks
 * plain JSON at one address, and what it answers is read by these two schemas.
 */
const amount = z.custom<Rupiah>(isRupiah);
const billReply = z.object({
  ok: z.literal(true),
  id: z.string(),
  number: z.string(),
  name: z.string(),
  owed: amount,
});
const paidReply = z.object({
  ok: z.literal(true),
  id: z.string(),
  number: z.string(),
  paid: amount,
  ref: z.string(),
});

const words = (text: string) => ({ id: text, en: text });

export const kampung: BillerDefinition = {
  form: {
    id: 'kampung',
    name: 'Kampung Bayar',
    hosts: [],
    baseUrlNote: words('Alamat layanan'),
    options: [],
    secrets: [{ key: 'key', label: words('Kunci'), maxLength: 100 }],
    confirmedCodes: [],
    hasPriceList: false,
    finalAnswers: { editable: false, never: [] },
    defaults: {
      baseUrl: '',
      options: {},
      services: [{ product: 'pdam', code: 'AIR', name: 'Air Kampung', asks: [] }],
      finalAnswers: [],
      route: { caFile: '', pin: '', proxy: '', connectSeconds: 10, firstByteSeconds: 30, wholeSeconds: 30 },
    },
  },
  codes: [],
  httpRules: [],
  ledgerKindOf(baseUrl) {
    const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
    if (url === undefined || !isAllowedAddress(url)) return undefined;
    return isThisMachine(url) ? 'sandbox' : 'live';
  },
  connect,
};

function connect({ profile, credentials, lateMs = defaultLateMs, ca }: BillerOptions): Biller {
  const route = routeOf(profile, ca);
  const message = (asked: object, key: string): Message => ({
    address: new URL(profile.baseUrl),
    contentType: 'application/json',
    body: JSON.stringify({ ...asked, key }),
  });
  const redacted = (asked: object): string => `POST ${profile.baseUrl}\n${JSON.stringify(asked)}`;
  const key = (): string | undefined => credentials()?.['key'];

  return {
    id: 'kampung',
    name: 'Kampung Bayar',
    services: profile.services,
    deadlines: { inquiryMs: givenUpAfter(profile), paymentMs: givenUpAfter(profile) },
    account: () =>
      key() === undefined ? undefined : { host: new URL(profile.baseUrl).host, account: 'one' },
    async inquire({ customerNumber }, abandoned) {
      const secret = key();
      if (secret === undefined) return err({ code: 'not-set-up' });
      const asked = { ask: customerNumber };
      const answer = await call(message(asked, secret), route, abandoned);
      if (!answer.ok) return err({ code: answer.error.code === 'no-answer' ? 'no-answer' : 'no-connection' });
      const bill = billReply.safeParse(jsonOf(answer.value));
      if (!bill.success) return err({ code: 'unreadable-reply' });
      const { id, number, name, owed } = bill.data;
      if (number !== customerNumber) return err({ code: 'mismatched-reply' });
      return ok({
        kind: 'bills',
        customer: { identity: number, name, details: [] },
        inquiryId: id,
        bills: [{ amount: owed, adminFee: rupiah(0), total: owed }],
        exchange: { request: redacted(asked), reply: answer.value },
      });
    },
    async openPayment({ inquiryId }) {
      const secret = key();
      if (secret === undefined) return err({ code: 'not-set-up' });
      const asked = { pay: inquiryId };
      const line = await openLine(message(asked, secret), route, lateMs);
      if (!line.ok) return err({ code: 'no-connection' });
      return ok({
        host: new URL(profile.baseUrl).host,
        account: 'one',
        request: redacted(asked),
        send: () => line.value.send(),
        abandon: () => line.value.abandon(),
      });
    },
    readPaymentReply,
    explain: () => undefined,
    status: undefined,
    askDeposit: undefined,
    priceList: undefined,
    testConnection: () => Promise.resolve({ verdict: key() === undefined ? 'not-set-up' : 'ok' }),
  };
}

/** Nothing this biller answers is a certain refusal, so everything that is not believed is unknown. */
function readPaymentReply(quote: Quote, reply: RawReply): PaymentReading {
  const answer = paidReply.safeParse(jsonOf(reply));
  if (!answer.success) return { outcome: { kind: 'unknown', reason: 'unreadable-reply' } };
  const { id, number, paid, ref } = answer.data;
  const isThis = id === quote.inquiryId && number === quote.customer.identity && paid === quote.total;
  if (!isThis) return { outcome: { kind: 'unknown', reason: 'mismatched-reply' } };
  return {
    outcome: {
      kind: 'paid',
      confirmation: {
        reference: ref,
        transactionTime: '',
        receiptText: '',
        bills: 1,
        details: [],
        billDetails: [],
        remarks: [],
      },
    },
  };
}

function jsonOf({ status, complete, body }: RawReply): unknown {
  if (status !== 200 || !complete) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
