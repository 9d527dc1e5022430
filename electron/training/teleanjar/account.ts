/** A partner's access to the gateway, and the outlet its receipts name. */
export interface Account {
  /** Partner id, sent in clear as `uuid`. */
  readonly uuid: string;
  readonly username: string;
  readonly password: string;
  /** Sent in the body as `X-API-KEY`. */
  readonly apiKey: string;
  /** Printed as `outletId/outletName` at the head of each receipt; the id again in its `CA/` line. */
  readonly outletId: string;
  readonly outletName: string;
}

/** No secret: it opens nothing but the practice server, which listens on loopback alone. */
export const practiceAccount: Account = {
  uuid: 'LATIHAN01',
  username: 'latih1',
  password: 'sandi-latihan',
  apiKey: 'KUNCI-LATIHAN',
  outletId: '40014002',
  outletName: 'LOKET LATIHAN',
};

/** What Teleanjar sells, by the kinds of product of the counter. */
export const teleanjarProducts = ['pln-postpaid', 'pln-prepaid', 'pln-nontaglis', 'telkom-pstn'] as const;
export type TeleanjarProduct = (typeof teleanjarProducts)[number];

/** The biller's code of each product, first part of `udata`. */
export type ProductCodes = Readonly<Record<TeleanjarProduct, string>>;

/** Only the postpaid code has been seen in public; the others follow its pattern. */
export const defaultProductCodes: ProductCodes = {
  'pln-postpaid': 'TELE-PLN-POSTPAID',
  'pln-prepaid': 'TELE-PLN-PREPAID',
  'pln-nontaglis': 'TELE-PLN-NONTAGLIS',
  'telkom-pstn': 'TELE-TELKOM-PSTN',
};

/** What joins the parts of `ppid` and `udata`: a pipe for every known client, a blank as the document prints. */
export type Separator = 'pipe' | 'blank';

export const separatorCharacter: Readonly<Record<Separator, string>> = { pipe: '|', blank: ' ' };
