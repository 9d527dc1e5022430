import { err, ok, type Result } from '../../../shared/result.ts';
import { instant } from '../../../shared/time.ts';
import type { ApiExchange, Biller, BillerDefinition, BillerOptions, InquiryProblem } from '../biller.ts';
import { defaultLateMs, givenUpAfter, routeOf } from '../route.ts';
import { call, openLine, type CallFault } from '../wire.ts';
import { accessOf, accountOf, prepare, shownText } from './account.ts';
import { billCheck, checkBalance, ledgerKindOf, priceListOf, readBaseUrl } from './address.ts';
import { testOfFault } from '../connection-verdict.ts';
import { codeEntry, httpRules, iakCodes, reportedCodes } from './codes.ts';
import { testOfReply } from './connection-test.ts';
import { readDepositReply } from './deposit-reply.ts';
import { form, formatOf } from './form.ts';
import { readInquiryReply } from './inquiry-reply.ts';
import { readPaymentReply } from './payment-reply.ts';
import { readPriceList } from './price-list.ts';
import { newRefId } from './ref-id.ts';
import {
  balanceCommand,
  inquiryCommand,
  paymentCommand,
  priceListCommand,
  statusCommand,
  type Command,
  type Format,
} from './request.ts';
import { readStatusReply } from './status-reply.ts';

/** IAK's postpaid API (mobilepulsa) in JSON or XML, and the prepaid API's word for the deposit. */
export const iak: BillerDefinition = {
  form,
  codes: [...iakCodes, ...reportedCodes],
  httpRules,
  ledgerKindOf,
  connect,
};

interface Manner {
  readonly abandoned?: AbortSignal;
  /** Where it is not the profile's. */
  readonly format?: Format;
}

type AskFault = CallFault | { readonly code: 'not-set-up' };

function connect({ profile, credentials, lateMs = defaultLateMs, ca }: BillerOptions): Biller {
  const base = readBaseUrl(profile.baseUrl);
  const route = routeOf(profile, ca);
  const format = formatOf(profile);
  const givenUpMs = givenUpAfter(profile);
  const hidden = (text: string): string => shownText(text, credentials());

  /** Sends what moves no money to an address below the biller's. */
  async function ask(
    addressFrom: (base: URL) => URL,
    command: Command,
    manner: Manner = {},
  ): Promise<Result<ApiExchange, AskFault>> {
    const access = accessOf(base, credentials());
    if (access === undefined) return err({ code: 'not-set-up' });
    const address = addressFrom(access.base);
    const { message, request } = prepare(access, address, command, manner.format ?? format);
    const called = await call(message, route, manner.abandoned);
    return called.ok ? ok({ request, reply: called.value }) : called;
  }

  /** Asks, and reads what came. */
  async function question<T>(
    asking: Promise<Result<ApiExchange, AskFault>>,
    read: (exchange: ApiExchange) => Result<T, InquiryProblem>,
  ): Promise<Result<T, InquiryProblem>> {
    const asked = await asking;
    if (!asked.ok) return err({ code: problemOf(asked.error) });
    const answer = read(asked.value);
    if (answer.ok || answer.error.billerText === undefined) return answer;
    return err({ ...answer.error, billerText: hidden(answer.error.billerText) });
  }

  const balance = base === undefined ? undefined : checkBalance(base);
  // A pin names the key of one host; nothing goes to another, of which nobody said how it is known.
  const mayAskDeposit = profile.route.pin === '' || balance?.host === base?.host;

  return {
    id: form.id,
    name: form.name,
    services: profile.services,
    deadlines: { inquiryMs: givenUpMs, paymentMs: givenUpMs },

    account() {
      const access = accessOf(base, credentials());
      return access === undefined ? undefined : accountOf(access);
    },

    inquire({ service, customerNumber, extras }, abandoned) {
      const refId = newRefId();
      const command = inquiryCommand({ service, customerNumber, extras, refId });
      return question(ask(billCheck, command, { abandoned }), (exchange) => {
        const inquiry = readInquiryReply({ service, customerNumber, extras, refId }, exchange.reply);
        return inquiry.ok ? ok({ ...inquiry.value, ourReference: refId, exchange }) : inquiry;
      });
    },

    async openPayment(quote) {
      const access = accessOf(base, credentials());
      if (access === undefined) return err({ code: 'not-set-up' });
      const command = paymentCommand(quote.inquiryId);
      const { message, request } = prepare(access, billCheck(access.base), command, format);
      const line = await openLine(message, route, lateMs);
      return line.ok ? ok({ ...accountOf(access), request, ...line.value }) : err({ code: 'no-connection' });
    },

    readPaymentReply(quote, reply) {
      const reading = readPaymentReply(quote, reply);
      const { outcome } = reading;
      if (outcome.kind === 'paid' || outcome.text === undefined) return reading;
      return { ...reading, outcome: { ...outcome, text: hidden(outcome.text) } };
    },

    explain: (code) => codeEntry(code)?.words,

    status: {
      keyedBy: 'our-reference',
      async ask({ quote }) {
        // Every quote of ours has one; without it there is nothing to ask by.
        if (quote.ourReference === undefined) return err({ code: 'not-set-up' });
        const asked = await ask(billCheck, statusCommand(quote.ourReference));
        if (asked.ok) return ok([asked.value]);
        const code = problemOf(asked.error);
        return err({ code: code === 'abandoned' ? 'no-answer' : code });
      },
      read({ quote }, reply) {
        const reading = readStatusReply(quote, reply);
        return 'text' in reading ? { ...reading, text: hidden(reading.text) } : reading;
      },
    },

    askDeposit:
      balance === undefined || !mayAskDeposit
        ? undefined
        : () =>
            // The prepaid API is another than the one the choice of format is about.
            question(
              ask(() => balance, balanceCommand, { format: 'json' }),
              ({ reply }) => readDepositReply(reply),
            ),

    priceList: () => question(ask(billCheck, priceListCommand), ({ reply }) => readPriceList(reply)),

    async testConnection(at) {
      const began = performance.now();
      const asked = await ask((address) => priceListOf(address, smallType), priceListCommand);
      const answeredAt = instant(Math.round(at + performance.now() - began));
      const test = asked.ok ? testOfReply(asked.value.reply, answeredAt) : testOfFault(asked.error);
      return test.detail === undefined ? test : { ...test, detail: hidden(test.detail) };
    },
  };
}

/** A type with few lines in the price list, for a question whose answer nobody reads. */
const smallType = 'pln';

function problemOf({ code }: AskFault): 'not-set-up' | 'no-connection' | 'no-answer' | 'abandoned' {
  switch (code) {
    case 'not-set-up':
    case 'no-answer':
    case 'abandoned':
      return code;
    case 'unreachable':
    case 'tls-refused':
    case 'pin-mismatch':
    case 'proxy-refused':
      return 'no-connection';
  }
}
