import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { openCounter, type CounterApp } from './counter-driver.ts';

describe('axe', () => {
  let counter: CounterApp;
  beforeAll(async () => {
    counter = await openCounter({ shop: { keepsTill: true } });
  });
  afterAll(() => counter.close());

  it.each([
    ['the drawer', 'Control+j'],
    ['the history', 'Control+r'],
    ['the reports', 'Control+l'],
    ['the customers', 'Control+n'],
    ['the printers', 'Control+h'],
    ['all products', 'F7'],
    ['all keys', '?'],
  ])('finds nothing in the place of %s', async (_what, key) => {
    const { page } = counter;
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  it('finds nothing on any page of the settings', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+,');
    const dialog = page.getByRole('dialog', { name: 'Setelan' });
    for (const tab of await dialog.getByRole('tablist', { name: 'Setelan' }).getByRole('tab').all()) {
      await tab.click();
      expect(await axeFindings(page), (await tab.textContent()) ?? '').toEqual([]);
    }
    await page.keyboard.press('Escape');
  });
});
