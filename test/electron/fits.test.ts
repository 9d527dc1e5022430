import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Locator } from 'playwright';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  resize,
  waitForBill,
  type CounterApp,
  type Size,
} from './counter-driver.ts';
import { iakFirst } from './iak-first.ts';

const sizes: readonly Size[] = [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
];

/** The PC of most counters, and the smallest. */
describe('the window', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({
      settings: iakFirst(),
      shop: { shop: { name: 'Warung Bu Sri Lestari dan Putra', address: 'Jl. Melati 7' } },
    });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  const button = (name: RegExp | string) => counter.page.getByRole('button', { name });
  const dialog = () => counter.page.getByRole('dialog');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await counter.page.keyboard.press(key);
  };

  /** At both sizes: neither the page nor a frame of it is larger than its room, and what must be reached is in view. */
  const expectToFit = async (...inView: readonly Locator[]): Promise<void> => {
    for (const size of sizes) {
      await resize(counter, size);
      const tooLarge = await counter.page.evaluate(() =>
        [...document.querySelectorAll('html, body, #root, .counter, .counter-body, .sale, .place')]
          .filter((frame) => frame.scrollHeight > frame.clientHeight || frame.scrollWidth > frame.clientWidth)
          .map((frame) => frame.className || frame.tagName),
      );
      expect(tooLarge, `${size.width}×${size.height}`).toEqual([]);
      for (const each of inView) await expect(each).toBeInViewport({ ratio: 1 });
    }
  };

  it('holds the guide of an empty counter', async () => {
    await expectToFit(counter.page.getByRole('textbox', { name: 'Nomor pelanggan' }), button('Setelan'));
  });

  it('holds a bill with as many details as PBB has', async () => {
    const { page } = counter;
    await askFor(page, 'pbb', '329801092375999901');
    await waitForBill(page);
    await expectToFit(page.getByTestId('total'), button(/^BAYAR 208\.857/), button('Batal'));
  });

  it('holds a bill of the first four of eight months', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', '530000000002');
    await waitForBill(page);
    await expect(page.getByTestId('bill-lines').getByRole('row')).toHaveCount(5);
    await expectToFit(page.getByTestId('total'), button(/^BAYAR/), button('Batal'));
  });

  it('holds a paid sale with long details, and the keys of its receipt', async () => {
    const { page } = counter;
    await askFor(page, 'esamsat', '9658548523568701', { extras: { 'identity-number': '3273010101800001' } });
    await waitForBill(page);
    await payExactly(page);
    await outcomeOf(page, 'paid').waitFor();
    await expectToFit(
      outcomeOf(page, 'paid').getByTestId('change'),
      button('Tutup'),
      button('Cetak lagi'),
      button('Simpan gambar'),
    );
  });

  it('holds the list of products, and of companies', async () => {
    await press('F7');
    await dialog().waitFor();
    await expectToFit(dialog(), dialog().getByRole('option').first());
    await press('Escape', 'F6');
    await expect(dialog()).toContainText('Pilih PDAM');
    await expectToFit(dialog(), dialog().getByRole('option').last());
    await press('Escape');
  });

  it('holds what is not certain, on the counter and in the list with one of two looked at', async () => {
    const { page } = counter;
    for (const number of ['6391601042', '6391601103']) {
      await askFor(page, 'telkom-pstn', number);
      await waitForBill(page);
      await payExactly(page);
      await outcomeOf(page, 'unknown').waitFor();
    }
    await expectToFit(button('Periksa sekarang'), button('2 belum pasti'), button('Tutup'));
    await press('Control+b');
    await dialog().getByTestId('open-payment').waitFor();
    await expectToFit(dialog(), dialog().getByRole('button', { name: 'Periksa sekarang' }));
    await press('Escape');
  });

  it('holds every page of the settings, and every section of a biller with its save key in view', async () => {
    const { page } = counter;
    await press('Control+,');
    const tabs = dialog().getByRole('tablist', { name: 'Setelan' }).getByRole('tab');
    await expect(tabs).toHaveCount(14);
    for (const tab of await tabs.all()) {
      await tab.click();
      await expectToFit(dialog());
    }
    for (const [biller, sections] of [
      ['Teleanjar', 4],
      ['IAK', 3],
    ] as const) {
      await dialog()
        .getByRole('tab', { name: new RegExp(`^${biller}`) })
        .click();
      const all = dialog().getByRole('tablist', { name: biller }).getByRole('tab');
      await expect(all).toHaveCount(sections);
      for (const section of await all.all()) {
        await section.click();
        await expect(page.getByRole('tabpanel', { name: (await section.textContent()) ?? '' })).toBeVisible();
        await expectToFit(dialog(), section, button(/^Simpan/), button('Uji sambungan'));
      }
    }
    await press('Escape');
  });

  it('holds all keys on one page', async () => {
    await press('?');
    await expectToFit(dialog());
    await press('Escape');
  });
});
