import type { TeleanjarProduct } from './account.ts';
import { isPending, type SwitchCode } from './response-codes.ts';

/** How the answer to a payment that was made and charged goes wrong. */
export type AnswerFault =
  'no-answer' | 'late' | 'half-a-body' | 'bad-gateway' | 'other-customer' | 'wrong-total';

/** What a practice number does instead of an ordinary sale. */
export type Trouble =
  | { readonly at: 'inquiry'; readonly code: SwitchCode }
  | { readonly at: 'payment'; readonly code: SwitchCode; readonly charged: boolean }
  | { readonly at: 'answer'; readonly fault: AnswerFault };

const faults: Readonly<Record<string, AnswerFault>> = {
  '2000': 'no-answer',
  '2001': 'late',
  '2002': 'half-a-body',
  '2003': 'bad-gateway',
  '2004': 'other-customer',
  '2005': 'wrong-total',
};

const forms: Readonly<Partial<Record<TeleanjarProduct, readonly RegExp[]>>> = {
  'pln-postpaid': [/^53000000(\d{4})$/],
  'pln-prepaid': [/^5300000(\d{4})$/, /^53000000(\d{4})$/],
};

/** The last four digits of a number of the practice range; `undefined` for all other numbers and products. */
export function practiceDigits(product: TeleanjarProduct, customer: string): string | undefined {
  for (const form of forms[product] ?? []) {
    const digits = form.exec(customer)?.[1];
    if (digits !== undefined) return digits;
  }
  return undefined;
}

/**
 * Numbers for practising trouble. They are postpaid `53000000NNNN` and, for tokens, meter `5300000NNNN`
 * (idpel `53000000NNNN`). NNNN says what happens:
 *
 * | NNNN        | inquiry    | payment                                                     | cek_status |
 * | ----------- | ---------- | ----------------------------------------------------------- | ---------- |
 * | 0010 - 0999 | `SWT:NNNN` | -                                                           | none       |
 * | 1001 - 1999 | finds bill | `SWT:0` and the last three digits; nothing charged          | none       |
 * | except 1005 | finds bill | `SWT:0005`, pending; charged: the money is out              | paid       |
 * | 1063        | finds bill | `SWT:0063`, pending; charged                                | paid       |
 * | 1068        | finds bill | `SWT:0068`, pending; charged                                | paid       |
 * | 1099        | finds bill | `SWT:0099`, pending; charged                                | paid       |
 * | 2000        | finds bill | charged; the connection is cut without an answer            | paid       |
 * | 2001        | finds bill | charged; answered only after `lateMs`                       | paid       |
 * | 2002        | finds bill | charged; the answer is cut in the middle of its body        | paid       |
 * | 2003        | finds bill | charged; a page of HTML with status 502                     | paid       |
 * | 2004        | finds bill | charged; the answer names another customer                  | paid       |
 * | 2005        | finds bill | charged; each total is Rp 1.000 more than its parts         | paid       |
 *
 * `cek_status` follows the books, at once and without a fault of its own: "paid" is `SWT:0000` with what was
 * truly sold, the right customer and total for 2004 and 2005 too; "none" is `SWT:0063`.
 *
 * 0000 - 0009 are ordinary customers (`customers.ts`), all others are unknown (`SWT:0014`).
 */
export function practiceTrouble(digits: string): Trouble | undefined {
  const fault = faults[digits];
  if (fault !== undefined) return { at: 'answer', fault };
  if (digits >= '0010' && digits <= '0999') return { at: 'inquiry', code: `SWT:${digits}` };
  if (digits >= '1001' && digits <= '1999') {
    const code: SwitchCode = `SWT:0${digits.slice(1)}`;
    return { at: 'payment', code, charged: isPending(code) };
  }
  return undefined;
}
