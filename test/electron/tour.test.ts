import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { messagesFor } from '../../shared/i18n/messages.ts';
import { languages } from '../../shared/settings.ts';
import { allTours } from '../tour/all-tours.ts';
import { coveredControls } from '../tour/covered-controls.ts';
import { needlessBars } from '../tour/needless-bars.ts';
import { picturesPage, takePictures } from '../tour/screens.ts';
import { speak } from '../tour/speak.ts';
import { tooLarge } from '../tour/too-large.ts';
import { backToCounter, desk, small, type Ground, type Hands, type Stop } from '../tour/tour.ts';
import { axeFindings } from './axe.ts';
import { resize, type Size } from './counter-driver.ts';

/** Where `npm run screens` keeps its pictures; a test takes none. */
const pictures = process.env['LOKET_SCREENS'];
const sizes: readonly Size[] = [desk, small];
const tours = allTours();

/** Paths are seen on some pictures, so theirs are the same on every machine. A test's counter has a long name. */
const ground = (): Ground =>
  pictures === undefined
    ? {
        folder: fs.mkdtempSync(path.join(os.tmpdir(), 'loket-tour-')),
        shop: { name: 'Warung Bu Sri Lestari dan Putra', address: 'Jl. Melati 7' },
      }
    : { folder: freshFolder('/tmp/loket'), shop: { name: 'Warung Bu Sri', address: 'Jl. Melati 7, Sleman' } };

function freshFolder(folder: string): string {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
  return folder;
}

/** What is wrong with a screen, for whoever hears it and whoever sees it: in both languages, at both sizes. */
async function findings(hands: Hands, stop: Stop, size: Size): Promise<readonly string[]> {
  const { counter, page } = hands;
  const found: string[] = [];
  const note = (where: string, what: readonly string[]): void =>
    void found.push(...what.map((each) => `${where}: ${each}`));
  for (const language of languages) {
    await speak(hands, language);
    for (const each of sizes) {
      await resize(counter, each);
      const where = `${language}, ${each.width}×${each.height}`;
      note(`${where}, larger than its room`, await tooLarge(page));
      note(`${where}, one over the other`, await coveredControls(page));
      note(`${where}, a bar for less than a line`, await needlessBars(page));
      for (const part of stop.inView?.(page, messagesFor(language)) ?? [])
        await expect(part)
          .toBeInViewport({ ratio: 1 })
          .catch(() => note(`${where}, not wholly in view`, [part.toString()]));
    }
    await resize(counter, size);
    if (language === 'id' || stop.isMain === true) note(`axe, ${language}`, await axeFindings(page));
  }
  await speak(hands, 'id');
  if (stop.isMain === true) {
    await page.emulateMedia({ colorScheme: 'dark' });
    note('axe, dark', await axeFindings(page));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  return found;
}

for (const tour of tours) {
  describe.skipIf(tour.whyNot !== undefined)(tour.name, () => {
    let at: Ground;
    let hands: Hands;
    beforeAll(async () => {
      at = ground();
      hands = await tour.open(at);
    });
    afterAll(async () => {
      await hands.close();
      fs.rmSync(at.folder, { recursive: true, force: true });
      expect(hands.complaints()).toEqual([]);
    });

    for (const stop of tour.stops)
      it(`${stop.name}: axe finds nothing, and all fits`, async () => {
        if (stop.goesOn !== true) await backToCounter(hands.page);
        await stop.reach(hands);
        if (pictures === undefined) expect(await findings(hands, stop, tour.size)).toEqual([]);
        else await takePictures(hands, stop, at, pictures);
      }, 180_000);
  });
}

describe.runIf(pictures !== undefined)('the page of pictures', () => {
  it('is written beside them', async () => {
    const file = path.join(pictures ?? '', 'README.md');
    const config = await resolveConfig(file);
    fs.writeFileSync(file, await format(picturesPage(tours), { ...config, parser: 'markdown' }));
  });
});
