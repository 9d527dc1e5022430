import { rupiah } from '../../../../shared/money.ts';
import { err, ok } from '../../../../shared/result.ts';
import { compactDay, monthBefore, yearMonth } from '../calendar.ts';
import { invoiceOver, singleInvoice, type Ask, type Found } from '../invoice.ts';
import { codes } from '../response-codes.ts';

/** The fifth instalment of a motorcycle, with a penalty. */
export const multifinance = (ask: Ask): Found =>
  singleInvoice(ask, 661_000, {
    name: 'ABDUL SAMID HARAHAP',
    period: '005',
    billedAs: yearMonth(monthBefore(ask.at, 0)),
    desc: () => ({
      misc_fee: 0,
      item_name: 'HONDA VARIO TECHNO 125 PGM FI NON CBS',
      no_rangka: 'MH1JFB111CK196426',
      no_pol: 'B6213UWX',
      tenor: '030',
      installment: 657_695,
      penalty_bill: 3_305,
      max_payment: 0,
      last_paid_due_date: '14 Dec 12',
      id_ref: '514367',
    }),
  });

/** The table calls `footer` a string; the JSON sample has a list of lines. The sample is what is sent. */
export const insurance = (ask: Ask): Found =>
  singleInvoice(ask, 1_250_000, {
    name: 'USER TESTING AIA',
    period: '',
    billedAs: yearMonth(monthBefore(ask.at, 0)),
    desc: () => ({
      insured: '1',
      policy_status: 'INFORCE',
      due_date: compactDay(ask.at),
      footer: ['AIA CUSTOMER CARE 1500980'],
    }),
  });

const smallest = 10_000;
const largest = 10_000_000;

/** A wallet is filled with the amount that the payer chose, as often as wanted. */
export function customDenomination(ask: Ask): Found {
  const typed = ask.fields.get('desc.amount');
  if (typed === undefined) return err(codes.formatError);
  const amount = /^\d{1,12}$/.test(typed) ? rupiah(Number(typed)) : undefined;
  if (amount === undefined || amount < smallest || amount > largest) return err(codes.invalidAmount);
  const invoice = invoiceOver(ask, [{ key: '', amount }], {
    name: 'IAK Sandbox Inquiry',
    period: '',
    desc: () => ({ footer: '' }),
  });
  return ok({ ...invoice, billKeys: [] });
}
