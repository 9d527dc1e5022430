import { createHash } from 'node:crypto';
import type { Service } from '../../../shared/biller-profile.ts';
import type { Extras } from '../../../shared/payment/quote.ts';

/** How requests are written and answers wanted; both say the same. */
export type Format = 'json' | 'xml';

export interface IakCredentials {
  /** The registered telephone number, its leading zero kept. */
  readonly username: string;
  readonly apiKey: string;
}

/** A request's fields in their order; an object is an element with elements of its own. */
type FieldValue = string | number | Readonly<Record<string, string | number>>;
type RequestFields = Readonly<Record<string, FieldValue>>;

/** What a call says of itself, and what its signature ends in (IAK API reference, postpaid). */
export interface Command {
  readonly fields: RequestFields;
  readonly signedWith: string;
}

/** A request as it leaves, and as it may be kept. */
export interface SignedRequest {
  readonly contentType: 'application/json' | 'application/xml';
  /** Holds secrets: to the wire and nowhere else. */
  readonly body: string;
  /** The same, user name and signature blanked. */
  readonly redacted: string;
}

export interface InquiryCommand {
  readonly service: Service;
  readonly customerNumber: string;
  readonly extras: Extras;
  readonly refId: string;
}

/** `inq-pasca`. Of the extras only those go out that the service asks for. */
export const inquiryCommand = ({ service, customerNumber, extras, refId }: InquiryCommand): Command => ({
  fields: {
    commands: 'inq-pasca',
    code: service.code,
    hp: customerNumber,
    ref_id: refId,
    ...extraFieldsOf(service, extras),
  },
  signedWith: refId,
});

/** `pay-pasca` names the inquiry and nothing else. */
export const paymentCommand = (trId: string): Command => ({
  fields: { commands: 'pay-pasca', tr_id: trId },
  signedWith: trId,
});

/** `checkstatus` asks by our own id, and is not signed with it. */
export const statusCommand = (refId: string): Command => ({
  fields: { commands: 'checkstatus', ref_id: refId },
  signedWith: 'cs',
});

/** `pricelist-pasca`, of whatever type the path names. */
export const priceListCommand: Command = {
  fields: { commands: 'pricelist-pasca', status: 'all' },
  signedWith: 'pl',
};

/** The prepaid API's `check-balance`, which has no `commands`. */
export const balanceCommand: Command = { fields: {}, signedWith: 'bl' };

function extraFieldsOf({ asks }: Service, extras: Extras): RequestFields {
  const { months, taxYear, identityNumber, amount } = extras;
  return {
    ...(asks.includes('months') && months !== undefined ? { month: String(months) } : {}),
    ...(asks.includes('tax-year') && taxYear !== undefined ? { year: String(taxYear) } : {}),
    ...(asks.includes('identity-number') && identityNumber !== undefined
      ? { nomor_identitas: identityNumber }
      : {}),
    ...(asks.includes('amount') && amount !== undefined ? { desc: { amount } } : {}),
  };
}

/** `md5(username + api_key + suffix)`, in small letters. */
export const sign = ({ username, apiKey }: IakCredentials, suffix: string): string =>
  createHash('md5').update(`${username}${apiKey}${suffix}`).digest('hex');

const blanked = '[secret]';

/** Signs a command and writes it in `format`. Values are strings, as in IAK's samples, also where a type is integer. */
export function signRequest(
  credentials: IakCredentials,
  { fields, signedWith }: Command,
  format: Format,
): SignedRequest {
  const { contentType, write } = writers[format];
  const { commands, ...rest } = fields;
  const withAccount = (username: string, signature: string): RequestFields => ({
    ...(commands === undefined ? {} : { commands }),
    username,
    ...rest,
    sign: signature,
  });
  return {
    contentType,
    body: write(withAccount(credentials.username, sign(credentials, signedWith))),
    redacted: write(withAccount(blanked, blanked)),
  };
}

const writers = {
  json: { contentType: 'application/json', write: (fields: RequestFields) => JSON.stringify(fields) },
  xml: {
    contentType: 'application/xml',
    write: (fields: RequestFields) => `<?xml version="1.0" encoding="UTF-8"?>\n<mp>${elements(fields)}</mp>`,
  },
} as const;

/** Names are ours and need no escape; values may be anything that was typed. */
const elements = (fields: RequestFields): string =>
  Object.entries(fields)
    .map(
      ([name, value]) => `<${name}>${typeof value === 'object' ? elements(value) : escape(value)}</${name}>`,
    )
    .join('');

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escape = (value: string | number): string =>
  String(value).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);
