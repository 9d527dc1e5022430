import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';

const root = path.resolve(import.meta.dirname, '../..');

/** Every source file below a folder of the project, by its path in it. */
export const sourcesOf = (folder: string): readonly { readonly file: string; readonly text: string }[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|html)$/.test(file))
    .map((file) => ({ file, text: fs.readFileSync(path.join(root, folder, file), 'utf8') }));

/** Whether a page of the program's is the one of that name. */
export const isAt =
  (pathname: string) =>
  (page: Page): boolean =>
    URL.canParse(page.url()) && new URL(page.url()).pathname === pathname;
