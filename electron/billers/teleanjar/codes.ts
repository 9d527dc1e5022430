import { isPln, type ProductId } from '../../../shared/products.ts';
import type { Refusal } from '../../../shared/payment/refusal.ts';
import type { CodeEntry, HttpRule } from '../biller.ts';

/**
 * The codes behind `SWT:`. Teleanjar publishes no list; these are the four-digit codes of PLN's switching, with 0001
 * of Telkom's and 0034 of its upstream's. What they mean is known; that Teleanjar sends them is not.
 */

/**
 * Codes that are given before the product's owner is asked to take the payment, so that nothing was or will be paid:
 * number or denomination wrong (0013–0015), customer blocked (0016, 0077), message, bank, switch or product not known
 * (0030–0033), outside the limits (0041, 0042, 0047), registration expired (0048), bill not available (0089), cut-off
 * (0090). What an owner's profile starts with; the profile decides.
 */
export const shippedFinals = [
  '0013',
  '0014',
  '0015',
  '0016',
  '0030',
  '0031',
  '0032',
  '0033',
  '0041',
  '0042',
  '0047',
  '0048',
  '0077',
  '0089',
  '0090',
] as const;

/**
 * Never final, whoever lists them: success, already paid (0001, 0034, 0088), other error, no payment, time-out,
 * reversal done, still in process. Each is also what a payment that went through may be answered with.
 */
export const neverFinal = ['0000', '0001', '0005', '0034', '0063', '0068', '0088', '0094', '0099'] as const;

type Clause = readonly [reason: string, next: string];

const refusal = (id: Clause, en: Clause): Refusal => ({
  id: { reason: id[0], next: id[1] },
  en: { reason: en[0], next: en[1] },
});

const waitWords: Clause = ['Tunggu sebentar, lalu coba lagi.', 'Wait a little, then try again.'];
const callWords: Clause = ['Hubungi Teleanjar.', 'Call Teleanjar.'];
const checkWords: Clause = ['Cocokkan nomornya dengan pelanggan.', 'Check the number with the customer.'];
const providerWords: Clause = [
  'Minta pelanggan bertanya ke penyedia layanannya.',
  'Ask the customer to call their provider.',
];
const inquireAgainWords: Clause = ['Cek tagihannya sekali lagi.', 'Inquire once more.'];

const withNext = (idReason: string, enReason: string, [idNext, enNext]: Clause): Refusal =>
  refusal([idReason, idNext], [enReason, enNext]);

const alreadyPaid = withNext('tagihan sudah lunas', 'the bill is already paid', [
  'Tidak ada yang perlu dibayar.',
  'There is nothing to pay.',
]);
const unknownNumber = withNext(
  'nomor pelanggan tidak dikenal',
  'the customer number is not known',
  checkWords,
);
const blocked = withNext('pelanggan ini diblokir', 'this customer is blocked', providerWords);
const notRegistered = withNext('loket ini belum terdaftar', 'this counter is not registered', callWords);
const referenceLost = withNext(
  'rujukan ceknya tidak berlaku lagi',
  'the reference of its inquiry no longer holds',
  inquireAgainWords,
);

/** Code, meaning, words. */
const rows: readonly (readonly [code: string, meaning: string, words: Refusal])[] = [
  [
    '0000',
    'success',
    withNext('tidak ditolak', 'not refused', ['Tidak ada yang perlu dilakukan.', 'There is nothing to do.']),
  ],
  ['0001', 'Telkom, BPJS: already paid', alreadyPaid],
  [
    '0005',
    'other error; the outcome is open',
    withNext('ada gangguan di sistem tagihan', 'there is a fault in the billing system', waitWords),
  ],
  [
    '0011',
    'sign-on needed',
    withNext('sistem tagihan belum siap', 'the billing system is not ready', waitWords),
  ],
  [
    '0012',
    'settlement already done',
    withNext('hari ini sudah ditutup di sistem tagihan', 'the billing system has closed its day', [
      'Coba lagi besok, atau hubungi Teleanjar.',
      'Try again tomorrow, or call Teleanjar.',
    ]),
  ],
  [
    '0013',
    'invalid amount, denomination not registered',
    withNext('nominal ini tidak terdaftar', 'this amount is not registered', [
      'Pilih nominal lain.',
      'Choose another amount.',
    ]),
  ],
  ['0014', 'unknown subscriber: idpel, meter or registration number wrong', unknownNumber],
  ['0015', 'number wrong', unknownNumber],
  ['0016', 'customer blocked', blocked],
  [
    '0030',
    'invalid message',
    withNext(
      'permintaan ini tidak dikenali sistem tagihan',
      'the billing system did not take the request',
      callWords,
    ),
  ],
  ['0031', 'bank code not registered', notRegistered],
  ['0032', 'switching not registered', notRegistered],
  [
    '0033',
    'product not registered',
    withNext(
      'produk ini belum dibuka untuk loket ini',
      'this product is not open to this counter',
      callWords,
    ),
  ],
  ['0034', 'already paid', alreadyPaid],
  [
    '0041',
    'below the minimum purchase',
    withNext('di bawah pembelian paling kecil', 'below the smallest purchase', [
      'Pilih nominal yang lebih besar.',
      'Choose a larger amount.',
    ]),
  ],
  [
    '0042',
    'above the maximum purchase',
    withNext('di atas pembelian paling besar', 'above the largest purchase', [
      'Pilih nominal yang lebih kecil.',
      'Choose a smaller amount.',
    ]),
  ],
  [
    '0047',
    'total kWh above the limit',
    withNext('melewati batas pelanggan ini', "above this customer's limit", [
      'Pilih nominal yang lebih kecil.',
      'Choose a smaller amount.',
    ]),
  ],
  [
    '0048',
    'registration number expired',
    withNext('nomor registrasi sudah kedaluwarsa', 'the registration number has expired', providerWords),
  ],
  [
    '0063',
    'no payment',
    withNext('tidak ada pembayaran untuk nomor ini', 'there is no payment for this number', checkWords),
  ],
  [
    '0068',
    'time-out; pending',
    withNext(
      'sistem tagihan tidak menjawab tepat waktu',
      'the billing system did not answer in time',
      waitWords,
    ),
  ],
  ['0077', 'customer blocked', blocked],
  ['0088', 'bill already paid', alreadyPaid],
  [
    '0089',
    'current bill not available',
    withNext('tagihan bulan ini belum tersedia', "this month's bill is not available yet", [
      'Minta pelanggan datang lagi nanti.',
      'Ask the customer to come back later.',
    ]),
  ],
  [
    '0090',
    'cut-off in progress',
    withNext('sistem sedang tutup buku', 'the day is being closed', [
      'Coba lagi setelah tutup buku selesai.',
      'Try again after the cut-off.',
    ]),
  ],
  ['0092', 'switcher reference not available', referenceLost],
  ['0093', 'switcher reference invalid', referenceLost],
  [
    '0094',
    'reversal already done',
    withNext('pembayaran ini sudah dibatalkan sistem', 'this payment was already reversed', callWords),
  ],
  [
    '0097',
    'switcher or bank code differs from the payment',
    withNext('rujukannya milik loket lain', 'its reference belongs to another counter', callWords),
  ],
  ['0098', 'PLN reference number not valid', referenceLost],
  [
    '0099',
    'internal: no answer or none that can be read; still in process',
    withNext('masih diproses sistem tagihan', 'the billing system is still at it', waitWords),
  ],
];

/** PLN is named only where it has a part in the sale. */
const plnWords: ReadonlyMap<string, Refusal> = new Map([
  ['0005', withNext('ada gangguan di PLN', 'there is a fault at PLN', waitWords)],
  [
    '0016',
    withNext('pelanggan ini diblokir', 'this customer is blocked', [
      'Minta pelanggan menghubungi PLN (123).',
      'Ask the customer to call PLN (123).',
    ]),
  ],
  [
    '0047',
    withNext('melewati batas kWh pelanggan ini', "above this customer's kWh limit", [
      'Pilih nominal yang lebih kecil.',
      'Choose a smaller amount.',
    ]),
  ],
  [
    '0048',
    withNext('nomor registrasi sudah kedaluwarsa', 'the registration number has expired', [
      'Minta pelanggan mengurusnya di PLN.',
      'Ask the customer to see PLN about it.',
    ]),
  ],
  ['0068', withNext('PLN tidak menjawab tepat waktu', 'PLN did not answer in time', waitWords)],
  [
    '0077',
    withNext('pelanggan ini diblokir', 'this customer is blocked', [
      'Minta pelanggan menghubungi PLN (123).',
      'Ask the customer to call PLN (123).',
    ]),
  ],
]);

const finals: ReadonlySet<string> = new Set(shippedFinals);

const entry = ([code, meaning, words]: (typeof rows)[number]): CodeEntry => {
  const isSuccess = code === '0000';
  return {
    code,
    meaning,
    atInquiry: isSuccess ? 'found' : 'refused',
    atPayment: isSuccess ? 'paid' : finals.has(code) ? 'rejected' : 'unknown',
    // `cek_status` cannot name a payment, so that no refusal of it says anything of ours.
    atStatus: isSuccess ? 'by-status' : 'open',
    words,
  };
};

/** The table, for the catalogue of errors. `atPayment` is what a profile starts with. */
export const codes: readonly CodeEntry[] = rows.map(entry);

const byCode: ReadonlyMap<string, CodeEntry> = new Map(codes.map((each) => [each.code, each]));

/** What a code (`SWT:0014` or `0014`) says, more plainly where the product is known. */
export function explain(code: string, product?: ProductId): Refusal | undefined {
  const digits = /^(?:SWT:)?(\d{4})$/.exec(code.trim())?.[1];
  // Success refuses nothing.
  if (digits === undefined || digits === '0000') return undefined;
  const general = byCode.get(digits)?.words;
  return product !== undefined && isPln(product) ? (plnWords.get(digits) ?? general) : general;
}

/** The document names no HTTP status; its samples are 200. Only what closes the door says so for certain. */
export const httpRules: readonly HttpRule[] = [
  { status: '200', atInquiry: 'by-code', atPayment: 'by-code', meaning: 'Read `response`' },
  {
    status: '401, 403',
    atInquiry: 'refused',
    atPayment: 'unknown',
    meaning: 'Address or account not let in; behind a payment it could come from something in between',
  },
  { status: 'other', atInquiry: 'refused', atPayment: 'unknown', meaning: 'Not documented' },
];
