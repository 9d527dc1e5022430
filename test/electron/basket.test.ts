import type { CDPSession, Locator } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { askFor, openCounter, resize, restHand, waitForBill, type CounterApp } from './counter-driver.ts';
import { picture } from './pictures.ts';

const desk = { width: 1366, height: 768 };
const small = { width: 1024, height: 600 };

const budi = '530000000001';
const siti = '530000000002';
const refusedOne = '530000001014';
const unknownOne = '530000002000';

/** Three bills and one note, in a shop that keeps its drawer, by keyboard alone. */
describe('a basket by keyboard', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ shop: { keepsTill: true } });
    const { page } = counter;
    await page.keyboard.press('Control+j');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('100000');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('drawer-said')).toHaveText('Shift dibuka.');
    await page.keyboard.press('Escape');
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

  const basket = () => counter.page.getByTestId('basket');
  const strip = () => counter.page.getByTestId('basket-strip');
  const lines = () => basket().getByTestId('basket-line');
  const fact = (label: RegExp) =>
    basket().getByTestId('basket-facts').locator('div').filter({ hasText: label });
  const inState = (state: string) =>
    expect(basket()).toHaveAttribute('data-state', state, { timeout: 60_000 });

  async function add(number: string): Promise<void> {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', number);
    await waitForBill(page);
    await page.keyboard.press('+');
    await expect(page.locator('#customer-number')).toBeFocused();
    await expect(page.locator('#customer-number')).toHaveValue('');
    await restHand(page);
  }

  /** Enter on what has the focus, once what has come may be answered. */
  async function answer(until: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await counter.page.keyboard.press('Enter');
      await until();
    }).toPass({ timeout: 30_000 });
  }

  async function drawerExpects(sum: string): Promise<void> {
    const { page } = counter;
    await page.keyboard.press('Control+j');
    await expect(page.getByTestId('drawer-expected')).toHaveText(sum);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  async function looksRight(name: string): Promise<void> {
    for (const size of [desk, small]) {
      await resize(counter, size);
      await picture(counter.page, `${name}-${size.width}`);
      for (const button of await basket().locator('.basket-side').getByRole('button').all())
        await expect(button).toBeInViewport({ ratio: 1 });
    }
    await resize(counter, desk);
    expect(await axeFindings(counter.page)).toEqual([]);
  }

  it('takes a bill by one key, says that it is there, and has the cursor in the next number', async () => {
    const { page } = counter;
    await add(budi);
    await expect(strip().getByRole('button')).toContainText('Keranjang: 1 tagihan · Rp 302.500');
    await add(refusedOne);
    await askFor(page, 'pln-postpaid', siti);
    await waitForBill(page);
    for (const size of [desk, small]) {
      await resize(counter, size);
      await picture(page, `basket-strip-${size.width}`);
      await expect(page.getByRole('button', { name: /^BAYAR/ })).toBeInViewport({ ratio: 1 });
    }
    await resize(counter, desk);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('+');
    await expect(strip().getByRole('button')).toContainText('Keranjang: 3 tagihan · Rp 584.950');
    await drawerExpects('100.000');
  });

  it('takes no customer twice, and says so beside the bill, which stays', async () => {
    const { page } = counter;
    await askFor(page, 'pln-postpaid', budi);
    await waitForBill(page);
    await page.keyboard.press('+');
    await expect(strip().getByRole('alert')).toContainText('sudah ada di keranjang');
    await picture(page, 'basket-twice');
    await page.keyboard.press('Escape');
    await expect(strip().getByRole('alert')).toBeEmpty();
  });

  it('is never lost by Esc, and what is missing is said before anything is paid', async () => {
    const { page } = counter;
    await page.keyboard.press('F10');
    await inState('open');
    await expect(page.locator('#basket-cash')).toBeFocused();
    await page.keyboard.type('500000');
    await page.keyboard.press('Enter');
    await expect(basket().getByRole('alert').filter({ hasText: 'kurang 84.950' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(basket()).toHaveCount(0);
    await expect(strip()).toContainText('3 tagihan');
    await page.keyboard.press('F10');
    await expect(lines()).toHaveCount(3);
    await page.locator('#basket-cash').fill('');
    await page.keyboard.press('p');
    await expect(basket().getByTestId('basket-change')).toHaveText('0');
    await page.keyboard.press('Alt+1');
    await expect(page.locator('#basket-cash')).toHaveValue('585.000');
    await page.locator('#basket-cash').fill('');
    await page.keyboard.type('600000');
    await expect(basket().getByTestId('basket-change')).toHaveText('15.050');
    await expect(basket().getByRole('button', { name: 'BAYAR 3 TAGIHAN 584.950' })).toBeVisible();
    await looksRight('basket-open');
  });

  it('pays each on its own and names to the rupiah what is paid and what goes back', async () => {
    const { page } = counter;
    await page.locator('#basket-cash').focus();
    await page.keyboard.press('Enter');
    await inState('done');
    await expect(lines().filter({ hasText: 'Terbayar' })).toHaveCount(2);
    const refused = basket().locator('[data-testid="basket-line"][data-state="refused"]');
    await expect(refused).toContainText('Ditolak: ');
    await expect(refused).toContainText('Uangnya kembali ke pelanggan.');
    await expect(fact(/Uang diterima/)).toContainText('600.000');
    await expect(fact(/Terbayar \(2\)/)).toContainText('432.450');
    await expect(basket().getByTestId('basket-back')).toHaveText('167.550');
    await expect(basket().getByRole('button', { name: /^Selesai/ })).toBeFocused();
    await looksRight('basket-done');
  });

  it('prints what sums it up, stays until it is finished, and the drawer agrees', async () => {
    const { page } = counter;
    // A number that is scanned for the next customer puts it away no more than a hand that is too quick.
    await page.waitForTimeout(1000);
    await basket()
      .getByRole('button', { name: /^Selesai/ })
      .focus();
    await page.keyboard.type('530000000001');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    await inState('done');
    await page.keyboard.press('Control+p');
    await expect(basket()).toContainText('Rekap dikirim ke printer.');
    await page.keyboard.press('Escape');
    await expect(strip()).toContainText('Keranjang selesai · kembali Rp 167.550');
    await drawerExpects('532.450');
    await page.keyboard.press('F10');
    await basket().getByRole('button', { name: 'Lihat struk SITI RAHAYU' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('paper')).toContainText('SITI RAHAYU');
    await page.keyboard.press('F10');
    await inState('done');
    await answer(() => expect(strip()).toHaveCount(0, { timeout: 1000 }));
    await expect(basket()).toHaveCount(0);
    await expect(page.locator('#customer-number')).toBeFocused();
  });

  it('tells before it pays of a bill that may have been paid, and takes the yes for that one', async () => {
    const { page } = counter;
    await askFor(page, 'pln-prepaid', '53000000001');
    await page.getByRole('button', { name: /^50\.000/ }).waitFor();
    await page.keyboard.press('2');
    await waitForBill(page);
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="outcome"][data-kind="paid"]').waitFor();
    await askFor(page, 'pln-prepaid', '53000000001');
    await page.getByRole('button', { name: /^50\.000/ }).waitFor();
    await page.keyboard.press('2');
    await waitForBill(page);
    await page.keyboard.press('+');
    await add('530000000004');
    await page.keyboard.press('F10');
    await expect(basket().getByTestId('basket-review')).toBeVisible();
    await looksRight('basket-review');
    await page.locator('#basket-cash').focus();
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await expect(basket().getByRole('alert').filter({ hasText: 'Belum ada yang dibayar.' })).toBeVisible();
    await inState('open');
    await basket()
      .getByRole('button', { name: /^Baca dan putuskan/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('doubts').waitFor();
    await page.getByRole('button', { name: 'Ya, ikut dibayar' }).click();
    await inState('open');
    await expect(basket().getByTestId('hindrance')).toHaveCount(0);
    await basket()
      .getByRole('button', { name: /^Kosongkan/ })
      .click();
    await basket().getByRole('button', { name: 'Yakin kosongkan?' }).click();
    await expect(basket()).toHaveCount(0);
    await expect(strip()).toHaveCount(0);
  });

  it('stops at what is not certain, keeps its money in the drawer, and goes on only when told', async () => {
    const { page } = counter;
    await add(unknownOne);
    await add('530000000004');
    await page.keyboard.press('F10');
    await page.keyboard.type('200000');
    await page.keyboard.press('Enter');
    await inState('paying');
    await picture(page, 'basket-paying');
    await page.keyboard.press('Escape');
    await inState('halted');
    const halt = basket().getByTestId('basket-halt');
    await expect(halt).toHaveAttribute('data-because', 'unknown');
    await expect(halt).toContainText('Jangan bayar ulang');
    await expect(basket().getByRole('button', { name: 'Berhenti di sini' })).toBeFocused();
    await looksRight('basket-halted');
    await page.keyboard.press('Escape');
    await expect(strip()).toContainText('jawab dulu');
    await picture(page, 'basket-halted-strip');
    await page.keyboard.press('F10');
    await page.keyboard.press('Tab');
    await answer(() => expect(basket()).not.toHaveAttribute('data-state', 'halted', { timeout: 1000 }));
    await inState('done');
    await expect(fact(/Belum pasti \(1\)/)).toContainText('152.500');
    await expect(fact(/Terbayar \(1\)/)).toContainText('40.905');
    await expect(basket().getByTestId('basket-back')).toHaveText('6.595');
    await looksRight('basket-done-unknown');
    await page.keyboard.press('Escape');
    await expect(basket()).toHaveCount(0);
  });
});

describe('a basket by touch alone, at 1024×600', () => {
  let counter: CounterApp;
  let session: CDPSession;
  beforeAll(async () => {
    counter = await openCounter({ size: small });
    session = await counter.page.context().newCDPSession(counter.page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
  });

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
  const button = (name: RegExp | string) => counter.page.getByRole('button', { name });
  const pad = () => counter.page.getByTestId('touch-pad').last();

  it('puts two bills in, takes one out, pays the rest and is finished', async () => {
    const { page } = counter;
    await tap(page.getByRole('group', { name: 'Produk' }).getByRole('button').first());
    for (const number of [budi, siti]) {
      for (const digit of number) await tap(pad().getByRole('button', { name: digit, exact: true }));
      await tap(button('Cek tagihan'));
      await page.getByTestId('total').waitFor();
      await picture(page, `basket-touch-bill-${number}`);
      await tap(button(/^Tambah ke keranjang/));
      await expect(page.locator('#customer-number')).toHaveValue('');
    }
    await tap(page.getByTestId('basket-strip').getByRole('button'));
    const place = page.getByRole('dialog', { name: 'Keranjang' });
    await place.waitFor();
    for (const key of ['5', '0', '0', '000'])
      await tap(place.getByTestId('touch-pad').getByRole('button', { name: key, exact: true }));
    await expect(page.locator('#basket-cash')).toHaveValue('500.000');
    await picture(page, 'basket-touch-open');
    expect(await axeFindings(page)).toEqual([]);
    await tap(button('Keluarkan BUDI SANTOSO dari keranjang'));
    await expect(page.getByTestId('basket-line')).toHaveCount(1);
    await expect(page.locator('#basket-cash')).toHaveValue('');
    await tap(place.getByRole('group', { name: 'Uang cepat' }).getByRole('button').last());
    await expect(page.getByTestId('basket-change')).not.toHaveText('–');
    await tap(button(/^BAYAR 1 TAGIHAN 129\.950/));
    await page.getByTestId('basket-done').waitFor({ timeout: 60_000 });
    await expect(page.getByTestId('basket-facts')).toContainText('129.950');
    await picture(page, 'basket-touch-done');
    await expect(async () => {
      await tap(button(/^Selesai/));
      await expect(place).toHaveCount(0, { timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    await expect(page.getByTestId('basket-strip')).toHaveCount(0);
  });
});
