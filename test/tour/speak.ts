import { expect } from 'playwright/test';
import type { LoketBridge } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/settings.ts';
import type { Hands } from './tour.ts';

/**
 * Switches the language as the key in the top bar does, and leaves the focus and all that is open as they are.
 */
export async function speak(
  { counter, page }: Pick<Hands, 'counter' | 'page'>,
  language: Language,
): Promise<void> {
  await counter.page.evaluate(async (wanted) => {
    const { loket } = window as unknown as { readonly loket: LoketBridge };
    const settings = await loket.settings();
    if (settings.ok) await loket.saveShopSettings({ ...settings.value.shop, language: wanted });
  }, language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
