import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { formatRupiah, sumRupiah } from '../../shared/money.ts';
import { amountDue } from '../../shared/payment/quote.ts';
import { field } from '../../shared/receipt/detail-parts.ts';
import type { Line, ReceiptDocument } from '../../shared/receipt/document.ts';
import { setSlip } from '../../shared/receipt/field-lines.ts';
import { blank, bold, figureLines, guarded, line } from '../../shared/receipt/report-lines.ts';
import { openPaymentsWords as words } from '../../shared/receipt/report-words.ts';
import { composeSheet, type ReceiptSheet } from '../../shared/receipt/sheet.ts';
import { slipPlans } from '../../shared/receipt/slip-plans.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import { formatDateTime, type Instant } from '../../shared/time.ts';
import type { Ledger, PaymentRecord, ReplacedAs, StoredPrintJob } from '../ledger/ledger.ts';
import type { Clock } from './clock.ts';
import type { NotWritten, Press } from './press.ts';

export interface OpenPaymentsReportParts {
  readonly ledger: Pick<Ledger, 'kind' | 'openPayments'>;
  readonly press: Press;
  readonly shop: () => ShopSettings;
  readonly billerName: (biller: string) => string;
  readonly clock: Clock;
}

/** The list of the payments whose outcome is not known, on paper, to take along when one asks the biller. */
export interface OpenPaymentsReport {
  print(): Result<void, NotWritten | { readonly code: 'nothing-to-print' }>;
  /** Prints such a list once more: the one that was made, and only where that cannot be read a new one. */
  again(last: StoredPrintJob, oldOne: ReplacedAs): Result<void, NotWritten>;
}

export function createOpenPaymentsReport(parts: OpenPaymentsReportParts): OpenPaymentsReport {
  const { ledger, press, shop, billerName, clock } = parts;

  // One that is under way is known in a moment, or unknown.
  const unknowns = (): readonly PaymentRecord[] =>
    ledger.openPayments().filter(({ state }) => state === 'unknown');
  const sheetOf = (payments: readonly PaymentRecord[]): ReceiptSheet =>
    reportSheet(openPaymentsList(payments, { billerName, at: clock.now() }), ledger.kind, shop());

  return {
    print() {
      const payments = unknowns();
      if (payments.length === 0) return err({ code: 'nothing-to-print' });
      const sheet = sheetOf(payments);
      return press.print({ kind: 'open-payments', payment: null, sheet, copy: 0, askedBy: 'cashier' });
    },
    again: (last, oldOne) => press.again(last, { remade: () => ok(sheetOf(unknowns())), oldOne }),
  };
}

/** A list of the counter's own: under the shop's name and the stamp, without what the shop says to its customers. */
export const reportSheet = (
  document: ReceiptDocument,
  ledger: LedgerKind,
  { shop }: ShopSettings,
): ReceiptSheet => composeSheet(document, { ledger, shop, slip: { logo: null, footer: '', qr: '' } });

interface ListFacts {
  readonly billerName: (biller: string) => string;
  /** When it is printed. */
  readonly at: Instant;
}

/** More than a counter has on its worst day, and less than a roll of paper. */
const longestList = 100;

const wib = (at: Instant): string => `${formatDateTime(at, 'WIB')} WIB`;

/** The payments one under another, oldest first, with how many they are and what they come to. */
export function openPaymentsList(payments: readonly PaymentRecord[], facts: ListFacts): ReceiptDocument {
  const listed = payments.slice(0, longestList);
  const left = payments.length - listed.length;
  const total = sumRupiah(payments.map(({ quote }) => amountDue(quote)));
  const heading = setSlip([
    [
      { kind: 'title', text: words.title },
      { kind: 'words', text: words.printedAt(wib(facts.at)) },
    ],
  ]);
  const sums = [
    ...figureLines(words.count, payments.length.toString(), bold),
    ...figureLines(words.total, formatRupiah(total), bold),
  ];
  const rest = left === 0 ? [] : [blank, ...setSlip([[{ kind: 'words', text: words.more(left) }]])];
  const entries = listed.flatMap((payment, index) => [...entryOf(payment, index + 1, facts), blank]);
  return { slips: [{ lines: [...heading, blank, ...entries, ...sums, ...rest] }] };
}

/** What whoever asks must say: when, what for, which number, whose, and under which number the biller has it. */
function entryOf({ quote, sentAt }: PaymentRecord, nth: number, { billerName }: ListFacts): readonly Line[] {
  return [
    line(words.sentAt(nth, wib(sentAt))),
    ...figureLines(slipPlans[quote.product].product, formatRupiah(amountDue(quote))),
    ...setSlip([
      [
        ...field(words.number, guarded(quote.customerNumber)),
        ...field(words.name, guarded(quote.customer.name)),
        ...field(words.biller, guarded(billerName(quote.biller))),
        ...field(words.transaction, guarded(quote.inquiryId)),
      ],
    ]),
  ];
}
