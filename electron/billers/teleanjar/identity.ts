import type { Customer, Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import type { Row } from './envelope.ts';
import { fieldLabels } from './row-details.ts';
import { identitySchema } from './values.ts';

/** The fields in which an answer names a customer. */
const identityFields = ['idpel', 'nopel', 'nomor_registrasi', 'nometer', 'custno'] as const;
type IdentityField = (typeof identityFields)[number];

/**
 * The fields that hold the number a customer of a product is known by. Telkom's is `idpel` in an inquiry and `nopel`
 * in a payment (H2H document V1.4). What the document does not describe may use any.
 */
const keyFields = (product: ProductId): readonly IdentityField[] => {
  switch (product) {
    case 'pln-postpaid':
      return ['idpel'];
    case 'pln-nontaglis':
      return ['nomor_registrasi'];
    case 'pln-prepaid':
      return ['idpel', 'nometer'];
    case 'telkom-pstn':
      return ['idpel', 'nopel'];
    default:
      return identityFields;
  }
};

/** A field's number, empty where there is none; `undefined` where what stands there can be no number. */
function numberIn(row: Row, field: IdentityField): string | undefined {
  const value = row[field];
  if (value === undefined || value === null) return '';
  return identitySchema.safeParse(value).data;
}

/** Whether an inquiry's row is of the number asked for. `none`: it does not say. */
export function isOfNumber(product: ProductId, row: Row, asked: string): 'same' | 'other' | 'none' {
  const numbers = keyFields(product).map((field) => numberIn(row, field));
  const named = numbers.filter((number) => number !== '');
  if (named.includes(undefined)) return 'other';
  if (named.length === 0) return 'none';
  // A token may be asked for by meter or by idpel, and what the document does not describe by one number of several.
  const mayHaveOthers = product === 'pln-prepaid' || keyFields(product).length > 2;
  const isSame = mayHaveOthers ? named.includes(asked) : named.every((number) => number === asked);
  return isSame ? 'same' : 'other';
}

/** What holds the customer's place: idpel before meter, otherwise the number asked for. */
export function identityOf(product: ProductId, row: Row, asked: string): string {
  if (product !== 'pln-prepaid') return asked;
  const idpel = numberIn(row, 'idpel');
  return idpel === undefined || idpel === '' ? asked : idpel;
}

/** The number that a payment's answer must carry: by it the document's products are told apart. */
const ownNumbers: Readonly<Partial<Record<ProductId, IdentityField>>> = {
  'pln-postpaid': 'idpel',
  'pln-nontaglis': 'nomor_registrasi',
  'telkom-pstn': 'nopel',
};

/**
 * Whether a row of an answer to a payment is of the quote's customer: every number it carries that the quote knows
 * must be the quote's. `none`: it does not carry the product's own.
 */
export function isOfQuote(quote: Quote, row: Row): 'same' | 'other' | 'none' {
  const verdicts = new Set(identityFields.map((field) => compare(quote, field, numberIn(row, field))));
  if (verdicts.has('other')) return 'other';
  const own = ownNumbers[quote.product];
  if (own !== undefined && numberIn(row, own) === '') return 'none';
  return verdicts.has('same') ? 'same' : 'none';
}

function compare(quote: Quote, field: IdentityField, number: string | undefined): 'same' | 'other' | 'none' {
  if (number === '') return 'none';
  if (number === undefined) return 'other';
  const { product, customer } = quote;
  const own = ownNumbers[product];
  if (field === own) return number === customer.identity ? 'same' : 'other';
  const known = knownNumber(customer, field);
  const isKey = keyFields(product).includes(field);
  if (known !== undefined) {
    if (number !== known) return 'other';
    return isKey && own === undefined ? 'same' : 'none';
  }
  // The inquiry named a token's customer by the numbers in its details, and no other decides.
  if (!isKey || product === 'pln-prepaid') return 'none';
  return number === customer.identity ? 'same' : 'other';
}

/** What the inquiry gave in `field` besides the identity. */
function knownNumber({ details }: Customer, field: IdentityField): string | undefined {
  const label = fieldLabels.get(field);
  return details.find((detail) =>
    label === undefined ? detail.label === 'other' && detail.name === field : detail.label === label,
  )?.value;
}

/** Fields that only one product's answers have, of the products in the document. */
const foreignFields: Readonly<Partial<Record<ProductId, readonly string[]>>> = {
  'pln-postpaid': ['nomor_registrasi', 'nopel', 'token'],
  'pln-nontaglis': ['nopel', 'token'],
  'pln-prepaid': ['nomor_registrasi', 'nopel'],
  'telkom-pstn': ['nomor_registrasi', 'token'],
};

/** Whether a row carries what only another product's answers do, and it is not the quote's number again. */
export const isOfOtherProduct = ({ product, customer }: Quote, row: Row): boolean =>
  (foreignFields[product] ?? []).some((field) => {
    const value = row[field];
    return value !== undefined && value !== null && value !== '' && value !== customer.identity;
  });
