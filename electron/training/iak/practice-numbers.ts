import { codes, type ResponseCode } from './response-codes.ts';

/** How the answer to a payment goes wrong on its way. */
export type AnswerFault =
  'no-answer' | 'late' | 'half-a-body' | 'bad-gateway' | 'other-customer' | 'wrong-total';

/** What a practice number does. */
export type Practice =
  | { readonly kind: 'sale'; readonly bills: 'one' | 'several' }
  | { readonly kind: 'refused-inquiry'; readonly code: ResponseCode }
  /** The inquiry finds one bill, the payment answers `code`. */
  | { readonly kind: 'payment-code'; readonly code: ResponseCode }
  /** Paid and charged, but the answer does not say so. */
  | { readonly kind: 'faulty-answer'; readonly fault: AnswerFault }
  /** The connection is cut before the payment is taken. */
  | { readonly kind: 'lost-request' };

/** Where a product's practice numbers lie. */
export interface NumberRange {
  /** All but the last two digits of its old numbers; without two more, all but the last four of its new ones. */
  readonly stem: string;
  /** Numbers outside the range that the documentation's samples use: one bill. */
  readonly samples?: readonly string[];
}

/**
 * Numbers for practice. The first two columns are the sandbox's own numbers (API reference, "Test Case" of each
 * product); the last two are the newer scheme's, which the reference lists for PLN and which is the same for all
 * here.
 *
 * | product              | one bill           | several bills      | one bill, new      | several, new       |
 * | -------------------- | ------------------ | ------------------ | ------------------ | ------------------ |
 * | PLNPOSTPAID          | 530000000001       | 530000000002       | 530000000000       | 530000000999       |
 * | PLNNONH              | 3225030005901      | -                  | 3225030000000      | -                  |
 * | TELKOMPSTN           | 6391601201         | 6391601202         | 6391600000         | 6391600999         |
 * | CBN                  | 01783001           | -                  | 01780000           | -                  |
 * | MYREPRETAIL          | 100000000001       | -                  | 100000000000       | -                  |
 * | HPTHREE              | 08991234501        | 08991234502        | 08991230000        | 08991230999        |
 * | BPJS                 | 8801234560001      | -                  | 8801234560000      | -                  |
 * | BPJSTK               | 8102051011270001   | -                  | 8102051011270000   | -                  |
 * | BPJSTKPU             | 210300016001       | -                  | 210300010000       | -                  |
 * | PDAMKOTA.SURABAYA    | 10202001           | 10202002           | 10200000           | 10200999           |
 * | PDAMKOTA.YOGYAKARTA  | 10202001           | 10202002           | 10200000           | 10200999           |
 * | AETRA                | 10202001           | 10202002           | 10200000           | 10200999           |
 * | PGAS                 | 0110014601         | -                  | 0110010000         | -                  |
 * | TVTLKMV              | 127246500101       | 127246500102       | 127246500000       | 127246500999       |
 * | TVBIG                | 1072161401         | -                  | 1072160000         | -                  |
 * | FNMEGA               | 6391601201         | -                  | 6391600000         | -                  |
 * | AIA.PREMICONVEN      | 10202001           | -                  | 10200000           | -                  |
 * | PBBKOT.CIMAHI        | 329801092375999901 | -                  | 329801092375990000 | -                  |
 * | ESAMSAT.JABAR        | 9658548523568701   | -                  | 9658548523560000   | -                  |
 * | SHOPEEPAY            | 082100000001       | -                  | 082100000000       | -                  |
 *
 * Numbers of the documentation's samples that fit no scheme find one bill as well: PLNNONH 3225030005922,
 * 1811217010329, 3226015008229, CBN 01927101, BPJSTK 1271215712960003, BPJSTKPU 210300016066. (BPJSTKPU and
 * PLNNONH have no test cases in the documentation, MYREPRETAIL and AIA.PREMICONVEN no page of them; theirs follow
 * the others.)
 *
 * A `-` is a product that bills once: its "several" number finds one bill too. PLN's eight bills are paid four
 * and four. A bill that is paid stays paid (01 at the next inquiry) until the month, or the server, is new.
 *
 * Old scheme, after the stem of the first column:
 *
 * | ends in | inquiry | payment | checkstatus |                                                               |
 * | ------- | ------- | ------- | ----------- | ------------------------------------------------------------- |
 * | 01      | 00      | 00      | 1           | one bill                                                      |
 * | 02      | 00      | 00      | 1           | several bills                                                 |
 * | 03      | 103     | -       | -           | the code comes at once; nobody is left waiting                |
 * | 04      | 01      | -       | -           | paid already                                                  |
 * | 05      | 14      | -       | -           | wrong number                                                  |
 * | 06      | 00      | 37      | 2           | not charged                                                   |
 * | 07      | 00      | 39      | 3 3 1       | charged; paid at the third question                           |
 * | 08      | 00      | 105     | 2           | not charged, although 105 alone does not say so               |
 *
 * New scheme, the last four digits; RRR is a response code in three digits (`0014` is 14, `1103` is 103):
 *
 * | ends in | inquiry | payment | checkstatus |                                                               |
 * | ------- | ------- | ------- | ----------- | ------------------------------------------------------------- |
 * | 0000    | 00      | 00      | 1           | one bill                                                      |
 * | 0999    | 00      | 00      | 1           | several bills                                                 |
 * | 0RRR    | RRR     | -       | -           |                                                               |
 * | 1RRR    | 00      | RRR     | 2           | not charged; with these exceptions:                           |
 * | 1000    | 00      | 00      | 1           |                                                               |
 * | 1005    | 00      | 05      | 3 3 1       | charged; paid at the third question                           |
 * | 1039    | 00      | 39      | 3 3 1       | charged; paid at the third question                           |
 * | 1042    | 00      | 42      | 0           | not charged, may be sent again                                |
 * | 1103    | 00      | 103     | 0           | not charged: never received, may be sent again                |
 * | 1201    | 00      | 201     | 3 3 2       | charged, and given back at the third question                 |
 *
 * The rest is this server's own, for what no sandbox shows and for classes with many pupils:
 *
 * | ends in | inquiry | payment | checkstatus |                                                               |
 * | ------- | ------- | ------- | ----------- | ------------------------------------------------------------- |
 * | 5000    | 00      | -       | 1           | charged; the connection is cut without an answer              |
 * | 5001    | 00      | 00      | 1           | charged; answered only after `lateMs`                         |
 * | 5002    | 00      | -       | 1           | charged; the answer is cut in the middle of its body          |
 * | 5003    | 00      | -       | 1           | charged; a page of HTML with status 502                       |
 * | 5004    | 00      | 00      | 1           | charged; the answer names another customer                    |
 * | 5005    | 00      | 00      | 1           | charged; the answer's price is Rp 1.000 more than its parts   |
 * | 5006    | 00      | -       | 0           | not charged: the connection is cut before it is taken         |
 * | 6NNN    | 00      | 00      | 1           | one bill each                                                 |
 * | 7NNN    | 00      | 00      | 1           | several bills each                                            |
 *
 * Where both schemes know a number the old one wins: the longer stem is the more particular, and what the new
 * scheme loses by it can be had elsewhere (PLN loses `0001` to `0008`: its 01, 14 and 103 are the old 04, 05 and
 * 03; TELKOMPSTN loses `1201` to `1208`). All other numbers are unknown (14).
 *
 * PLN's night cut-off (23.00 to 01.00 WIB) is not kept here, so that a class can be held in the evening; `0109`
 * and `1109` show its code.
 */
export function practiceOf(range: NumberRange, hp: string): Practice | undefined {
  if (range.samples?.includes(hp)) return { kind: 'sale', bills: 'one' };
  const old = after(range.stem, 2, hp);
  const known = old === undefined ? undefined : oldScheme[old];
  if (known !== undefined) return known;
  const digits = after(range.stem.slice(0, -2), 4, hp);
  return digits === undefined ? undefined : newScheme(digits);
}

const oldScheme: Readonly<Record<string, Practice>> = {
  '01': { kind: 'sale', bills: 'one' },
  '02': { kind: 'sale', bills: 'several' },
  '03': { kind: 'refused-inquiry', code: codes.timeout },
  '04': { kind: 'refused-inquiry', code: codes.invoicePaid },
  '05': { kind: 'refused-inquiry', code: codes.wrongNumber },
  '06': { kind: 'payment-code', code: codes.failed },
  '07': { kind: 'payment-code', code: codes.pending },
  '08': { kind: 'payment-code', code: codes.billerError },
};

const ownNumbers: Readonly<Record<string, Practice>> = {
  '5000': { kind: 'faulty-answer', fault: 'no-answer' },
  '5001': { kind: 'faulty-answer', fault: 'late' },
  '5002': { kind: 'faulty-answer', fault: 'half-a-body' },
  '5003': { kind: 'faulty-answer', fault: 'bad-gateway' },
  '5004': { kind: 'faulty-answer', fault: 'other-customer' },
  '5005': { kind: 'faulty-answer', fault: 'wrong-total' },
  '5006': { kind: 'lost-request' },
};

function newScheme(digits: string): Practice | undefined {
  if (digits === '0000' || digits === '1000') return { kind: 'sale', bills: 'one' };
  if (digits === '0999') return { kind: 'sale', bills: 'several' };
  const code = codeOf(digits.slice(1));
  switch (digits[0]) {
    case '0':
      return { kind: 'refused-inquiry', code };
    case '1':
      return { kind: 'payment-code', code };
    case '6':
      return { kind: 'sale', bills: 'one' };
    case '7':
      return { kind: 'sale', bills: 'several' };
    default:
      return ownNumbers[digits];
  }
}

/** `014` → `14`, `103` → `103`, `001` → `01`. */
const codeOf = (digits: string): ResponseCode => (digits.startsWith('0') ? digits.slice(1) : digits);

/** The `count` digits that follow `stem`, where nothing else does. */
function after(stem: string, count: number, hp: string): string | undefined {
  const rest = hp.startsWith(stem) ? hp.slice(stem.length) : '';
  return rest.length === count && /^\d+$/.test(rest) ? rest : undefined;
}
