import { offerSchema, quoteSchema } from '../payment/quote.ts';
import { offerIdSchema, printJobIdSchema, quoteIdSchema, rupiahSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { paperIds } from '../receipt/paper.ts';
import type { Result } from '../result.ts';
import {
  settingsProblemCodes,
  settingsViewSchema,
  shopSettingsSchema,
  teleanjarCredentialsSchema,
  teleanjarSettingsSchema,
} from '../settings.ts';
import { z } from '../zod.ts';
import type { NoticeName, RequestName } from './channels.ts';
import { counterStateSchema } from './counter-state.ts';
import { paymentSummarySchema, paymentViewSchema } from './payment-view.ts';
import { saleProblemSchema } from './sale-problem.ts';

const nothing = z.undefined();
const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');
const ofPayment = z.strictObject({ payment: quoteIdSchema });
const settingsProblemSchema = z.strictObject({ code: z.enum(settingsProblemCodes) });

/** Why a stored receipt could not be had. */
const receiptProblemSchema = z.strictObject({
  code: z.enum(['payment-not-found', 'not-paid', 'picture-not-written']),
});
export type ReceiptProblem = z.infer<typeof receiptProblemSchema>;

/** What an inquiry finds: a bill that can be paid, or a customer for whom an amount is chosen first. */
export const foundSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quote'), quote: quoteSchema }),
  z.strictObject({ kind: z.literal('offer'), offer: offerSchema }),
]);
export type Found = z.infer<typeof foundSchema>;

/** Every request the window may make: what it sends, what it gets, and the expected ways to fail. */
export const requests = {
  counterState: { input: nothing, output: counterStateSchema, error: z.never() },

  inquire: {
    input: z.strictObject({ product: z.enum(productIds), number: z.string().max(60) }),
    output: foundSchema,
    error: saleProblemSchema,
  },
  abandonInquiry: { input: nothing, output: nothing, error: z.never() },
  chooseDenomination: {
    input: z.strictObject({ offer: offerIdSchema, denomination: rupiahSchema }),
    output: quoteSchema,
    error: saleProblemSchema,
  },
  /** Tells main the cash received for a quote; answers the change. */
  tender: {
    input: z.strictObject({ quote: quoteIdSchema, cash: rupiahSchema }),
    output: z.strictObject({ change: rupiahSchema }),
    error: saleProblemSchema,
  },
  /** Pays a quote whose cash has been told. Nothing the window sends here can alter the quote. */
  pay: {
    input: z.strictObject({ quote: quoteIdSchema }),
    output: paymentViewSchema,
    error: saleProblemSchema,
  },

  recentPayments: { input: nothing, output: z.array(paymentSummarySchema).max(20), error: z.never() },
  /** The payments whose outcome is not known, oldest first. */
  openPayments: { input: nothing, output: z.array(paymentSummarySchema).max(200), error: z.never() },
  payment: { input: ofPayment, output: paymentViewSchema, error: receiptProblemSchema },
  /** Prints a receipt again: the same job where the printer took nothing of it, else a marked copy. */
  reprint: { input: ofPayment, output: paymentViewSchema, error: receiptProblemSchema },
  /** The bytes a job sends to its printer, for the preview. */
  paper: {
    input: z.strictObject({ job: printJobIdSchema }),
    output: z.strictObject({ bytes: bytesSchema, paper: z.enum(paperIds) }),
    error: receiptProblemSchema,
  },
  /** Puts the receipt's text on the clipboard, for WhatsApp. */
  copyText: { input: ofPayment, output: nothing, error: receiptProblemSchema },
  /** Saves a picture of the receipt; answers where. */
  savePicture: {
    input: ofPayment,
    output: z.strictObject({ path: z.string() }),
    error: receiptProblemSchema,
  },

  settings: { input: nothing, output: settingsViewSchema, error: z.never() },
  saveShopSettings: { input: shopSettingsSchema, output: settingsViewSchema, error: settingsProblemSchema },
  /** The only message that carries secrets, one way. `null` credentials keep those that are stored. */
  saveTeleanjar: {
    input: z.strictObject({
      settings: teleanjarSettingsSchema,
      credentials: teleanjarCredentialsSchema.nullable(),
    }),
    output: settingsViewSchema,
    error: settingsProblemSchema,
  },
  /** Opens the training ledger or the biller's; the program starts anew. */
  switchLedger: {
    input: z.strictObject({ to: z.enum(['training', 'biller']) }),
    output: nothing,
    error: settingsProblemSchema,
  },
} satisfies Record<RequestName, { input: z.ZodType; output: z.ZodType; error: z.ZodType }>;

/** What main tells without being asked. */
export const notices = { counterState: counterStateSchema } satisfies Record<NoticeName, z.ZodType>;

type Requests = typeof requests;
export type RequestInput<Name extends RequestName> = z.infer<Requests[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.infer<Requests[Name]['output']>;
export type RequestError<Name extends RequestName> = z.infer<Requests[Name]['error']>;
export type RequestResult<Name extends RequestName> = Result<RequestOutput<Name>, RequestError<Name>>;
export type Notice<Name extends NoticeName> = z.infer<(typeof notices)[Name]>;

/** What main does for each request. Input has been checked against the contract when it arrives. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    input: RequestInput<Name>,
  ) => RequestResult<Name> | Promise<RequestResult<Name>>;
};

type Request<Name extends RequestName> =
  undefined extends RequestInput<Name>
    ? () => Promise<RequestResult<Name>>
    : (input: RequestInput<Name>) => Promise<RequestResult<Name>>;

/** `window.loket`: one function a request, and one subscription a notice that returns its own undoing. */
export type LoketBridge = { readonly [Name in RequestName]: Request<Name> } & {
  readonly on: { readonly [Name in NoticeName]: (listener: (value: Notice<Name>) => void) => () => void };
};
