import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { onePrinter } from '../fixtures/one-printer.ts';
import { startPaperSink, type PaperSink } from '../servers/paper-sink.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';

/** From a paid payment to bytes at a printer, and the same bytes on the screen. */
describe('the receipt', () => {
  let printer: PaperSink;
  let counter: CounterApp;
  let pictures: string;

  const open = async (port: number): Promise<CounterApp> =>
    openCounter({
      settings: { printing: onePrinter({ kind: 'network', host: '127.0.0.1', port }) },
      shop: {
        shop: { name: 'Warung Bu Sri', address: 'Jl. Melati 7' },
        pictureFolder: pictures,
      },
    });

  beforeEach(async () => {
    pictures = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-pictures-'));
    printer = await startPaperSink();
    counter = await open(printer.port);
  });
  afterEach(async () => {
    await counter.close();
    await printer.close();
    fs.rmSync(pictures, { recursive: true, force: true });
  });

  const sellToken = async (page: Page): Promise<void> => {
    await askFor(page, 'pln-prepaid', '53000000001');
    await page.getByRole('button', { name: /^20\.000/ }).waitFor();
    await page.keyboard.press('1');
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
  };

  it('reaches a network printer once, and the screen draws what the bytes say', async () => {
    const { page } = counter;
    await sellToken(page);
    await expect.poll(() => printer.jobs.length).toBe(1);
    const bytes = printer.jobs[0]?.toString('latin1') ?? '';
    expect(bytes).toContain('LATIHAN');
    expect(bytes).toContain('Warung Bu Sri');
    const token = ((await page.getByTestId('token').textContent()) ?? '').replaceAll(/\D/g, '');
    const printed = /\u001b!\u0010([\d ]+)\n\u001b!\u0001/.exec(bytes)?.[1] ?? '';
    expect(printed.replaceAll(' ', '')).toBe(token);
    await expect(page.getByTestId('print-status')).toContainText('Struk sudah dikirim ke printer.');

    // True heights: the token's digits twice a plain line, the biller's last words in the smaller font.
    const heights = await page.getByTestId('paper').evaluate((paper, digits) => {
      const heightOf = (words: string): number => {
        const text = [...paper.querySelectorAll('text')].find((each) => each.textContent?.includes(words));
        return text?.getBoundingClientRect().height ?? 0;
      };
      return {
        token: heightOf(digits.slice(0, 4)),
        plain: heightOf('NO METER'),
        small: heightOf('Info Lebih'),
      };
    }, printed.trim());
    expect(heights.token / heights.plain).toBeGreaterThan(1.9);
    expect(heights.token / heights.plain).toBeLessThan(2.1);
    expect(heights.small).toBeLessThan(heights.plain);
  });

  it('is marked when it is printed again, and in the picture and the text it is shared by', async () => {
    const { page, app } = counter;
    await sellToken(page);
    await expect.poll(() => printer.jobs.length).toBe(1);
    await page.keyboard.press('Control+p');
    await expect.poll(() => printer.jobs.length).toBe(2);
    expect(printer.jobs[0]?.toString('latin1')).not.toContain('CETAK ULANG');
    expect(printer.jobs[1]?.toString('latin1')).toContain('CETAK ULANG ke-1');
    expect(printer.jobs[1]?.toString('latin1')).toContain('LATIHAN');

    await page.keyboard.press('Control+k');
    await expect(page.getByTestId('receipt-note')).toContainText('tersalin');
    const text = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(text).toContain('LATIHAN');
    expect(text).toContain('STROOM/TOKEN');

    await page.keyboard.press('Control+s');
    await expect(page.getByTestId('receipt-note')).toContainText('.png');
    const [picture] = fs.readdirSync(pictures);
    expect(picture).toMatch(/^struk-.*-53000000001-.*\.png$/);
    expect(fs.statSync(path.join(pictures, picture ?? '')).size).toBeGreaterThan(10_000);
  });

  it('waits for a printer that is off: the payment stands, the screen says so, and it comes out by itself, unmarked', async () => {
    const { page } = counter;
    const { port } = printer;
    await printer.close();
    await sellToken(page);
    await expect(page.getByTestId('print-status')).toContainText('Terbayar, tetapi printer tidak menjawab.');
    await expect(page.getByText('Printer tidak menjawab').first()).toBeVisible();
    printer = await startPaperSink(port);
    await expect.poll(() => printer.jobs.length, { timeout: 20_000 }).toBe(1);
    expect(printer.jobs[0]?.toString('latin1')).not.toContain('CETAK ULANG');
    await expect(page.getByTestId('print-status')).toContainText('Struk sudah dikirim ke printer.');
  });
});
