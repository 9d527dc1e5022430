import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';

const folder = process.env['LOKET_PICTURES'];

/** Keeps a picture of the screen where `LOKET_PICTURES` names a folder: the ones in `docs/` are made so. */
export async function picture(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
