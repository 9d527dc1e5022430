import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { CounterApp } from './counter-driver.ts';

/** Opens the settings at one of their pages. */
export async function openSettings(page: Page, tab: RegExp | string): Promise<Locator> {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Setelan' });
  await pressTab(dialog.getByRole('tab', { name: tab }));
  return dialog;
}

/** Goes to a page by its tab, and waits until the one that is left is gone: it stays a frame longer, out of reach. */
export async function pressTab(tab: Locator): Promise<void> {
  await tab.click();
  await expect(tab.page().locator('[role="tabpanel"][inert]')).toHaveCount(0);
}

/** Types what a form asks for, by its labels. */
export async function fill(form: Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await form.getByLabel(label, { exact: true }).fill(value);
}

/** Saves the page in view and waits until it is stored. */
export async function save(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: /^Simpan/ }).click();
  await expect(dialog.getByText('Tersimpan.', { exact: true })).toBeVisible();
}

/** Tests the connection of the biller in view; the answer is what the screen then says. */
export async function testConnection(dialog: Locator): Promise<Locator> {
  await dialog.getByRole('button', { name: 'Uji sambungan' }).click();
  const result = dialog.getByTestId('connection-test');
  await result.waitFor();
  return result;
}

/** Presses a key of the window that makes the program start anew, and waits until it has ended. */
export async function pressAndLeave({ app }: CounterApp, key: Locator): Promise<void> {
  // The test itself starts the program again, so that it goes on holding it.
  await app.evaluate(({ app: program }) => {
    program.relaunch = () => undefined;
  });
  const gone = new Promise((resolve) => app.process().once('exit', resolve));
  // The program may be gone before the click is acknowledged.
  await Promise.all([gone, key.click().catch(() => undefined)]);
}
