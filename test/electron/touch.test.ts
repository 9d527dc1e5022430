import { afterAll, beforeAll, describe, it } from 'vitest';
import { expect } from 'playwright/test';
import type { CDPSession, Locator } from 'playwright';
import { openCounter, outcomeOf, type CounterApp } from './counter-driver.ts';

/** A small screen and a finger: nothing else. */
describe('the counter by touch alone, at 1024×600', () => {
  let counter: CounterApp;
  let session: CDPSession;
  beforeAll(async () => {
    counter = await openCounter({ shop: {}, size: { width: 1024, height: 600 } });
    session = await counter.page.context().newCDPSession(counter.page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  const pad = () => counter.page.getByTestId('touch-pad');
  const numberField = () => counter.page.getByRole('textbox', { name: 'Nomor pelanggan' });
  const button = (name: RegExp | string) => counter.page.getByRole('button', { name });

  /** A finger on the middle of a thing that is in view and large enough for one. */
  async function tap(target: Locator): Promise<void> {
    await expect(target).toBeInViewport({ ratio: 1 });
    const box = await target.boundingBox();
    if (box === null) throw new Error('not on the screen');
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
  const tapDigits = async (digits: string): Promise<void> => {
    for (const digit of digits) await tap(pad().getByRole('button', { name: digit, exact: true }));
  };

  it('shows digits for fingers after the first touch, and moves nothing of the sale for them', async () => {
    await expect(pad()).toHaveCount(0);
    const ask = button('Cek tagihan');
    const before = await ask.boundingBox();
    await tap(counter.page.getByRole('group', { name: 'Produk' }).getByRole('button').first());
    await expect(pad()).toBeVisible();
    expect(await ask.boundingBox()).toEqual(before);
  });

  it('sells from the product to the next number', async () => {
    const { page } = counter;
    await tapDigits('5300000000019');
    await tap(pad().getByRole('button', { name: 'Hapus satu angka' }));
    await expect(numberField()).toHaveValue('5300 0000 0001');
    const place = await pad().boundingBox();
    await tap(button('Cek tagihan'));
    await expect(page.getByTestId('total')).toBeVisible();
    expect(await pad().boundingBox()).toEqual(place);
    await tapDigits('350');
    await tap(pad().getByRole('button', { name: '000', exact: true }));
    await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toHaveValue('350.000');
    await tap(button(/^BAYAR/));
    await expect(outcomeOf(page, 'paid')).toBeVisible();
    expect(await pad().boundingBox()).toEqual(place);
    await tapDigits('53');
    await expect(numberField()).toHaveValue('53');
    await tap(pad().getByRole('button', { name: 'Kosongkan' }));
    await expect(numberField()).toHaveValue('');
  });

  it('hides the digits and shows them again by one key, whatever was touched', async () => {
    await tap(button('Tutup papan angka'));
    await expect(pad()).toHaveCount(0);
    await tap(button('Papan angka'));
    await expect(pad()).toBeVisible();
  });

  it('keeps the whole counter in its window with the digits in view', async () => {
    const tooLarge = await counter.page.evaluate(() =>
      [...document.querySelectorAll('html, body, #root, .counter, .counter-body, .sale, .touch-side')]
        .filter((frame) => frame.scrollHeight > frame.clientHeight || frame.scrollWidth > frame.clientWidth)
        .map((frame) => frame.className || frame.tagName),
    );
    expect(tooLarge).toEqual([]);
  });
});
