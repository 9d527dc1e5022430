import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { rupiah, type Rupiah } from '../../shared/money.ts';
import { instant, type Instant } from '../../shared/time.ts';
import { pathOf, startLoopbackServer } from './loopback-server.ts';
import { readBody } from './request-body.ts';
import {
  defaultProductCodes,
  practiceAccount,
  type Account,
  type ProductCodes,
  type Separator,
} from './teleanjar/account.ts';
import { Books, type BooksReader } from './teleanjar/books.ts';
import { checkStatus } from './teleanjar/check-status.ts';
import type { Desk } from './teleanjar/desk.ts';
import { inquire } from './teleanjar/inquiry.ts';
import { IssuedInquiries } from './teleanjar/issued-inquiries.ts';
import { addressRefusedPage, dispatch, jsonPage, methodPage, notFoundPage } from './teleanjar/page.ts';
import { pay } from './teleanjar/payment.ts';
import { ReferenceNumbers } from './teleanjar/reference-numbers.ts';
import type { Answer, Delivery } from './teleanjar/reply.ts';
import { readRequest } from './teleanjar/request.ts';
import { accessRefusals } from './teleanjar/response-codes.ts';
import { sendPage, type Extent, type Page } from './web-page.ts';

export type { Account, ProductCodes, Separator } from './teleanjar/account.ts';
export type { BookedPayment, BooksReader } from './teleanjar/books.ts';

export interface TeleanjarServerOptions {
  readonly account?: Account;
  /** What the server takes `ppid` and `udata` to be joined by. Default `pipe`. */
  readonly separator?: Separator;
  readonly productCodes?: Partial<ProductCodes>;
  /** Default Rp 901.256.709, the document's `saldo`. */
  readonly openingDeposit?: Rupiah;
  /** The server's clock, in ms since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** Makes every respid, reference and token repeatable. Default: new ones each start. */
  readonly seed?: string;
  /** Wait before every answer, in ms. Default 0. */
  readonly latencyMs?: number;
  /** Further wait before a late answer (practice numbers ending in 2001), in ms. Default 45.000. */
  readonly lateMs?: number;
}

/** Requests that have arrived, refused ones included. */
export interface RequestCounts {
  readonly inquiry: number;
  readonly payment: number;
  /** Of `cek_status`. */
  readonly status: number;
  /** Any other path. */
  readonly other: number;
}

export interface TeleanjarServer {
  /** `http://127.0.0.1:PORT/tele-api-v2/h2h/trx`; `/inquiry`, `/payment` and `/cek_status` are below it. */
  readonly baseUrl: string;
  readonly account: Account;
  readonly separator: Separator;
  readonly productCodes: ProductCodes;
  readonly books: BooksReader;
  /** As of now; read again for news. */
  readonly requests: RequestCounts;
  /** While `true` every request is answered as to an address that is not registered: 403, a page of HTML. */
  setAddressRefused(refused: boolean): void;
  /** Cuts every connection, drops answers still waiting, frees the port. May be called twice. */
  close(): Promise<void>;
}

const basePath = '/tele-api-v2/h2h/trx';

interface Operation {
  readonly name: 'inquiry' | 'payment' | 'status';
  readonly answer: (desk: Desk, udata: readonly string[]) => Answer;
}

const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  [`${basePath}/inquiry`, { name: 'inquiry', answer: inquire }],
  [`${basePath}/payment`, { name: 'payment', answer: pay }],
  [`${basePath}/cek_status`, { name: 'status', answer: checkStatus }],
]);

const documentDeposit = rupiah(901_256_709);

/**
 * Starts the Teleanjar of training mode on loopback: the wire format of "API REFERENCE - H2H TELEANJAR" V1.4,
 * and the `cek_status` that it leaves out, with customers, a deposit and troubles of its own (`customers.ts`,
 * `practice-numbers.ts`). All of it is in memory: a new start has forgotten every payment.
 *
 * Refusals have status 200 and words in `response`, like the real one's; only what a web server says by
 * itself is HTML (403 address, 404 path, 405 method).
 *
 * @throws the error of `listen` where loopback gives no port.
 */
export async function startTeleanjarServer(options: TeleanjarServerOptions = {}): Promise<TeleanjarServer> {
  const { account = practiceAccount, separator = 'pipe', latencyMs = 0, lateMs = 45_000 } = options;
  const clock = options.now ?? Date.now;
  const now = (): Instant => instant(Math.floor(clock()));
  const productCodes = { ...defaultProductCodes, ...options.productCodes };
  const books = new Books(options.openingDeposit ?? documentDeposit);
  const numbers = new ReferenceNumbers(options.seed ?? randomUUID());
  const desk: Desk = { account, productCodes, books, numbers, inquiries: new IssuedInquiries(), now };

  const requests = { inquiry: 0, payment: 0, status: 0, other: 0 };
  let addressRefused = false;

  const server = await startLoopbackServer(receive);

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = operations.get(pathOf(request));
    requests[operation?.name ?? 'other'] += 1;
    const body = await readBody(request);
    if (body.kind === 'broken-off') return;
    if (addressRefused) return respond(response, addressRefusedPage);
    if (operation === undefined) return respond(response, notFoundPage);
    if (request.method !== 'POST') return respond(response, methodPage);
    if (body.kind === 'too-large') return respond(response, jsonPage({ response: accessRefusals.tooLarge }));
    const udata = readRequest(body.bytes, { account, separator, at: now() });
    if (!udata.ok) return respond(response, jsonPage({ response: udata.error }));
    const { reply, delivery } = operation.answer(desk, udata.value);
    const { page, extent } = dispatch(reply, delivery);
    respond(response, page, extent, delivery);
  }

  /** The order is done by now, whether or not the client waits for the answer. */
  function respond(
    response: ServerResponse,
    page: Page,
    extent: Extent = 'all',
    delivery: Delivery = 'whole',
  ): void {
    const delay = latencyMs + (delivery === 'late' ? lateMs : 0);
    server.sendLater(response, delay, () => sendPage(response, page, extent, new Date(now())));
  }

  return {
    baseUrl: `${server.origin}${basePath}`,
    account,
    separator,
    productCodes,
    books,
    requests,
    setAddressRefused(refused) {
      addressRefused = refused;
    },
    close: () => server.close(),
  };
}
