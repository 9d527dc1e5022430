import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPaymentsList } from '../../../electron/app/open-payments-report.ts';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import type { PaymentRecord } from '../../../electron/ledger/ledger.ts';
import { ledgerKinds } from '../../../shared/ledger-kind.ts';
import { formatRupiah, rupiah } from '../../../shared/money.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { productIds } from '../../../shared/products.ts';
import { textOfLine } from '../../../shared/receipt/document.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { err, ok } from '../../../shared/result.ts';
import { arming, quote, quoteId, start } from '../ledger/documents.ts';
import { wordsOf } from './paid-bench.ts';
import { saleBench } from './sale-bench.ts';
import { twoPrinters } from './two-printers.ts';
import { composeReceipt } from '../receipt/compose-receipt.ts';
import { familyCounter } from '../../fixtures/at-counter.ts';

/** The n-th payment, of which nobody knows what came of it. */
const uncertain = (n: number, over: Parameters<typeof quote>[1] = {}): PaymentRecord => ({
  quote: quote(n, over),
  state: 'unknown',
  cash: rupiah(350_000),
  host: '127.0.0.1:1',
  account: 'fingerprint',
  request: 'POST /payment [secret]',
  sentAt: start,
  reply: null,
  replyAt: null,
  outcome: { kind: 'unknown', reason: 'no-answer' },
  settledAt: null,
  depositBefore: null,
  day: familyCounter.dayOf(start),
  cashier: null,
  shift: null,
});

const facts = { billerName: (id: string) => (id === 'teleanjar' ? 'Teleanjar' : id), at: start };
const linesOf = (payments: readonly PaymentRecord[]): readonly string[] =>
  openPaymentsList(payments, facts).slips.flatMap(({ lines }) => lines.map(textOfLine));

describe('the list of payments whose outcome is not known', () => {
  it('says of each when, what, how much, whose, and under which numbers one asks', () => {
    expect(linesOf([uncertain(1), uncertain(2, { total: rupiah(1_250_000), product: 'pdam' })])).toEqual([
      'DAFTAR BELUM PASTI',
      'Dicetak 2018-06-01 09:00:00 WIB',
      '',
      '1. 2018-06-01 09:00:00 WIB',
      'TAGIHAN LISTRIK          303.500',
      'NOMOR       : 530000000001',
      'NAMA        : SITI\'S "WARUNG" e',
      'BILLER      : Teleanjar',
      'NO TRANSAKSI: RESP1',
      '',
      '2. 2018-06-01 09:00:00 WIB',
      expect.stringMatching(/^[A-Z ]+ {2,}1\.250\.000$/) as string,
      'NOMOR       : 530000000002',
      'NAMA        : SITI\'S "WARUNG" e',
      'BILLER      : Teleanjar',
      'NO TRANSAKSI: RESP2',
      '',
      'JUMLAH                         2',
      'TOTAL                  1.553.500',
    ]);
  });

  it('fits the smallest paper as it is, its figures one below the other at the right end', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            product: fc.constantFrom(...productIds),
            total: fc.nat(2_000_000_000).map(rupiah),
            customer: fc.record({
              identity: fc.constant('1'),
              name: fc.string({ unit: 'binary', maxLength: 60 }),
              details: fc.constant([]),
            }),
            inquiryId: fc.string({ maxLength: 40 }),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        (overs) => {
          const payments = overs.map((over, index) => uncertain(index + 1, over));
          const lines = linesOf(payments);
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(32);
          for (const { quote: each } of payments) {
            const figure = ` ${formatRupiah(each.total)}`;
            expect(lines.some((line) => line.length === 32 && line.endsWith(figure))).toBe(true);
          }
          // Laid out for the narrowest usual paper, nothing is broken anew.
          const context = { ledger: 'live', copy: 0, shop: { name: '', address: '' } } as const;
          const list = openPaymentsList(payments, facts);
          const [slip] = layOutReceipt(
            composeReceipt(list, { ...context, paper: printerProfiles['58mm'] }),
          ).slips;
          expect(slip?.lines).toHaveLength(lines.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('lets no customer’s name stand where a figure or a token of the list could', () => {
    const [name] = ['TOTAL 1 1234 5678 9012 3456 7890'];
    const lines = linesOf([uncertain(1, { customer: { ...quote(1).customer, name: name ?? '' } })]);
    expect(lines.filter((line) => line.startsWith('TOTAL'))).toEqual(['TOTAL                    303.500']);
    expect(lines.join('\n')).not.toMatch(/(?:\d[^0-9A-Za-z]*){20}/);
  });

  it('says how many more there are than paper should hold, and sums them all', () => {
    const lines = linesOf(Array.from({ length: 130 }, (_, index) => uncertain(index + 1)));
    expect(lines.filter((line) => line.startsWith('NOMOR'))).toHaveLength(100);
    expect(lines.at(-1)).toBe('dan 30 lagi, lihat di layar');
    expect(lines).toContain('JUMLAH                       130');
    expect(lines).toContain(`TOTAL${formatRupiah(130 * 303_500).padStart(27)}`);
  });
});

describe('printing the list', () => {
  async function bench(kind: (typeof ledgerKinds)[number] = 'training') {
    const made = saleBench(undefined, kind);
    made.printing.settings = twoPrinters();
    made.fake.byDeadline = () => Promise.resolve(undefined);
    made.putQuote(1);
    await made.pay(quoteId(1));
    return made;
  }

  it('makes a job of no payment for the printer of the reports, and wakes it', async () => {
    const { report, ledger, printing, clock } = await bench();
    const { woken } = printing;
    expect(report.print()).toEqual(ok(undefined));
    expect(ledger.printJobs.next('office')).toMatchObject({
      kind: 'open-payments',
      payment: null,
      copy: 0,
      askedBy: 'cashier',
      askedAt: clock.now(),
    });
    expect(ledger.printJobs.next('till')).toBeUndefined();
    expect(printing.woken).toBe(woken + 1);
    // Each time it is wanted it is a new one: what is open changes.
    expect(report.print()).toEqual(ok(undefined));
    expect(ledger.printJobs.inState('queued')).toHaveLength(2);
  });

  it.each(ledgerKinds)('is stamped by its ledger as every paper is (%s)', async (kind) => {
    const { report, ledger } = await bench(kind);
    report.print();
    const words = wordsOf(ledger.printJobs.next('office')?.bytes);
    expect(words).toContain('Loket Bu Sri');
    expect(words.includes('LATIHAN')).toBe(kind === 'training');
    expect(words.includes('UJI COBA')).toBe(kind === 'sandbox');
  });

  it('carries nothing of what the shop says to its customers', async () => {
    const { report, ledger, printing } = await bench();
    printing.encode = encodeReceipt;
    printing.shop = { ...printing.shop, slip: { logo: null, footer: 'Terima kasih', qr: 'https://x.id' } };
    report.print();
    const bytes = Buffer.from(ledger.printJobs.next('office')?.bytes ?? []).toString('latin1');
    expect(bytes).toContain('DAFTAR BELUM PASTI');
    expect(bytes).not.toContain('Terima kasih');
    expect(bytes).not.toContain('\u001dv0');
  });

  it('holds no payment that is under way, and none that is settled; without any it is refused', async () => {
    const { report, ledger, settle, clock, putQuote } = await bench();
    putQuote(2);
    ledger.arm(arming(2, { at: clock.now() }));
    report.print();
    const words = wordsOf(ledger.printJobs.next('office')?.bytes);
    expect(words).toContain('530000000001');
    expect(words).not.toContain('530000000002');
    settle.byOutcome(quote(1), { kind: 'rejected', code: '14', text: '' }, 'counter');
    expect(report.print()).toEqual(err({ code: 'nothing-to-print' }));
    expect(ledger.printJobs.inState('queued')).toHaveLength(1);
  });
});
