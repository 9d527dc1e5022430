/** One line of the receipt, as all contestants print it. */
export interface SampleLine {
  readonly text: string;
  /** As the biller's samples have it: a token in double height, a hint in font B. */
  readonly style: 'plain' | 'high' | 'small';
}

const token = '6722 0840 8781 8484 1314 ';
const hint = 'Info Lebih Lanjut Hub 123 atau pln.co.id';

const words = [
  'BANK MEGA SYARIAH',
  '40014002/DEV H2H',
  '2018-04-10 13:36:49',
  '',
  'STRUK PEMBELIAN LISTRIK PRABAYAR',
  '',
  'NO METER      : 12345678901',
  'IDPEL         : 100456789024',
  'NAMA          : Person 24',
  'ALAMAT        : Jl. Nangka Raya',
  '                No. 1000 RT 004',
  '                RW 011 Jagakarsa',
  'UNIT LAYANAN  : ULP LENTENG AGUNG',
  'TARIF/DAYA    : R3/7000VA',
  'VSI REF :',
  '72195342CF8A47E59CAC9475AF48234B',
  '',
  'RP BAYAR      : Rp.      22,400',
  'ADMIN BANK    : Rp.       1,500',
  'METERAI       : Rp.       3,224',
  'PPN           : Rp.       2,250',
  'PPJ           : Rp.          19',
  'ANGSURAN      : Rp.       7,141',
  'RP STROOM/TOKEN: Rp.     22,500',
  'JML KWH       : 35.0',
  '',
  'STROOM/TOKEN :',
  token,
  hint,
  '',
  'Anda masih memiliki',
  'sisa tunggakan 1 bulan',
  '',
  'PLN menyatakan struk ini',
  'sebagai bukti pembayaran',
  'yang sah. TERIMA KASIH',
  '',
  'Atau Hub. PLN Terdekat : 021231241',
  'CA/dev240014002/20180410133646',
  '04fd64a9f70bfbf690f750f3f9515fa8',
];

/** 40 lines, none wider than the paper: whoever wraps has nothing to wrap. */
export const sampleLines: readonly SampleLine[] = words.map((text) => ({
  text,
  style: text === token ? 'high' : text === hint ? 'small' : 'plain',
}));

const marks = { plain: '\u001b!\u0000', high: '\u001b!\u0010', small: '\u001b!\u0001' } as const;

/** The same receipt as a biller sends it: `ESC @` first, `ESC !` where the style changes, `|` after each line. */
export const sampleText: string = sampleLines.reduce((text, line, index) => {
  const before = sampleLines[index - 1]?.style ?? 'plain';
  return `${text}${line.style === before ? '' : marks[line.style]}${line.text}|`;
}, '\u001b@');
