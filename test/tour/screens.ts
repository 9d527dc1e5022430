import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { languages, type Language } from '../../shared/settings.ts';
import { messagesFor } from '../../shared/i18n/messages.ts';
import { speak } from './speak.ts';
import { papersOf } from './till-tour.ts';
import type { Ground, Hands, Stop, Tour } from './tour.ts';

/** Of a palette: enough for letters without frayed edges, and a third of the bytes. */
const colours = '48';

const dark = (name: string): string => `${name}-dark`;
const pictureOf = (language: Language, name: string): string => path.join(language, `${name}.png`);

/** Takes the pictures of a stop that is on the screen: in each language, by day, and by night where it is a main one. */
export async function takePictures(hands: Hands, stop: Stop, ground: Ground, folder: string): Promise<void> {
  const { page } = hands;
  for (const language of languages) {
    await speak(hands, language);
    await takePicture(page, path.join(folder, pictureOf(language, stop.name)));
    if (stop.isMain !== true) continue;
    await page.emulateMedia({ colorScheme: 'dark' });
    await takePicture(page, path.join(folder, pictureOf(language, dark(stop.name))));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await speak(hands, 'id');
  if (stop.paper !== undefined) await takePaper(stop.paper, ground, folder);
}

async function takePicture(page: Page, file: string): Promise<void> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, animations: 'disabled' });
  shrink(file);
}

/** The newest of the papers that the printer has drawn. */
async function takePaper(name: string, ground: Ground, folder: string): Promise<void> {
  const papers = papersOf(ground);
  const [newest] = fs
    .readdirSync(papers)
    .map((file) => path.join(papers, file))
    .sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs);
  if (newest === undefined) throw new Error(`no paper has come out for ${name}`);
  const file = path.join(folder, paperPicture(name));
  fs.copyFileSync(newest, file);
  shrink(file);
}

const paperPicture = (name: string): string => `paper-${name}.png`;

/** A picture of few colours, in place. @throws where `pngquant` is not installed. */
function shrink(file: string): void {
  execFileSync('pngquant', ['--force', '--strip', '--speed', '1', '--nofs', '--output', file, colours, file]);
}

/** The page of all pictures. */
export function picturesPage(tours: readonly Tour[]): string {
  const sections = tours.map(({ name, stops }) => {
    const rows = stops.map(({ name: stop, what, isMain = false, paper }) => {
      const cell = (language: Language, file: string): string => `![${file}](${pictureOf(language, file)})`;
      const lines = [stop, ...(isMain ? [dark(stop)] : [])].map(
        (file) => `| ${languages.map((language) => cell(language, file)).join(' | ')} |`,
      );
      const head = languages.map((language) => messagesFor('en').languages[language]);
      const onPaper =
        paper === undefined ? '' : `\n\n<img src="${paperPicture(paper)}" width="240" alt="${paper}">`;
      return `### ${stop}\n\n${what}.\n\n| ${head.join(' | ')} |\n| --- | --- |\n${lines.join('\n')}${onPaper}`;
    });
    return `## ${name[0]?.toUpperCase() ?? ''}${name.slice(1)}\n\n${rows.join('\n\n')}`;
  });
  return `# The counter, screen by screen\n\nMade by \`npm run screens\` on the real program, in training: the same tour that the tests walk.\n\n${sections.join('\n\n')}\n`;
}
