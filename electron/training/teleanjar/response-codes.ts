/** A word from the switch: `SWT:` and a PLN code of four digits. */
export type SwitchCode = `SWT:${string}`;

/** A refusal in words: the gateway has no code and no message field for these, `response` is the text itself. */
export type Refusal = `KILLME:${string}`;

/** The PLN codes this server gives by itself; practice numbers can ask for any other. */
export const switchCodes = {
  success: 'SWT:0000',
  badDenomination: 'SWT:0013',
  unknownCustomer: 'SWT:0014',
  /**
   * "No payment": PLN's word to one who asks after a payment it does not know, and so the nearest to what
   * `cek_status` has to say; what the real one answers is not known. The same code in answer to a payment leaves
   * that pending, so a client can take it for "not found" and for nothing more.
   */
  noPayment: 'SWT:0063',
  alreadyPaid: 'SWT:0088',
  /** "Switcher reference not available": a respid that no inquiry gave. */
  unknownInquiry: 'SWT:0092',
  /** "Switcher reference invalid": a respid given for another product or customer. */
  foreignInquiry: 'SWT:0093',
} as const satisfies Record<string, SwitchCode>;

/** After these a payment may still be done, so a switch keeps the money. All others are a certain "no". */
const pendingCodes: ReadonlySet<SwitchCode> = new Set(['SWT:0005', 'SWT:0063', 'SWT:0068', 'SWT:0099']);

export const isPending = (code: SwitchCode): boolean => pendingCodes.has(code);

/** Refusals before any account is opened: their reply has no field but `response`. */
export const accessRefusals = {
  tooLarge: 'KILLME:UKURAN PERMINTAAN TERLALU BESAR',
  notJson: 'KILLME:FORMAT JSON TIDAK SESUAI',
  wrongKey: 'KILLME:X-API-KEY TIDAK VALID',
  wrongPartner: 'KILLME:UUID TIDAK TERDAFTAR',
  badPpid: 'KILLME:FORMAT PPID TIDAK SESUAI',
  wrongLogin: 'KILLME:USERNAME ATAU PASSWORD SALAH',
  badUdata: 'KILLME:FORMAT UDATA TIDAK SESUAI',
  badTime: 'KILLME:FORMAT DTIME TIDAK SESUAI',
  staleTime: 'KILLME:DTIME SUDAH KEDALUWARSA',
  wrongSignature: 'KILLME:SIGNATURE TIDAK SESUAI',
} as const satisfies Record<string, Refusal>;

export const missingParameter = (name: string): Refusal => `KILLME:PARAMETER ${name} TIDAK ADA`;
export const unknownParameter = (name: string): Refusal => `KILLME:PARAMETER ${name} TIDAK DIKENAL`;

/** Refusals of a known partner's order. */
export const orderRefusals = {
  unknownProduct: 'KILLME:PRODUK TIDAK TERDAFTAR',
  wrongParts: 'KILLME:DATA UDATA TIDAK LENGKAP ATAU BERLEBIH',
  badDay: 'KILLME:FORMAT TANGGAL TIDAK SESUAI',
  insufficientDeposit: 'KILLME:SALDO TIDAK MENCUKUPI',
} as const satisfies Record<string, Refusal>;
