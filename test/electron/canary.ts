import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';

/** The forms in which a secret may have been written somewhere, each of which opens. */
export const formsOf = (secret: string): readonly string[] => [
  secret,
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret, 'utf16le').toString('latin1'),
];

/** Teleanjar's `ppid`, by either separator: user name and password in one. */
export const ppidsOf = (username: string, password: string): readonly string[] =>
  ['|', ' '].flatMap((separator) => formsOf(`${username}${separator}${password}`).slice(1));

/** IAK's signatures, for all that they were ever asked to sign: whoever has one may send its request again. */
export const signaturesOf = (
  { username, apiKey }: { readonly username: string; readonly apiKey: string },
  suffixes: readonly string[],
): readonly string[] =>
  suffixes.map((suffix) => createHash('md5').update(`${username}${apiKey}${suffix}`).digest('hex'));

/** Every place below `folder` where one of the `forms` stands, in whatever case it was written. */
export function foundIn(folder: string, forms: readonly string[]): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const content = fs.readFileSync(file, 'latin1');
      return forms
        .filter((form) => content.includes(form) || content.includes(form.toUpperCase()))
        .map((form) => `${form} in ${path.relative(folder, file)}`);
    });
}

/** All that the page holds or has kept: what it shows, what its fields hold, and its storages. */
export const heldByPage = async (page: Page): Promise<string> =>
  await page.evaluate(async () => {
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    const databases = await indexedDB.databases();
    const { loket } = window as unknown as { loket: { settings(): Promise<unknown> } };
    return JSON.stringify([
      document.documentElement.outerHTML,
      fields,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      databases,
      await caches.keys().catch(() => []),
      await loket.settings(),
    ]);
  });
