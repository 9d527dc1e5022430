import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { rupiah, type Rupiah } from '../../shared/money.ts';
import { instant, type Instant } from '../../shared/time.ts';
import { accountOf, type Account } from './iak/account.ts';
import { checkBalance } from './iak/balance.ts';
import { Books, type BooksReader } from './iak/books.ts';
import { checkStatus } from './iak/check-status.ts';
import type { Desk } from './iak/desk.ts';
import { inquire } from './iak/inquiry.ts';
import { pay } from './iak/payment.ts';
import { priceList } from './iak/price-list.ts';
import { ReferenceNumbers } from './iak/reference-numbers.ts';
import { bareRefusal, dispatch, pageOf, refusal, type Answer } from './iak/reply.ts';
import { formatOf, readFields, type Format, type RequestFields } from './iak/request.ts';
import { codes, type ResponseCode } from './iak/response-codes.ts';
import { pathOf, startLoopbackServer } from './loopback-server.ts';
import { readBody } from './request-body.ts';
import { sendPage, type Extent, type Page } from './web-page.ts';

export type { Account } from './iak/account.ts';
export type { BooksReader, Outcome, Transaction } from './iak/books.ts';

export interface IakServerOptions {
  /** Default: a name with a leading zero and a key made for this start. */
  readonly account?: Account;
  /** Default Rp 997.294.759. */
  readonly deposit?: Rupiah;
  /** The server's clock, in ms since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** Makes the key and every reference repeatable. Default: new ones each start. */
  readonly seed?: string;
  /** Wait before every answer, in ms. Default 0. */
  readonly latencyMs?: number;
  /** Further wait before a late answer (practice numbers ending in 5001), in ms. Default 45.000. */
  readonly lateMs?: number;
}

/** Requests that have arrived, by command, refused ones included. */
export interface RequestCounts {
  readonly inquiry: number;
  readonly payment: number;
  readonly status: number;
  readonly priceList: number;
  readonly balance: number;
  /** Everything that was none of these. */
  readonly other: number;
}

export interface IakServer {
  /**
   * `http://127.0.0.1:PORT`, below which lie `/api/v1/bill/check` and `/api/check-balance`. IAK has the two on
   * different hosts; both are this one here.
   */
  readonly baseUrl: string;
  readonly account: Account;
  readonly books: BooksReader;
  /** As of now; read again for news. */
  readonly requests: RequestCounts;
  /** Cuts every connection, drops answers still waiting, frees the port. May be called twice. */
  close(): Promise<void>;
}

/** What is there before the payment of the API reference's sample, after which 997.161.249 is left. */
const documentDeposit = rupiah(997_294_759);

const balancePath = '/api/check-balance';
/** The type is the price list's; one official client ends the bare path with a slash. */
const checkPath = /^\/api\/v1\/bill\/check(?:\/([a-z0-9-]*))?$/;

interface Command {
  readonly counter: keyof RequestCounts;
  readonly answer: (desk: Desk, fields: RequestFields, type: string | undefined) => Answer;
}

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['inq-pasca', { counter: 'inquiry', answer: inquire }],
  ['pay-pasca', { counter: 'payment', answer: pay }],
  ['checkstatus', { counter: 'status', answer: checkStatus }],
  ['pricelist-pasca', { counter: 'priceList', answer: priceList }],
]);

const balanceCommand: Command = { counter: 'balance', answer: checkBalance };
const unknownCommand: Command = { counter: 'other', answer: () => refusal(codes.invalidCommand) };

/**
 * Starts the IAK of training mode on loopback: the wire format of the postpaid API in JSON and in XML, and the
 * prepaid API's balance, with a catalogue, a deposit and troubles of its own (`iak/catalogue.ts`,
 * `iak/practice-numbers.ts`). All of it is in memory: a new start has forgotten every payment.
 *
 * Refusals have status 200 and a code in `response_code`; a wrong path or method is 404 with code 117. A body
 * that cannot be read, is too large, or is of neither format answers 107, in JSON where no format is known.
 *
 * @throws the error of `listen` where loopback gives no port.
 */
export async function startIakServer(options: IakServerOptions = {}): Promise<IakServer> {
  const { seed = randomUUID(), latencyMs = 0, lateMs = 45_000 } = options;
  const clock = options.now ?? Date.now;
  const now = (): Instant => instant(Math.floor(clock()));
  const account = options.account ?? accountOf(seed);
  const books = new Books(options.deposit ?? documentDeposit);
  const desk: Desk = { account, books, numbers: new ReferenceNumbers(seed, now()), now };
  const requests = { inquiry: 0, payment: 0, status: 0, priceList: 0, balance: 0, other: 0 };

  const server = await startLoopbackServer(receive);

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body.kind === 'broken-off') return;
    const format = formatOf(request.headers['content-type']);
    const door = format ?? 'json';
    const path = pathOf(request);
    const type = checkPath.exec(path);
    if (request.method !== 'POST' || (type === null && path !== balancePath)) {
      return refuse(response, codes.pageNotFound, door, 404);
    }
    const fields =
      format === undefined || body.kind === 'too-large' ? undefined : readFields(body.bytes, format);
    if (fields === undefined) return refuse(response, codes.formatError, door);

    const command = commandOf(path, fields, type?.[1]);
    requests[command.counter] += 1;
    const { reply, delivery } = command.answer(desk, fields, type?.[1] || undefined);
    const { page, extent } = dispatch(pageOf(reply(door), door), delivery);
    respond(response, page, extent, latencyMs + (delivery === 'late' ? lateMs : 0));
  }

  /** What never became a command. */
  function refuse(response: ServerResponse, code: ResponseCode, format: Format, status = 200): void {
    requests.other += 1;
    respond(response, pageOf(bareRefusal(code), format, status), 'all', latencyMs);
  }

  /** The order is done by now, whether or not the client waits for the answer. */
  function respond(response: ServerResponse, page: Page, extent: Extent, delay: number): void {
    server.sendLater(response, delay, () => sendPage(response, page, extent, new Date(now())));
  }

  return {
    baseUrl: server.origin,
    account,
    books,
    requests,
    close: () => server.close(),
  };
}

/** A type in the path belongs to the price list; any other command there is not one. */
function commandOf(path: string, fields: RequestFields, type: string | undefined): Command {
  if (path === balancePath) return balanceCommand;
  const name = fields.get('commands') ?? '';
  if (type !== undefined && type !== '' && name !== 'pricelist-pasca') return unknownCommand;
  return commands.get(name) ?? unknownCommand;
}
