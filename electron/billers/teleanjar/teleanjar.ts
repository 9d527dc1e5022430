import { createHash } from 'node:crypto';
import type { Quote } from '../../../shared/payment/quote.ts';
import { productIds } from '../../../shared/products.ts';
import { err, ok } from '../../../shared/result.ts';
import type { TeleanjarCredentials, TeleanjarSettings } from '../../../shared/settings.ts';
import type { Biller, PaymentExchange, RawReply } from '../biller.ts';
import { openConnection, postOn, type Deadlines } from '../wire.ts';
import { readInquiryReply } from './inquiry-reply.ts';
import { readPaymentReply } from './payment-reply.ts';
import { signRequest, type SignedRequest } from './request.ts';

/** Teleanjar's own Android client waits 35 s, once; after that we read on in case a late answer comes. */
const defaultDeadlines: Deadlines = { connect: 10_000, whole: 35_000 };
const defaultLateMs = 600_000;

export interface TeleanjarOptions {
  readonly settings: TeleanjarSettings;
  /** `undefined` where none are stored or no key store can be read. Asked for at each call, never kept. */
  readonly credentials: () => TeleanjarCredentials | undefined;
  readonly deadlines?: Deadlines;
  /** Milliseconds after the deadline during which a payment's socket is still read. */
  readonly lateMs?: number;
}

/** Teleanjar H2H, document V1.4: inquiry and payment of PLN postpaid, prepaid, non-taglis and Telkom PSTN. */
export function createTeleanjar(options: TeleanjarOptions): Biller {
  const { settings, credentials, deadlines = defaultDeadlines, lateMs = defaultLateMs } = options;
  const address = (action: 'inquiry' | 'payment'): URL =>
    new URL(`${settings.baseUrl.replace(/\/+$/, '')}/${action}`);

  return {
    id: 'teleanjar',
    products: productIds,
    deadlines: {
      inquiryMs: deadlines.connect + deadlines.whole,
      paymentMs: deadlines.connect + deadlines.whole,
    },

    async inquire({ product, customerNumber, at }, abandoned) {
      const account = credentials();
      if (account === undefined) return err({ code: 'not-set-up' });
      const url = address('inquiry');
      const connection = await openConnection(url, deadlines.connect, abandoned);
      if (abandoned.aborted) return err({ code: 'abandoned' });
      if (!connection.ok) return err({ code: 'no-connection' });
      const socket = connection.value;
      const hangUp = (): void => void socket.destroy();
      const timer = setTimeout(hangUp, deadlines.whole);
      abandoned.addEventListener('abort', hangUp, { once: true });
      const values = [settings.productCodes[product], customerNumber];
      const reply = await postOn(socket, url, signRequest(account, settings.separator, values, at).body);
      clearTimeout(timer);
      abandoned.removeEventListener('abort', hangUp);
      if (abandoned.aborted) return err({ code: 'abandoned' });
      if (reply === undefined) return err({ code: 'no-answer' });
      return readInquiryReply(product, customerNumber, reply);
    },

    async openPayment(quote, at) {
      const account = credentials();
      if (account === undefined) return err({ code: 'not-set-up' });
      const url = address('payment');
      const request = signRequest(account, settings.separator, paymentValues(settings, quote), at);
      const connection = await openConnection(url, deadlines.connect);
      if (!connection.ok) return err({ code: 'no-connection' });
      const socket = connection.value;
      let used = false;
      return ok({
        host: url.host,
        account: fingerprint(account),
        request: redactedRequest(url, request),
        send() {
          if (used) throw new Error('a payment is sent at most once');
          used = true;
          return exchange(postOn(socket, url, request.body), socket, deadlines.whole, lateMs);
        },
        abandon() {
          used = true;
          socket.destroy();
        },
      });
    },

    readPaymentReply,
  };
}

const paymentValues = (settings: TeleanjarSettings, quote: Quote): readonly string[] => [
  settings.productCodes[quote.product],
  quote.customerNumber,
  quote.inquiryId,
  ...(quote.denomination === undefined ? [] : [String(quote.denomination)]),
];

const redactedRequest = (url: URL, request: SignedRequest): string => `POST ${url.href}\n${request.redacted}`;

/** Names the account in the ledger without holding anything of it. */
const fingerprint = (account: TeleanjarCredentials): string =>
  createHash('sha256').update(`${account.uuid}\n${account.username}`).digest('hex').slice(0, 16);

/** Splits an answer into what came by the deadline and what came after; the socket is let go at the end. */
function exchange(
  whenever: Promise<RawReply | undefined>,
  socket: { destroy(): unknown },
  wholeMs: number,
  lateMs: number,
): PaymentExchange {
  let deadline: NodeJS.Timeout;
  let end: NodeJS.Timeout;
  const tooLate = new Promise<'too-late'>((resolve) => {
    deadline = setTimeout(() => resolve('too-late'), wholeMs);
    end = setTimeout(() => socket.destroy(), wholeMs + lateMs);
    end.unref();
  });
  const first = Promise.race([whenever, tooLate]);
  void whenever.finally(() => {
    clearTimeout(deadline);
    clearTimeout(end);
  });
  return {
    byDeadline: first.then((result) => (result === 'too-late' ? undefined : result)),
    late: first.then((result) => (result === 'too-late' ? whenever : undefined)),
  };
}
