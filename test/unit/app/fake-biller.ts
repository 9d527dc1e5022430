import type {
  ApiExchange,
  Biller,
  Inquiry,
  InquiryProblem,
  NotSent,
  PaymentReading,
  RawReply,
  StatusCall,
  StatusReading,
} from '../../../electron/billers/biller.ts';
import { rupiah } from '../../../shared/money.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import type { Service } from '../../../shared/biller-profile.ts';
import { productIds } from '../../../shared/products.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { paid, quote, rejected, reply } from '../ledger/documents.ts';

/** A promise that is settled from outside. */
export interface Gate<T> {
  readonly promise: Promise<T>;
  open(value: T): void;
}

export function gate<T>(): Gate<T> {
  let open: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

/** What the fake answers; each may be exchanged by the test. */
export interface FakeBiller {
  readonly biller: Biller;
  /** Everything that was asked of it, in order. */
  readonly asked: string[];
  answer: (abandoned: AbortSignal) => Promise<Result<Inquiry, InquiryProblem>>;
  connect: () => Promise<Result<void, NotSent>>;
  byDeadline: () => Promise<RawReply | undefined>;
  late: () => Promise<RawReply | undefined>;
  read: (quote: Quote, reply: RawReply) => PaymentReading;
  /** What its status call answers and how that is read; without `status` it has no such call. */
  status: (
    count: number,
  ) => Promise<
    Result<readonly ApiExchange[], { readonly code: 'not-set-up' | 'no-connection' | 'no-answer' }>
  >;
  readStatus: (reply: RawReply) => StatusReading;
  keyedBy: StatusCall['keyedBy'] | 'no-call';
  account: { host: string; account: string } | undefined;
  /** Called inside `send`, when the first byte would leave. */
  onSend: () => void;
}

const { customer, bills } = quote(1);
/** What the inquiry of every quote here was, as it is kept. */
export const exchange: ApiExchange = {
  request: 'POST /inquiry [secret]',
  reply: { ...reply('found'), date: null },
};

/** One service a product, named after it. */
export const services: readonly Service[] = productIds.map((product) => ({
  product,
  code: product.toUpperCase(),
  name: product,
  asks: product === 'bpjs' ? ['months'] : [],
}));

export const billsFound: Inquiry = {
  kind: 'bills',
  customer,
  inquiryId: 'RESP1',
  bills,
  deposit: rupiah(900_000),
  exchange,
};
export const denominationsFound: Inquiry = {
  kind: 'denominations',
  customer,
  inquiryId: 'RESP1',
  denominations: [20_000, 50_000, 100_000].map(rupiah),
  adminFee: rupiah(2_500),
  exchange,
};

/** What a reply of the fake says: its text names the outcome. */
function readByText(_quote: Quote, { body }: RawReply): PaymentReading {
  switch (new TextDecoder().decode(body)) {
    case 'paid':
      return { outcome: paid, deposit: rupiah(500_000) };
    case 'rejected':
      return { outcome: rejected };
    default:
      return { outcome: { kind: 'unknown', reason: 'unreadable-reply' } };
  }
}

/** A biller that is there, finds one bill, and is paid at once. Its payment line keeps the promises of the port. */
export function fakeBiller(): FakeBiller {
  const asked: string[] = [];
  const fake: FakeBiller = {
    asked,
    answer: () => Promise.resolve(ok(billsFound)),
    connect: () => Promise.resolve(ok(undefined)),
    byDeadline: () => Promise.resolve(reply('paid')),
    late: () => Promise.resolve(undefined),
    read: readByText,
    onSend: () => undefined,
    status: () => Promise.resolve(err({ code: 'no-answer' })),
    readStatus: () => ({ kind: 'open' }),
    keyedBy: 'no-call',
    account: { host: '127.0.0.1:1', account: 'fingerprint' },
    biller: {
      id: 'teleanjar',
      name: 'Teleanjar',
      services,
      account: () => fake.account,
      explain: (code) =>
        code === '14'
          ? {
              id: { reason: 'nomor tidak dikenal', next: 'Cocokkan nomornya.' },
              en: { reason: 'number not known', next: 'Compare the number.' },
            }
          : undefined,
      get status(): StatusCall | undefined {
        if (fake.keyedBy === 'no-call') return undefined;
        return {
          keyedBy: fake.keyedBy,
          ask({ quote: { id } }) {
            asked.push(`status ${id}`);
            return fake.status(asked.filter((each) => each === `status ${id}`).length);
          },
          read: (_payment, raw) => fake.readStatus(raw),
        };
      },
      askDeposit: undefined,
      priceList: undefined,
      testConnection: () => Promise.resolve({ verdict: 'ok' }),
      deadlines: { inquiryMs: 30_000, paymentMs: 60_000 },
      inquire({ service, customerNumber }, abandoned) {
        asked.push(`inquire ${service.product} ${customerNumber}`);
        return fake.answer(abandoned);
      },
      async openPayment({ id }) {
        asked.push(`open ${id}`);
        const connected = await fake.connect();
        if (!connected.ok) return err(connected.error);
        let isUsed = false;
        return ok({
          host: '127.0.0.1:1',
          account: 'fingerprint',
          request: 'POST [secret]',
          send() {
            if (isUsed) throw new Error('sent twice');
            isUsed = true;
            asked.push(`send ${id}`);
            fake.onSend();
            return { byDeadline: fake.byDeadline(), late: fake.late() };
          },
          abandon() {
            asked.push(`abandon ${id}`);
          },
        });
      },
      readPaymentReply(of, raw) {
        asked.push(`read ${of.id}`);
        return fake.read(of, raw);
      },
    },
  };
  return fake;
}
