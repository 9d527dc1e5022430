import type { Quote } from '../../../shared/payment/quote.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Biller, BillerDefinition, BillerOptions, InquiryProblem } from '../biller.ts';
import { defaultLateMs, givenUpAfter, routeOf } from '../route.ts';
import { call, openLine, type CallFault } from '../wire.ts';
import { accessOf, ledgerKindOf } from './account.ts';
import type { Ask } from './ask.ts';
import { codes, explain, httpRules } from './codes.ts';
import { testConnection } from './connection-test.ts';
import { form, hasStatusCall, separatorOf } from './form.ts';
import { readInquiryReply } from './inquiry-reply.ts';
import { readPaymentReply } from './payment-reply.ts';
import { signRequest, type SignedRequest } from './request.ts';
import { shownText } from './response-code.ts';
import { createStatusCall } from './status-call.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Teleanjar H2H, document V1.4: inquiry and payment of PLN postpaid, prepaid, non-taglis and Telkom PSTN. */
export const teleanjar: BillerDefinition = { form, codes, httpRules, ledgerKindOf, connect };

function connect(options: BillerOptions): Biller {
  const { profile, credentials, lateMs = defaultLateMs, ca } = options;
  const route = routeOf(profile, ca);
  const separator = separatorOf(profile);
  const givenUpMs = givenUpAfter(profile);
  const redact = (text: string): string => withoutSecrets(credentials())(text);

  const ask: Ask = async (action, values, at, how = {}) => {
    const access = accessOf(profile, credentials());
    if (access === undefined) return err({ code: 'not-set-up' });
    const signed = signRequest(access.credentials, how.separator ?? separator, values, at);
    const address = access.address(action);
    const reply = await call(messageOf(address, signed), route, how.abandoned);
    return reply.ok ? ok({ request: redactedRequest(address, signed), reply: reply.value }) : reply;
  };

  return {
    id: form.id,
    name: form.name,
    services: profile.services,
    deadlines: { inquiryMs: givenUpMs, paymentMs: givenUpMs },

    account: () => accessOf(profile, credentials())?.account,

    async inquire({ service, customerNumber, extras, at }, abandoned) {
      const values = [
        service.code,
        customerNumber,
        ...(extras.amount === undefined ? [] : [`${extras.amount}`]),
      ];
      const asked = await ask('inquiry', values, at, { abandoned });
      if (!asked.ok) return err({ code: problemOfFault[asked.error.code] });
      const read = readInquiryReply(service.product, customerNumber, asked.value);
      if (read.ok || read.error.billerText === undefined) return read;
      return err({ ...read.error, billerText: shownText(redact(read.error.billerText)) });
    },

    async openPayment(quote, at) {
      const access = accessOf(profile, credentials());
      if (access === undefined) return err({ code: 'not-set-up' });
      const signed = signRequest(access.credentials, separator, paymentValues(quote), at);
      const address = access.address('payment');
      const line = await openLine(messageOf(address, signed), route, lateMs);
      if (!line.ok) return err({ code: 'no-connection' });
      return ok({
        ...access.account,
        request: redactedRequest(address, signed),
        send: () => line.value.send(),
        abandon: () => line.value.abandon(),
      });
    },

    readPaymentReply: (quote, reply) =>
      readPaymentReply(quote, reply, profile.finalAnswers, withoutSecrets(credentials())),

    explain: (code) => explain(code),

    status: hasStatusCall(profile) ? createStatusCall(ask, redact) : undefined,
    askDeposit: undefined,
    priceList: undefined,

    async testConnection(at) {
      const test = await testConnection(ask, profile.services, separator, at);
      return test.detail === undefined ? test : { ...test, detail: shownText(redact(test.detail)) };
    },
  };
}

/** `product|customer|respid`, and the amount where one was chosen (H2H document V1.4, payment's "udata"). */
const paymentValues = (quote: Quote): readonly string[] => {
  const amount = quote.denomination ?? quote.extras?.amount;
  return [
    quote.service.code,
    quote.customerNumber,
    quote.inquiryId,
    ...(amount === undefined ? [] : [String(amount)]),
  ];
};

const problemOfFault = {
  'not-set-up': 'not-set-up',
  unreachable: 'no-connection',
  'tls-refused': 'no-connection',
  'pin-mismatch': 'no-connection',
  'proxy-refused': 'no-connection',
  'no-answer': 'no-answer',
  abandoned: 'abandoned',
} as const satisfies Record<CallFault['code'] | 'not-set-up', InquiryProblem['code']>;

const messageOf = (address: URL, { body }: SignedRequest) =>
  ({ address, contentType: 'application/json', body }) as const;

const redactedRequest = (address: URL, { redacted }: SignedRequest): string =>
  `POST ${address.href}\n${redacted}`;
