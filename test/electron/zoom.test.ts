import type { Locator } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';

/** At 200 % a window of 1366×768 has room for 683×384: everything is still reached by scrolling, and no word is cut. */
describe('a counter at 200 %', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ shop: { keepsTill: true } });
    await counter.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
    );
    await counter.page.waitForFunction(() => window.innerWidth === 683 && window.innerHeight === 384);
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  const button = (name: RegExp | string) => counter.page.getByRole('button', { name });
  const dialog = () => counter.page.getByRole('dialog');

  const expectInView = async (...each: readonly Locator[]): Promise<void> => {
    for (const one of each) {
      await one.scrollIntoViewIfNeeded();
      await expect(one).toBeInViewport({ ratio: 1 });
    }
  };

  /** Words that their box cuts off, and frames that hold more than can be scrolled to. */
  const cut = (): Promise<readonly string[]> =>
    counter.page.evaluate(() => {
      const isShown = (element: Element): boolean =>
        element.checkVisibility() && element.closest('[inert], [aria-hidden="true"], .only-heard') === null;
      const clips = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      return [...document.querySelectorAll('body, body *')]
        .filter((element) => isShown(element) && element.closest('svg') === null)
        .filter((element) => {
          const { overflowX, overflowY, clipPath, contain } = getComputedStyle(element);
          if (clipPath !== 'none' || contain === 'strict' || element instanceof HTMLInputElement)
            return false;
          return (
            (clips(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
            (clips(overflowY) && element.scrollHeight > element.clientHeight + 1)
          );
        })
        .map((element) => `${element.className}: ${(element.textContent ?? '').slice(0, 40)}`);
    });

  it('cuts nothing of the drawer, and opens a shift there', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+j');
    await page.getByRole('textbox', { name: 'Modal awal' }).waitFor();
    expect(await cut()).toEqual([]);
    await page.keyboard.type('100000');
    await page.keyboard.press('Enter');
    await page.getByTestId('drawer-expected').waitFor();
    expect(await cut()).toEqual([]);
    await expectInView(page.getByTestId('drawer-expected'), button('Uang masuk'), button('Tutup shift'));
    await page.keyboard.press('Escape');
  });

  it('reaches all of an empty counter', async () => {
    const { page } = counter;
    await dialog().waitFor({ state: 'detached' });
    expect(await cut()).toEqual([]);
    await expectInView(
      page.getByRole('textbox', { name: 'Nomor pelanggan' }),
      button('Setelan'),
      button('Pelanggan'),
      button('Semua tombol'),
      button('Cetak lagi'),
    );
  });

  it('reaches the total, the cash and the button that pays', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000003');
    await waitForBill(page);
    expect(await cut()).toEqual([]);
    await expectInView(page.getByTestId('total'), page.locator('#cash'), button(/^BAYAR/), button('Batal'));
  });

  it('reaches what was paid and its change, and the keys of its receipt', async () => {
    const { page } = counter;
    await payExactly(page);
    const paid = outcomeOf(page, 'paid');
    await paid.waitFor();
    await expect(page.getByTestId('paper')).toBeVisible();
    expect(await cut()).toEqual([]);
    await expectInView(paid.getByTestId('change'), button('Tutup'), button('Simpan gambar'));
  });

  it('reaches every page of the settings, cut nowhere', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+,');
    const tabs = dialog().getByRole('tablist', { name: 'Setelan' }).getByRole('tab');
    await tabs.first().waitFor();
    for (const tab of await tabs.all()) {
      await expectInView(tab);
      await tab.click();
      expect(await cut(), (await tab.textContent()) ?? '').toEqual([]);
    }
    await page.keyboard.press('Escape');
  });
});
