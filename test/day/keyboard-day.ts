import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { formatRupiah } from '../../shared/money.ts';
import type { ProductId } from '../../shared/products.ts';
import { denominations } from '../../shared/shift/cash-count.ts';
import { outcomeOf, type CounterApp } from '../electron/counter-driver.ts';
import { picture } from '../electron/pictures.ts';
import { practiceCustomers } from '../fixtures/practice-customers.ts';
import { startPaperSink, type PaperSink } from '../servers/paper-sink.ts';
import { basketWithARefusal } from './basket-of-the-day.ts';
import { startBillers } from './billers-at-hand.ts';
import { openDayCounter, ownersPin, people, setUpCounter } from './day-counter.ts';
import { expectedCash, summaryOf, type DayMoney, type DaySummary } from './day-summary.ts';
import { askByKeys, handsOn, payByKeys, sellByKeys, type Wanted } from './keyboard.ts';
import { lotKilledAndGoneOnWith } from './lot-of-the-day.ts';
import { expect } from './patient-expect.ts';
import { piecesOf } from './pieces.ts';
import { reconcileFindsWhatDiffers } from './reconcile-the-day.ts';

const money: DayMoney = { float: 200_000, in: 50_000, out: 75_000 };

const fromTeleanjar: readonly Wanted[] = [
  { product: 'pln-postpaid', number: '530000000002', cash: 1_000_000 },
  { product: 'pln-postpaid', number: '530000000003' },
  { product: 'pln-postpaid', number: '530000000005' },
  { product: 'pln-prepaid', number: '53000000001', denomination: 1 },
  { product: 'pln-prepaid', number: '53000000002', denomination: 2 },
  { product: 'pln-prepaid', number: '53000000003', denomination: 1 },
  { product: 'pln-nontaglis', number: '5300000000001' },
  { product: 'telkom-pstn', number: '021530000001' },
];
const moreFromIak: readonly Wanted[] = [
  { product: 'mobile-postpaid', number: '08991230000' },
  { product: 'bpjs', number: '8801234560000', extras: { months: '1' } },
  { product: 'pdam', number: '10200000', service: 'PDAMKOTA.SURABAYA' },
  { product: 'pdam', number: '10202002', service: 'PDAMKOTA.SURABAYA' },
  { product: 'telkom-pstn', number: '6391600000' },
];
const everyProductOfIak = Object.entries(practiceCustomers['iak'] ?? {}).map(
  ([product, customer]): Wanted => ({ product: product as ProductId, ...customer }),
);

/** A whole day at one counter, by keyboard alone. @throws where the counter does not do what a cashier expects of it. */
export async function keyboardDay(tell: (step: string) => void): Promise<DaySummary> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-day-'));
  const billers = await startBillers();
  let printer = await startPaperSink();
  const { port } = printer;
  await setUpCounter({ folder, printerPort: port, billers, preferredBiller: 'iak' });
  let counter = await openDayCounter(folder);
  let sales = 0;
  const [sri, budi] = people;
  try {
    tell('Sri signs in and opens the shift');
    await signIn(counter.page, 1, sri.pin);
    await openShift(counter.page);

    tell('every product of IAK');
    for (const wanted of [...everyProductOfIak, ...moreFromIak]) {
      await sellByKeys(counter.page, wanted);
      sales += 1;
    }

    tell('a number that nobody knows, and a payment that is refused');
    await askByKeys(counter.page, { product: 'telkom-pstn', number: '6391601205' });
    await expect(outcomeOf(counter.page, 'problem')).toBeVisible();
    await sellByKeys(counter.page, { product: 'telkom-pstn', number: '6391601206' }, 'rejected');
    tell('IAK refused it only when it was asked again: the cash was in the drawer and goes back');
    await giveBack(counter.page);

    tell('an outcome that IAK tells when it is asked again');
    await settledByStatus(counter.page);
    sales += 1;

    tell('the printer is off, and prints by itself once it is on');
    printer = await withoutPrinter(counter.page, printer, sales, {
      product: 'mobile-postpaid',
      number: '08991236001',
    });
    sales += 1;

    tell('cash in, and a reprint');
    await moveCash(counter.page, 'in', money.in, 'uang kecil dari rumah');
    await reprint(counter.page, printer);

    tell('forty numbers of a collector, killed in the middle and gone on with');
    const lot = await lotKilledAndGoneOnWith(counter, {
      folder,
      reopen: async () => {
        const again = await openDayCounter(folder);
        await signIn(again.page, 1, sri.pin);
        return again;
      },
      papers: () => papersOf(printer),
    });
    ({ counter } = lot);
    sales += lot.paid;

    tell('Budi takes over');
    await handsOn(counter.page).press('Control+q');
    await signIn(counter.page, 2, budi.pin);

    tell('Teleanjar is asked first from now on; the program starts anew within the shift');
    counter = await preferTeleanjar(counter, folder);
    await signIn(counter.page, 2, budi.pin);
    await expect(counter.page.getByTestId('shift')).toHaveText('Shift 1');

    tell('every product of Teleanjar');
    for (const wanted of fromTeleanjar) {
      await sellByKeys(counter.page, wanted);
      sales += 1;
    }

    tell('a basket, one of whose bills is refused');
    sales += await basketWithARefusal(counter.page);

    tell('an outcome that nobody tells, decided by hand');
    await settledByHand(counter.page);
    sales += 1;

    tell('IAK’s statement, with three differences planted in it');
    await reconcileFindsWhatDiffers(counter, folder, billers);

    tell('cash out, X, and the end of the shift');
    await moveCash(counter.page, 'out', money.out, 'setor ke Bu Sri');
    const expected = expectedCash(billers, money);
    await printX(counter.page, printer);
    await closeShift(counter.page, expected);
    await expect.poll(() => papersOf(printer).some((paper) => paper.includes('LAPORAN Z'))).toBe(true);
    expect(counter.complaints).toEqual([]);
    return summaryOf(folder, billers, money, sales);
  } catch (error) {
    await picture(counter.page, 'day-stopped').catch(() => undefined);
    throw error;
  } finally {
    await counter.close().catch(() => undefined);
    await printer.close();
    await billers.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What was printed, without the lines that only ask how the printer is. */
const papersOf = ({ jobs }: PaperSink): readonly string[] =>
  jobs.filter(({ length }) => length > 50).map((bytes) => bytes.toString('latin1'));

async function signIn(page: Page, ordinal: number, pin: string): Promise<void> {
  const { press, type } = handsOn(page);
  await expect(page.getByTestId('sign-in-names')).toBeVisible();
  await press(String(ordinal));
  await expect(page.locator('#sign-in-pin')).toBeFocused();
  await type(pin);
  await press('Enter');
  await expect(page.getByTestId('lock-screen')).toHaveCount(0);
}

async function openShift(page: Page): Promise<void> {
  const { press, type } = handsOn(page);
  await press('Control+j');
  await expect(page.getByRole('textbox', { name: 'Modal awal' })).toBeFocused();
  await type(String(money.float));
  await press('Enter');
  await expect(page.getByTestId('drawer-said')).toHaveText('Shift dibuka.');
  await press('Escape');
}

async function moveCash(page: Page, kind: 'in' | 'out', amount: number, reason: string): Promise<void> {
  const { press, type } = handsOn(page);
  await press('Control+j');
  await expect(page.getByRole('button', { name: 'Uang masuk' })).toBeVisible();
  await press(kind === 'in' ? 'F1' : 'F2');
  await expect(page.getByRole('textbox', { name: 'Jumlah' })).toBeFocused();
  await type(String(amount));
  await press('Enter');
  await type(reason);
  await press('Enter');
  await expect(page.getByTestId('drawer-said')).not.toBeEmpty();
  await press('Escape');
}

/** The answer is pending; asked three times, IAK says that it is paid. */
async function settledByStatus(page: Page): Promise<void> {
  await sellByKeys(page, { product: 'telkom-pstn', number: '6391601207' }, 'unknown');
  await expect(async () => {
    await handsOn(page).press('Control+t');
    await expect(outcomeOf(page, 'paid')).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 60_000 });
}

/** Paid, and its receipt waits for the printer; once that is on again the receipt comes by itself. */
async function withoutPrinter(
  page: Page,
  printer: PaperSink,
  soldBefore: number,
  wanted: Wanted,
): Promise<PaperSink> {
  // What was sold before is on paper by now: one receipt each, and no more.
  await expect.poll(() => papersOf(printer).length).toBe(soldBefore);
  await printer.close();
  await payByKeys(page, wanted);
  await expect(outcomeOf(page, 'paid')).toBeVisible();
  await expect(page.getByTestId('print-status').first()).toHaveAttribute('data-status', 'failed', {
    timeout: 30_000,
  });
  const again = await startPaperSink(printer.port);
  await expect.poll(() => papersOf(again).length, { timeout: 60_000 }).toBe(1);
  return again;
}

async function reprint(page: Page, printer: PaperSink): Promise<void> {
  const before = papersOf(printer).length;
  await handsOn(page).press('Control+p');
  await expect.poll(() => papersOf(printer).length).toBe(before + 1);
  expect(papersOf(printer).at(-1)).toContain('CETAK ULANG ke-1');
}

async function preferTeleanjar(counter: CounterApp, folder: string): Promise<CounterApp> {
  const { page } = counter;
  const { press, tabTo } = handsOn(page);
  await press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Setelan' });
  const tab = dialog.getByRole('tab', { name: /^Teleanjar/ });
  await expect(async () => {
    await press('ArrowDown');
    await expect(tab).toBeFocused({ timeout: 200 });
  }).toPass({ timeout: 10_000 });
  await press('Enter');
  const prefer = dialog.getByRole('button', { name: 'Utamakan Teleanjar' });
  await tabTo(prefer);
  const gone = new Promise((resolve) => counter.app.process().once('exit', resolve));
  await Promise.all([gone, press('Enter').catch(() => undefined)]);
  return openDayCounter(folder);
}

async function settledByHand(page: Page): Promise<void> {
  const { press, type, tabTo } = handsOn(page);
  await sellByKeys(page, { product: 'pln-postpaid', number: '530000002000' }, 'unknown');
  await press('Control+b');
  await expect(page.getByTestId('open-payment')).toContainText('5300 0000 2000');
  await press('Control+d');
  const decide = page.getByRole('dialog', { name: /^Putuskan/ });
  await tabTo(decide.getByRole('radio', { name: 'Terbayar', exact: true }));
  await press('Space');
  await tabTo(decide.getByLabel('Ref dari Teleanjar'));
  await type('TELEPON-4711');
  await tabTo(decide.getByRole('radio', { name: /^Teleanjar mengatakannya/ }));
  await press('Space');
  await tabTo(decide.getByRole('textbox', { name: /^Bukti/ }));
  await type('Bu Ani di Teleanjar, tiket 4711');
  await tabTo(decide.getByLabel(/PIN/));
  await type(ownersPin);
  await press('Enter');
  await expect(decide).toHaveCount(0);
  await press('Escape');
}

async function giveBack(page: Page): Promise<void> {
  const { press, tabTo } = handsOn(page);
  await expect(page.getByTestId('owed')).toBeVisible();
  await tabTo(page.getByRole('button', { name: 'Uang dikembalikan' }));
  await press('Enter');
  await expect(page.getByRole('button', { name: /^Yakin/ })).toBeFocused();
  await press('Enter');
  await expect(page.getByTestId('refunded')).toBeVisible();
  await expect(page.getByTestId('owed')).toHaveCount(0);
}

async function printX(page: Page, printer: PaperSink): Promise<void> {
  const { press } = handsOn(page);
  await press('Control+j');
  await expect(page.getByRole('button', { name: 'Cetak laporan X' })).toBeVisible();
  await press('Control+p');
  await expect.poll(() => papersOf(printer).some((paper) => paper.includes('LAPORAN X'))).toBe(true);
  await press('Escape');
}

/** Counts `amount` in the fewest notes and coins, as it would lie there. */
async function closeShift(page: Page, amount: number): Promise<void> {
  const { press, type } = handsOn(page);
  await press('Control+j');
  await expect(page.getByRole('button', { name: 'Uang masuk' })).toBeVisible();
  await press('F4');
  const pieces = new Map(piecesOf(amount));
  for (const value of denominations) {
    const count = pieces.get(formatRupiah(value));
    if (count !== undefined) await type(String(count));
    await press('Enter');
  }
  await press('Enter');
  await expect(page.getByTestId('difference')).toBeVisible();
  await press('Escape');
}
