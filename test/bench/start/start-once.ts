import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { forgetLook, lookFileIn } from '../../../electron/window/look-file.ts';
import { proportionalMemory } from './proportional-memory.ts';

export interface Program {
  readonly executablePath: string;
  /** The folder of the app, and what else the command line says. */
  readonly args: readonly string[];
  readonly dataFolder: string;
  /** It does not know how it looked last, as after an update. */
  readonly isNew?: boolean;
  /** What is on the screen when it can be used. */
  readonly usable: string;
}

export interface Start {
  /** From the start of the process to the paint of what can be used, in ms. */
  readonly painted: number;
  /** Until main has told how the counter is, in ms; `null` where there is nothing to tell. What is asked before waits. */
  readonly told: number | null;
  /** Of all its processes, once it is at rest, in kB. */
  readonly memory: number;
}

/** Nobody looks at a program that starts: whoever asked it would slow it down. */
const untouchedMs = 4_000;
const restMs = 4_000;

/** Starts a program once, looks how long it took when that is over, and ends it. @throws where it does not start. */
export async function startOnce(
  { executablePath, args, dataFolder, isNew = false, usable }: Program,
  env: Readonly<Record<string, string>>,
): Promise<Start> {
  const portFile = path.join(dataFolder, 'DevToolsActivePort');
  fs.rmSync(portFile, { force: true });
  if (isNew) forgetLook(lookFileIn(dataFolder));
  const begun = Date.now();
  const child = spawn(
    executablePath,
    [
      '--disable-gpu',
      '--password-store=gnome-libsecret',
      '--remote-debugging-port=0',
      `--user-data-dir=${dataFolder}`,
      ...args,
    ],
    { stdio: 'ignore', env: { ...process.env, ...env } },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await wait(untouchedMs);
    for (let more = 0; !fs.existsSync(portFile) && more < 30; more += 1) await wait(1000);
    const [port = '', endpoint = ''] = fs.readFileSync(portFile, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${endpoint}`);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('the program has no window');
    await page.locator(usable).first().waitFor();
    const painted = (await paintOf(page)) - begun;
    const told = await toldOf(page);
    await browser.close();
    await wait(restMs);
    return {
      painted,
      told: told === null ? null : told - begun,
      memory: proportionalMemory(child.pid ?? -1),
    };
  } finally {
    child.kill('SIGTERM');
    await Promise.race([ended, wait(10_000).then(() => child.kill('SIGKILL'))]);
  }
}

/** When the largest thing on the page was painted, in ms since 1970: before it only a word stands there that it is starting. */
const paintOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last !== undefined) resolve(performance.timeOrigin + last.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );

/** When main had told the page how the counter is, in ms since 1970. */
const toldOf = (page: Page): Promise<number | null> =>
  page.evaluate(() => {
    const mark = performance.getEntriesByName('told')[0];
    return mark === undefined ? null : performance.timeOrigin + mark.startTime;
  });
