import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import type { ProductId } from '../../shared/products.ts';
import { formatDateTime, instant } from '../../shared/time.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
  type Told,
} from './counter-driver.ts';
import { onePrinter } from '../fixtures/one-printer.ts';
import { iakFirst } from './iak-first.ts';

/** The practice IAK's bills are of the month that is running in Jakarta. */
function month(): { readonly name: string; readonly year: string } {
  const [year = '', number = ''] = formatDateTime(instant(Date.now()), 'WIB').split('-');
  const names = 'JAN FEB MAR APR MEI JUN JUL AGU SEP OKT NOV DES'.split(' ');
  return { name: names[Number(number) - 1] ?? '', year };
}

const { name: mon, year } = month();
const bl = `${mon}${year.slice(2)}`;

interface Sale extends Told {
  readonly product: ProductId;
  readonly number: string;
  readonly name: string;
  readonly total: string;
  /** What else of the bill a cashier compares with the customer. */
  readonly shows: readonly string[];
  /** The receipt's head. */
  readonly title: string;
}

const sales: readonly Sale[] = [
  {
    product: 'pln-postpaid',
    number: '530000000001',
    name: 'SUBCRIBER NAME',
    total: '302.500',
    shows: [bl, 'R1', '300.000', '2.500'],
    title: 'STRUK PEMBAYARAN TAGIHAN LISTRIK',
  },
  {
    product: 'pln-nontaglis',
    number: '3225030005922',
    name: 'JAYUSMAN',
    total: '698.000',
    shows: ['PENYAMBUNGAN BARU', '696.400'],
    title: 'STRUK NON TAGIHAN LISTRIK',
  },
  {
    product: 'telkom-pstn',
    number: '6391601201',
    name: 'JAORAH',
    total: '52.370',
    shows: [`${mon} ${year}`, '49.870'],
    title: 'STRUK PEMBAYARAN TAGIHAN TELKOM',
  },
  {
    product: 'bpjs',
    number: '8801234560001',
    extras: { months: '2' },
    name: 'VERGIE',
    total: '52.500',
    shows: ['2 bulan', 'Jumlah peserta', 'JAKARTA PUSAT'],
    title: 'STRUK PEMBAYARAN BPJS KESEHATAN',
  },
  {
    product: 'pdam',
    number: '10202001',
    service: 'PDAMKOTA.SURABAYA',
    name: 'DADANG SOEKARDI',
    total: '29.990',
    shows: [bl, 'WONOKROMO', '27.990'],
    title: 'STRUK PEMBAYARAN TAGIHAN PDAM',
  },
  {
    product: 'gas',
    number: '0110014601',
    name: 'NGATIMUN',
    total: '324.502',
    shows: [bl, '322.002'],
    title: 'STRUK PEMBAYARAN TAGIHAN GAS',
  },
  {
    product: 'mobile-postpaid',
    number: '08991234501',
    name: 'INTAN NUR AZIZA',
    total: '55.000',
    shows: ['Tagihan'],
    title: 'STRUK PEMBAYARAN TAGIHAN SELULER',
  },
  {
    product: 'tv',
    number: '127246500101',
    service: 'TVTLKMV',
    name: 'BAITUS MONGJENG',
    total: '100.950',
    shows: [`${mon} ${year.slice(2)}`, '99.000'],
    title: 'STRUK PEMBAYARAN TV BERLANGGANAN',
  },
  {
    product: 'internet',
    number: '01783001',
    name: 'Budi',
    total: '30.000',
    shows: [bl, 'CBN Anywhere Basic'],
    title: 'STRUK PEMBAYARAN INTERNET',
  },
  {
    product: 'multifinance',
    number: '6391601201',
    name: 'ABDUL SAMID HARAHAP',
    total: '661.000',
    shows: ['005', 'HONDA VARIO', 'B6213UWX'],
    title: 'STRUK PEMBAYARAN ANGSURAN',
  },
  {
    product: 'pbb',
    number: '329801092375999901',
    name: 'TESTING PBB',
    total: '208.857',
    shows: ['Tahun pajak', year, 'CIPAGERAN', '203.857'],
    title: 'STRUK PEMBAYARAN PBB',
  },
  {
    product: 'bpjs-tk',
    number: '8102051011270001',
    service: 'BPJSTK',
    extras: { months: '1' },
    name: 'DWI TAMARA ANGGITA',
    total: '20.300',
    shows: ['1 bulan', 'KABUPATEN TANGERANG'],
    title: 'STRUK PEMBAYARAN BPJS KETENAGAKERJAAN',
  },
  {
    product: 'insurance',
    number: '10202001',
    name: 'USER TESTING AIA',
    total: '1.253.000',
    shows: ['1.250.000', 'Jatuh tempo'],
    title: 'STRUK PEMBAYARAN ASURANSI',
  },
  {
    product: 'esamsat',
    number: '9658548523568701',
    extras: { 'identity-number': '3273010101800001' },
    name: 'TESTING ESAMSAT',
    total: '2.279.500',
    shows: ['DK 1243AL', 'DAIHATSU', '2.274.500'],
    title: 'STRUK PEMBAYARAN PAJAK KENDARAAN',
  },
  {
    product: 'emoney',
    number: '082100000001',
    extras: { amount: '50000' },
    name: 'IAK Sandbox Inquiry',
    total: '50.800',
    shows: ['50.000', '800'],
    title: 'STRUK ISI ULANG UANG ELEKTRONIK',
  },
];

/** Where the two formats differ most: lists of bills, nested details, fields of one service alone. */
const inXml: ReadonlySet<ProductId> = new Set(['telkom-pstn', 'pdam', 'pbb', 'bpjs-tk', 'esamsat']);

/** The words of a printer's bytes, without its commands and however the lines are broken. */
const wordsOn = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    // oxlint-disable-next-line no-control-regex -- a printer's commands are controls
    .replaceAll(/\u001b[@i]|\u001b[!aEJdt].|\u001d[!VB]./gs, '')
    .replaceAll(/\s+/g, ' ');

describe.each([
  { format: 'json' as const, sold: sales },
  { format: 'xml' as const, sold: sales.filter(({ product }) => inXml.has(product)) },
])('a counter that asks IAK first, in $format', ({ format, sold }) => {
  let counter: CounterApp;
  let folder: string;
  let paper: string;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-iak-'));
    paper = path.join(folder, 'paper.bin');
    counter = await openCounter({
      settings: { ...iakFirst(format), printing: onePrinter({ kind: 'file', path: paper }) },
    });
  });
  afterAll(async () => {
    await counter.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it.each(sold)('sells $product', async ({ product, number, name, total, shows, title, ...told }) => {
    const { page } = counter;
    fs.rmSync(paper, { force: true });
    await askFor(page, product, number, told);
    await waitForBill(page);
    await expect(page.getByTestId('customer-name')).toHaveText(name);
    await expect(page.getByTestId('total')).toHaveText(`Rp ${total}`);
    const bill = page.getByRole('region', { name: 'Tagihan' });
    for (const words of shows) await expect(bill).toContainText(words);

    await payExactly(page);
    const paid = outcomeOf(page, 'paid');
    await expect(paid).toContainText(name);
    await expect(paid).toContainText(total);
    await expect(page.getByTestId('print-status')).toHaveAttribute('data-status', 'printed');
    const printed = wordsOn(fs.readFileSync(paper));
    expect(printed).toContain(title);
    expect(printed).toContain(number);
    expect(printed).toMatch(new RegExp(`TOTAL BAYAR ?: Rp ${total.replaceAll('.', '\\.')} `));
    expect(printed).toContain('LATIHAN');
  });

  it('has each sale in its ledger afterwards, nothing uncertain and nothing complained of', async () => {
    await expect(counter.page.getByText('belum pasti')).toHaveCount(0);
    expect(counter.complaints).toEqual([]);
    await counter.app.close();
    const file = path.join(counter.dataFolder, 'training/ledger.db');
    const ledger = openLedger(file, 'training', instant(Date.now()));
    if (!ledger.ok) throw new Error('the ledger cannot be opened');
    const payments = ledger.value.recentPayments(20).toReversed();
    const requests = payments.map(({ id }) => ledger.value.payment(id)?.request ?? '');
    ledger.value.close();
    expect(payments.map(({ product, state }) => [product, state])).toEqual(
      sold.map(({ product }) => [product, 'paid']),
    );
    const body = format === 'xml' ? '\n<?xml' : '\n{';
    expect(requests.filter((request) => !request.includes(body))).toEqual([]);
  });
});
