import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { billerDefinitions } from '../electron/billers/registry.ts';
import type { StoredExchange } from '../electron/ledger/ledger.ts';
import { openLedger } from '../electron/ledger/sqlite-ledger.ts';
import { formatRupiah } from '../shared/money.ts';
import { productIds, type ProductId } from '../shared/products.ts';
import { instant } from '../shared/time.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
  type Told,
} from '../test/electron/counter-driver.ts';
import { onePrinter } from '../test/fixtures/one-printer.ts';
import { practiceCustomers } from '../test/fixtures/practice-customers.ts';

const { values } = parseArgs({
  options: {
    biller: { type: 'string', default: 'teleanjar' },
    product: { type: 'string' },
    customer: { type: 'string' },
    service: { type: 'string' },
    format: { type: 'string', default: 'json' },
    denomination: { type: 'string', default: '100000' },
    out: { type: 'string', default: 'demo-out' },
  },
});

const definition = billerDefinitions.find(({ form }) => form.id === values.biller);
const product = productIds.find(
  (id) => id === (values.product ?? (values.biller === 'teleanjar' ? 'pln-prepaid' : 'telkom-pstn')),
);
const sample = product === undefined ? undefined : practiceCustomers[values.biller]?.[product];
const denomination = Number(values.denomination);
const formats = ['json', ...(values.biller === 'iak' ? ['xml'] : [])];
if (
  definition === undefined ||
  product === undefined ||
  sample === undefined ||
  !formats.includes(values.format) ||
  !Number.isSafeInteger(denomination)
) {
  const sold = Object.entries(practiceCustomers).map(
    ([biller, list]) => `  ${biller}: ${Object.keys(list).join(' ')}`,
  );
  console.error(
    `usage: npm run demo [-- --biller teleanjar|iak --product P --customer N --service CODE
         --format json|xml (iak) --denomination N (pln-prepaid) --out DIR]
products:\n${sold.join('\n')}`,
  );
  process.exit(2);
}

const out = path.resolve(values.out);
fs.mkdirSync(out, { recursive: true });
for (const name of ['counter.png', 'paid.png', 'receipt.png', 'receipt.bin', 'payment.json']) {
  fs.rmSync(path.join(out, name), { force: true });
}
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-demo-'));
try {
  const counter = await openCounter({
    dataFolder: path.join(scratch, 'data'),
    settings: {
      printing: onePrinter({ kind: 'file', path: path.join(out, 'receipt.bin') }),
      preferredBiller: values.biller,
      billers: {
        [values.biller]: {
          ...definition.form.defaults,
          options: {
            ...definition.form.defaults.options,
            ...(formats.length > 1 ? { format: values.format } : {}),
          },
        },
      },
    },
    shop: {
      shop: { name: 'Warung Bu Sri', address: 'Jl. Melati 7, Sleman' },
      pictureFolder: path.join(scratch, 'pictures'),
    },
  });
  try {
    await sell(counter, product, values.customer ?? sample.number, {
      ...sample,
      ...(values.service === undefined ? {} : { service: values.service }),
    });
  } finally {
    await counter.close();
  }
  const [picture] = fs.readdirSync(path.join(scratch, 'pictures'));
  if (picture === undefined) throw new Error('no picture of the receipt was saved');
  fs.copyFileSync(path.join(scratch, 'pictures', picture), path.join(out, 'receipt.png'));
  keepRecord(path.join(scratch, 'data/training/ledger.db'));
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}

/** The sale, by the keys a cashier presses. */
async function sell({ page }: CounterApp, sold: ProductId, number: string, told: Told): Promise<void> {
  console.log(`asking for ${number} (${sold}) …`);
  await askFor(page, sold, number, told);
  const amounts = page.getByRole('group', { name: 'Pilih nominal' });
  const found = sold === 'pln-prepaid' ? amounts : page.getByRole('textbox', { name: 'Uang diterima' });
  const refused = outcomeOf(page, 'problem');
  await found.or(refused).first().waitFor();
  if (await refused.isVisible()) throw new Error(`no bill for ${number}:\n${await refused.innerText()}`);
  if (sold === 'pln-prepaid') {
    await amounts.getByRole('button', { name: new RegExp(`^${formatRupiah(denomination)}\\b`) }).click();
  }
  await waitForBill(page);
  await page.screenshot({ path: path.join(out, 'counter.png') });
  console.log('paying, with exact cash …');
  await payExactly(page);
  await outcomeOf(page, 'paid').waitFor();
  await page.getByTestId('paper').waitFor();
  await page.locator('[data-testid="print-status"][data-status="printed"]').waitFor();
  await page.screenshot({ path: path.join(out, 'paid.png') });
  await page.keyboard.press('Control+s');
  await page.getByTestId('receipt-note').filter({ hasText: '.png' }).waitFor();
}

/** The ledger's record of the payment, and that what was printed is what the record says. */
function keepRecord(file: string): void {
  const opened = openLedger(file, 'training', instant(Date.now()));
  if (!opened.ok) throw new Error(`the ledger cannot be opened: ${opened.error.code}`);
  const ledger = opened.value;
  const [newest] = ledger.recentPayments(1);
  const payment = newest === undefined ? undefined : ledger.payment(newest.id);
  if (payment?.state !== 'paid')
    throw new Error(`the payment is not paid but ${payment?.state ?? 'missing'}`);
  const job = ledger.printJobs.latestOf(payment.quote.id);
  const printed = fs.readFileSync(path.join(out, 'receipt.bin'));
  if (job?.state !== 'printed' || !printed.equals(job.bytes)) throw new Error('the receipt was not printed');
  const record = {
    ...payment,
    reply: payment.reply && { ...payment.reply, body: textOf(payment.reply.body) },
    inquiry: readable(ledger.inquiryOf(payment.quote.id)),
    statusCalls: ledger.statusOf(payment.quote.id).map(readable),
    events: ledger.events(payment.quote.id),
    print: { ...job, bytes: Buffer.from(job.bytes).toString('base64') },
  };
  ledger.close();
  fs.writeFileSync(path.join(out, 'payment.json'), `${JSON.stringify(record, null, 2)}\n`);
  console.log(`paid ${formatRupiah(payment.quote.total)} for ${payment.quote.customer.name}; see ${out}`);
}

function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

function readable(exchange: StoredExchange | undefined) {
  return exchange && { ...exchange, reply: { ...exchange.reply, body: textOf(exchange.reply.body) } };
}
