import { fork, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DatabaseSync } from '@photostructure/sqlite';
import { teleanjar } from '../../electron/billers/teleanjar/teleanjar.ts';
import { startTeleanjarServer, type TeleanjarServer } from '../../electron/training/teleanjar-server.ts';
import { lately } from '../../shared/payment/doubt.ts';
import { instant } from '../../shared/time.ts';
import { askFor, openCounter, outcomeOf, waitForBill, type CounterApp } from '../electron/counter-driver.ts';
import { whyNoKeyStore, withKeyStore } from '../electron/key-store.ts';
import { onePrinter } from '../fixtures/one-printer.ts';
import { startPaperSink, type PaperSink } from '../servers/paper-sink.ts';
import type { Order } from './bare-payment.ts';

/**
 * From Enter on *pay* to the first byte at the printer: the real program, by its window, against a bare script
 * that makes the same commits, the same POST and the same print. Both take turns in one run, on the same server,
 * printer and disk; what is compared are medians.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '30' },
    // How long the biller takes to answer, in ms. Training's own takes 400; none takes 0, which shows our share bare.
    latencies: { type: 'string', default: '400,100,0' },
  },
});
const runs = Number(values.runs);
const warmUps = 5;
const meter = '53000000001';
const denomination = 20_000;

if (whyNoKeyStore() !== undefined) {
  console.error('this benchmark sells on a sandbox ledger and needs a key store: dbus and gnome-keyring');
  process.exit(1);
}

interface Row {
  readonly latencyMs: number;
  readonly loketMs: number;
  readonly bareMs: number;
  readonly ratio: number;
}

const rows: Row[] = [];
for (const latency of values.latencies.split(',').map(Number)) rows.push(await measure(latency));
console.table(
  rows.map(({ latencyMs, loketMs, bareMs, ratio }) => ({
    'biller answers after, ms': latencyMs,
    'Loket, ms': loketMs.toFixed(1),
    'bare script, ms': bareMs.toFixed(1),
    ratio: ratio.toFixed(2),
  })),
);
console.log(
  JSON.stringify({
    bench: 'pay',
    runs,
    ratios: Object.fromEntries(
      rows.map(({ latencyMs, ratio }) => [`${latencyMs}ms`, Number(ratio.toFixed(3))]),
    ),
  }),
);

async function measure(latencyMs: number): Promise<Row> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-bench-'));
  const server = await startTeleanjarServer({ latencyMs });
  const printer = await startPaperSink();
  const bare = fork(path.join(import.meta.dirname, 'bare-payment.ts'), [path.join(folder, 'bare.db')]);
  const counter = await openSandboxCounter(folder, server, printer);
  try {
    const loket: number[] = [];
    const script: number[] = [];
    for (let run = -warmUps; run < runs; run += 1) {
      const ours = await payByWindow(counter, printer);
      const theirs = await payBarely(bare, server, printer);
      if (run >= 0) {
        loket.push(ours);
        script.push(theirs);
      }
    }
    const [loketMs, bareMs] = [median(loket), median(script)];
    return { latencyMs, loketMs, bareMs, ratio: loketMs / bareMs };
  } finally {
    bare.kill();
    await counter.close();
    await printer.close();
    await server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The program on a sandbox ledger, its account in a real key store, its printer on the network. */
async function openSandboxCounter(
  folder: string,
  server: TeleanjarServer,
  printer: PaperSink,
): Promise<CounterApp> {
  const dataFolder = path.join(folder, 'data');
  const profile = { ...teleanjar.form.defaults, baseUrl: server.baseUrl };
  const keyStore = await withKeyStore(folder);
  const setUp = await openCounter({ dataFolder, ...keyStore });
  const { uuid, username, password, apiKey } = server.account;
  await setUp.page.evaluate(
    async (input) => {
      const { loket } = window as unknown as { loket: { saveBiller(value: unknown): Promise<unknown> } };
      await loket.saveBiller(input);
    },
    { biller: 'teleanjar', profile, secrets: { uuid, username, password, apiKey } },
  );
  await setUp.close();
  const counter = await openCounter({
    dataFolder,
    settings: {
      open: 'sandbox',
      billers: { teleanjar: profile },
      printing: onePrinter({ kind: 'network', host: '127.0.0.1', port: printer.port }),
    },
    ...keyStore,
  });
  await counter.page.evaluate(() => {
    const kept = window as unknown as { enterAt: number };
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') kept.enterAt = performance.timeOrigin + event.timeStamp;
      },
      true,
    );
  });
  // The printing library is loaded one second after the first paint, as in any shop's morning.
  await counter.page.waitForTimeout(2000);
  return counter;
}

/** A customer who was paid today would be asked about a second time: what was sold so far was sold yesterday. */
function makeItYesterday(dataFolder: string): void {
  const ledger = new DatabaseSync(path.join(dataFolder, 'sandbox/ledger.db'), { timeout: 5000 });
  ledger.exec(`UPDATE payment SET settled_at = settled_at - ${lately + 1} WHERE settled_at > 0`);
  ledger.close();
}

async function payByWindow({ page, dataFolder }: CounterApp, printer: PaperSink): Promise<number> {
  makeItYesterday(dataFolder);
  const before = printer.jobs.length;
  await askFor(page, 'pln-prepaid', meter);
  await page.getByRole('button', { name: /^20\.000/ }).waitFor();
  await page.keyboard.press('1');
  await waitForBill(page);
  await page.keyboard.press('p');
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  await outcomeOf(page, 'paid').waitFor();
  await until(() => printer.jobs.length > before);
  const begun = await page.evaluate(() => (window as unknown as { enterAt: number }).enterAt);
  return (printer.firstByteAt() ?? Number.NaN) - begun;
}

/** The inquiry is made beforehand and not measured, as the cashier's was. */
async function payBarely(bare: ChildProcess, server: TeleanjarServer, printer: PaperSink): Promise<number> {
  const { uuid, username, password, apiKey } = server.account;
  const account = { uuid, username, password, apiKey };
  const profile = { ...teleanjar.form.defaults, baseUrl: server.baseUrl };
  const client = teleanjar.connect({ profile, credentials: () => account });
  const service = client.services.find(({ product }) => product === 'pln-prepaid');
  if (service === undefined) throw new Error('no token is sold');
  const asked = { service, customerNumber: meter, extras: {}, at: instant(Date.now()) };
  const inquiry = await client.inquire(asked, new AbortController().signal);
  if (!inquiry.ok) throw new Error(`the inquiry was refused: ${inquiry.error.code}`);
  const before = printer.jobs.length;
  const order: Order = {
    baseUrl: server.baseUrl,
    inquiryId: inquiry.value.inquiryId,
    customerNumber: meter,
    denomination,
    account,
    printerPort: printer.port,
    receipt: (printer.jobs.at(-1) ?? Buffer.alloc(700)).toString('base64'),
  };
  const begun = new Promise<number>((resolve) => {
    bare.once('message', (message: { readonly begun: number }) => resolve(message.begun));
  });
  bare.send(order);
  const startedAt = await begun;
  await until(() => printer.jobs.length > before);
  return (printer.firstByteAt() ?? Number.NaN) - startedAt;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
  }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
