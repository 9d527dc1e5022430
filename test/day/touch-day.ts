import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from './patient-expect.ts';
import { outcomeOf, waitForBill } from '../electron/counter-driver.ts';
import { picture } from '../electron/pictures.ts';
import { startPaperSink } from '../servers/paper-sink.ts';
import { startBillers } from './billers-at-hand.ts';
import { openDayCounter, people, setUpCounter } from './day-counter.ts';
import { expectedCash, summaryOf, type DayMoney, type DaySummary } from './day-summary.ts';
import { fingersOn, type Fingers } from './fingers.ts';
import { piecesOf } from './pieces.ts';

const money: DayMoney = { float: 100_000, in: 0, out: 25_000 };

/** A shorter day on a small screen, by touch alone. @throws where the counter does not do what a cashier expects of it. */
export async function touchDay(tell: (step: string) => void): Promise<DaySummary> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-touch-day-'));
  const billers = await startBillers();
  const printer = await startPaperSink();
  await setUpCounter({ folder, printerPort: printer.port, billers, preferredBiller: 'iak' });
  const counter = await openDayCounter(folder, { width: 1024, height: 600 });
  const { page } = counter;
  try {
    const fingers = await fingersOn(page);
    tell('Sri signs in and opens the shift');
    await signIn(page, fingers, people[0].name, people[0].pin);
    await openShift(page, fingers);

    tell('a bill, a telephone, and a family at BPJS');
    await sell(page, fingers, { key: 'PLN', number: '530000000001' });
    await sell(page, fingers, { key: 'Telkom', number: '6391601201', cash: '100000' });
    await sell(page, fingers, { key: 'Telkom', number: '6391600000' });

    tell('cash out, and the end of the shift');
    await cashOut(page, fingers);
    await closeShift(page, fingers, expectedCash(billers, money));
    expect(counter.complaints).toEqual([]);
    return summaryOf(folder, billers, money, 3);
  } catch (error) {
    await picture(page, 'touch-day-stopped').catch(() => undefined);
    throw error;
  } finally {
    await counter.close().catch(() => undefined);
    await printer.close();
    await billers.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name });

async function signIn(page: Page, { tap }: Fingers, name: string, pin: string): Promise<void> {
  await tap(page.getByTestId('sign-in-names').getByRole('button', { name: new RegExp(name) }));
  for (const digit of pin)
    await tap(page.getByTestId('lock-screen').getByRole('button', { name: digit, exact: true }));
  await tap(page.getByTestId('lock-screen').getByRole('button', { name: /^Masuk/ }));
  await expect(page.getByTestId('lock-screen')).toHaveCount(0);
}

async function openShift(page: Page, { tap, digits }: Fingers): Promise<void> {
  await tap(page.getByTestId('no-shift').getByRole('button'));
  await expect(page.getByRole('textbox', { name: 'Modal awal' })).toBeFocused();
  await digits(String(money.float));
  await tap(button(page, /^Buka shift/).last());
  await expect(page.getByTestId('drawer-said')).toHaveText('Shift dibuka.');
  await tap(page.getByRole('dialog').getByRole('button', { name: 'Tutup', exact: true }));
}

async function sell(
  page: Page,
  { tap, digits }: Fingers,
  { key, number, cash }: { key: string; number: string; cash?: string },
): Promise<void> {
  await tap(page.getByRole('group', { name: 'Produk' }).getByRole('button', { name: key, exact: true }));
  await digits(number);
  await tap(button(page, /^Cek tagihan/));
  await waitForBill(page);
  if (cash === undefined) await tap(button(page, /^Pas/));
  else await digits(cash);
  await tap(button(page, /^BAYAR/));
  await expect(outcomeOf(page, 'paid')).toBeVisible({ timeout: 30_000 });
}

async function cashOut(page: Page, { tap, digits }: Fingers): Promise<void> {
  await tap(button(page, /^Shift 1/));
  await tap(button(page, /^Uang keluar/));
  await digits(String(money.out));
  await tap(button(page, 'Setor ke pemilik'));
  await tap(button(page, /^Catat/));
  await expect(page.getByTestId('drawer-said')).not.toBeEmpty();
}

async function closeShift(page: Page, { tap, digits }: Fingers, amount: number): Promise<void> {
  await tap(button(page, /^Tutup shift/));
  for (const [value, pieces] of piecesOf(amount)) {
    await tap(page.getByRole('textbox', { name: new RegExp(`keping ${value}$`) }));
    await digits(String(pieces));
  }
  await tap(button(page, /^Lanjut/));
  await tap(button(page, /^Tutup shift/));
  await expect(page.getByTestId('difference')).toContainText('Pas');
}
