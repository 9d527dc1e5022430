import type { Page } from 'playwright';
import { restHand, waitForBill } from '../electron/counter-driver.ts';
import { askByKeys, handsOn, type Wanted } from './keyboard.ts';
import { expect } from './patient-expect.ts';

/** Two bills of one customer that are paid, and one between them that the biller refuses at once. */
const family: readonly Wanted[] = [
  { product: 'pln-postpaid', number: '530000000004' },
  { product: 'pln-postpaid', number: '530000001014' },
  { product: 'pln-postpaid', number: '530000000006' },
];

/** Several bills and one sum: what is refused is named, and its money goes back. Resolves with how many were paid. */
export async function basketWithARefusal(page: Page): Promise<number> {
  const { press } = handsOn(page);
  const basket = page.getByTestId('basket');
  for (const [index, wanted] of family.entries()) {
    await askByKeys(page, wanted);
    await waitForBill(page);
    await press('+');
    await expect(page.getByTestId('basket-strip')).toContainText(`${index + 1} tagihan`);
  }
  await restHand(page);
  await press('F10');
  await expect(page.locator('#basket-cash')).toBeFocused();
  await press('p', 'Enter');
  await expect(basket).toHaveAttribute('data-state', 'done');
  const refused = basket.locator('[data-testid="basket-line"][data-state="refused"]');
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText('Uangnya kembali ke pelanggan.');
  await expect(basket.getByTestId('basket-back')).not.toHaveText('0');
  await expect(async () => {
    await press('Enter');
    await expect(page.getByTestId('basket-strip')).toHaveCount(0, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  return family.length - 1;
}
