import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { messagesFor } from '../../shared/i18n/messages.ts';
import { describeWhere } from '../devices/describe-where.ts';
import { startUsbPrinter, whyNoUsb, type UsbPrinter } from '../devices/usb/start-usb-printer.ts';
import { startNetworkPrinter, type NetworkPrinter } from '../devices/network/start-network-printer.ts';
import { onePrinter } from '../fixtures/one-printer.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { picture } from './pictures.ts';
import { openSettings } from './settings-driver.ts';

const m = messagesFor('id');
const words = m.settings.printing.setup;
const usb = { kind: 'usb', vendorId: 0x04b8, productId: 0x0202, serialNumber: 'FAKE0001' } as const;

const sell = async (page: Page, number: string): Promise<void> => {
  await askFor(page, 'pln-postpaid', number);
  await waitForBill(page);
  await payExactly(page);
  await outcomeOf(page, 'paid').waitFor();
};

const textOf = (bytes: Buffer): string => bytes.toString('latin1');
const countOf = (text: string, words_: string): number => text.split(words_).length - 1;

/** The step of the set-up that is in view. */
const step = (page: Page, name: string): Locator =>
  page.locator(`[data-testid=setup-step][data-step=${name}]`);

/** The real program, its real libusb, and a printer that exists for that library only. */
describeWhere(whyNoUsb(), 'a USB printer at the counter', () => {
  let printer: UsbPrinter;
  let counter: CounterApp;

  // On the disk: what lies below /dev the emulated bus takes for its devices, and of those it knows fifty at once.
  let dataFolder: string;
  const open = async (settings: Parameters<typeof openCounter>[0]): Promise<void> => {
    counter = await openCounter({ ...settings, dataFolder, env: { ...printer.env } });
  };
  beforeEach(async () => {
    dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-data-'));
    printer = await startUsbPrinter();
  });
  afterEach(async () => {
    await counter.close();
    await printer.stop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });

  it('prints the receipt, and the program knows that it is on paper', async () => {
    await open({ settings: { printing: onePrinter(usb) } });
    await sell(counter.page, '530000000001');
    await expect(counter.page.getByTestId('print-status')).toContainText(m.print.printed, {
      timeout: 30_000,
    });
    const text = textOf(printer.bytes());
    expect(countOf(text, 'BUDI SANTOSO')).toBe(1);
    expect(text).toContain('LATIHAN');
  });

  it('is given back to the system when the program ends', async () => {
    await open({ settings: { printing: onePrinter(usb) } });
    await expect(counter.page.getByTestId('printer')).toContainText(m.topBar.printer.ok, { timeout: 30_000 });
    expect((await printer.log()).some((line) => line.startsWith('CLAIM'))).toBe(true);
    await counter.close();
    expect((await printer.log()).some((line) => line.startsWith('CONNECT'))).toBe(true);
    await open({ settings: { printing: onePrinter(usb) } });
  });

  it('without paper says so, costs no payment, and prints by itself, once, when it is filled', async () => {
    await open({ settings: { printing: onePrinter(usb) } });
    const { page } = counter;
    await expect(page.getByTestId('printer')).toContainText(m.topBar.printer.ok, { timeout: 30_000 });
    await printer.tell('paper out');
    await expect(page.getByTestId('printer')).toContainText(m.printerProblems['paper-out'].short, {
      timeout: 30_000,
    });
    await sell(page, '530000000001');
    await expect(page.getByTestId('print-status')).toContainText('kertas habis', { timeout: 30_000 });
    await picture(page, 'printer-no-paper');
    await page.keyboard.press('Control+h');
    await picture(page, 'printer-papers');
    await page.keyboard.press('Escape');
    expect(textOf(printer.bytes())).not.toContain('BUDI SANTOSO');
    await printer.tell('paper ok');
    await expect(page.getByTestId('print-status')).toContainText(m.print.printed, { timeout: 30_000 });
    await expect(page.getByTestId('printer')).toContainText(m.topBar.printer.ok);
    expect(countOf(textOf(printer.bytes()), 'BUDI SANTOSO')).toBe(1);
    expect(textOf(printer.bytes())).not.toContain('CETAK ULANG');
  });

  it('pulled out in the midst of a receipt leaves a question, and only the answer prints a marked copy', async () => {
    await open({ settings: { printing: onePrinter(usb) } });
    const { page } = counter;
    await printer.tell('out hang 300');
    await sell(page, '530000000001');
    await expect.poll(() => printer.bytes().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(300);
    await printer.tell('unplug');
    await expect(page.getByTestId('print-status')).toContainText('keluar', { timeout: 30_000 });
    await printer.tell('out ok');
    await printer.tell('plug');
    await page.keyboard.press('Control+h');
    const dialog = page.getByRole('dialog', { name: m.papers.label });
    await expect(dialog).toContainText(m.papers.question.receipt);
    await picture(page, 'printer-question');
    expect(countOf(textOf(printer.bytes()), 'BUDI SANTOSO')).toBeLessThanOrEqual(1);
    await dialog.getByRole('button', { name: m.papers.answers['did-not-come-out'] }).click();
    await expect.poll(() => textOf(printer.bytes()), { timeout: 30_000 }).toContain('CETAK ULANG ke-1');
    await expect(dialog).toContainText(m.papers.empty);
  });

  it('is set up by its owner alone, by what the test page shows', async () => {
    await open({});
    const { page } = counter;
    const settings = await openSettings(page, m.settings.tabs.printer);
    await settings.getByRole('button', { name: m.settings.printing.add }).click();

    await step(page, 'which').getByText('TM-T88V').first().click({ timeout: 30_000 });
    await picture(page, 'printer-find');
    await page.getByRole('button', { name: words.next }).click();
    await step(page, 'page').getByRole('button', { name: words.page.print }).click();
    await expect(step(page, 'page').getByTestId('tried')).toContainText(words.tried.printed, {
      timeout: 45_000,
    });
    const testPage = textOf(printer.bytes());
    for (const columns of [32, 42, 48, 64])
      expect(testPage).toMatch(new RegExp(`^.*${columns} [-+0-9]*\\|$`, 'm'));
    await picture(page, 'printer-page');
    await page.getByRole('button', { name: words.next }).click();

    const seen = step(page, 'seen');
    await seen.getByRole('radio', { name: /^48/ }).check();
    await seen.getByRole('radio', { name: /^64/ }).check();
    await picture(page, 'printer-answers');
    await page.getByRole('button', { name: words.next }).click();

    const cutter = step(page, 'cutter');
    await cutter.getByRole('button', { name: words.cutter.cut, exact: true }).click();
    await cutter.getByRole('button', { name: words.cutter.yes }).first().click({ timeout: 45_000 });
    expect(textOf(printer.bytes())).toContain('\u001dVB\u0000');
    await picture(page, 'printer-cutter');
    await page.getByRole('button', { name: words.next }).click();

    await picture(page, 'printer-name');
    await page.getByRole('button', { name: words.save }).click();
    await expect(settings.getByTestId('printer-line').filter({ hasText: 'TM-T88V' })).toBeVisible();
    await picture(page, 'printer-list');
    await page.keyboard.press('Escape');

    await sell(page, '530000000001');
    await expect(page.getByTestId('print-status')).toContainText(m.print.printed, { timeout: 30_000 });
    const receipt = textOf(printer.bytes()).slice(testPage.length);
    expect(countOf(receipt, 'BUDI SANTOSO')).toBe(1);
    expect(receipt).toContain('\u001dVB\u0000');
    expect(counter.complaints).toEqual([]);
  });
});

/** The same on a cable of the network. */
describe('a network printer at the counter', () => {
  let printer: NetworkPrinter;
  let counter: CounterApp;
  beforeEach(async () => {
    printer = await startNetworkPrinter();
    const { host, port } = printer;
    counter = await openCounter({ settings: { printing: onePrinter({ kind: 'network', host, port }) } });
  });
  afterEach(async () => {
    await counter.close();
    await printer.stop();
  });

  it('is asked first, then trusted: the receipt is printed when it says so', async () => {
    const { page } = counter;
    await sell(page, '530000000001');
    await expect(page.getByTestId('print-status')).toContainText(m.print.printed, { timeout: 30_000 });
    expect(countOf(textOf(printer.printed()), 'BUDI SANTOSO')).toBe(1);
    await printer.tell('cover open');
    await expect(page.getByTestId('printer')).toContainText(m.printerProblems['cover-open'].short, {
      timeout: 30_000,
    });
    await printer.tell('cover closed');
    await expect(page.getByTestId('printer')).toContainText(m.topBar.printer.ok, { timeout: 30_000 });
  });
});
