import type { Locator, Page } from 'playwright';
import { expect } from './patient-expect.ts';
import { messagesFor } from '../../shared/i18n/messages.ts';
import type { ProductId } from '../../shared/products.ts';
import { outcomeOf, productKeys, waitForBill, type Told } from '../electron/counter-driver.ts';
import { ownersPin } from './day-counter.ts';

/** The hands of a cashier without a mouse: everything here is keys; the screen is only read. */
export interface Hands {
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Presses Tab until the focus is there. */
  readonly tabTo: (target: Locator) => Promise<void>;
}

const mostTabs = 60;

export function handsOn(page: Page): Hands {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return {
    press,
    type: (text) => page.keyboard.type(text),
    async tabTo(target) {
      for (let tab = 0; tab < mostTabs; tab += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await press('Tab');
      }
      throw new Error(`the keyboard does not come to ${String(target)}`);
    },
  };
}

/** One sale as a cashier has it in mind. */
export interface Wanted extends Told {
  readonly product: ProductId;
  readonly number: string;
  /** Which of the amounts, where the product is sold in them. */
  readonly denomination?: number;
  /** Cash as it is given; exact where it is left out. */
  readonly cash?: number;
}

const id = messagesFor('id');

/** Product key, company, number, what else is asked for, Enter. */
export async function askByKeys(
  page: Page,
  { product, number, service, extras = {} }: Wanted,
): Promise<void> {
  const { press, type, tabTo } = handsOn(page);
  const key = productKeys[product];
  await press(key ?? 'F7');
  if (key === undefined) await chooseByKeys(page, id.products[product].name);
  if (service !== undefined) {
    if (!(await page.getByRole('listbox').isVisible())) await press('F8');
    await chooseByKeys(page, service);
  }
  const field = page.locator('#customer-number');
  await expect(field).toBeFocused();
  await press('Control+a');
  await type(number);
  for (const [name, value] of Object.entries(extras)) {
    await tabTo(page.locator(`#extra-${name}`));
    await type(value);
  }
  await press('Enter');
}

async function chooseByKeys(page: Page, typed: string): Promise<void> {
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
}

/** Asks, takes the cash and pays; waits for nothing after Enter. */
export async function payByKeys(page: Page, wanted: Wanted): Promise<void> {
  const { press, type } = handsOn(page);
  await askByKeys(page, wanted);
  if (wanted.denomination !== undefined) {
    await page.getByRole('group', { name: 'Pilih nominal' }).waitFor();
    await press(String(wanted.denomination));
  }
  await waitForBill(page);
  if (wanted.cash === undefined) await press('p');
  else await type(String(wanted.cash));
  await press('Enter');
}

/**
 * A sale to its end, whatever that is. PLN closes its books around midnight in Jakarta: a day that runs then goes on with the
 * owner's PIN, as a shop would.
 */
export async function sellByKeys(page: Page, wanted: Wanted, kind = 'paid'): Promise<void> {
  const { press, type } = handsOn(page);
  await payByKeys(page, wanted);
  const outcome = outcomeOf(page, kind);
  const night = page.locator('[data-code="cut-off"]');
  await expect(outcome.or(night).first()).toBeVisible({ timeout: 30_000 });
  if (await night.isVisible()) {
    await press('Control+i');
    await expect(page.getByLabel(/PIN/)).toBeFocused();
    await type(ownersPin);
    await press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await press('Enter');
  }
  await expect(outcome).toBeVisible({ timeout: 30_000 });
}
