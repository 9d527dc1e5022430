import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { expect } from 'playwright/test';
import { electronLauncher } from '../../scripts/setup/launcher.mjs';
import { requestNames } from '../../shared/contract/channels.ts';
import { openCounter, type CounterApp } from './counter-driver.ts';

describe('the window of the counter', () => {
  let counter: CounterApp;
  let visits = 0;
  const stranger = http.createServer((_request, response) => {
    visits += 1;
    response.end('<h1>elsewhere</h1>');
  });
  let elsewhere = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      stranger.listen(0, '127.0.0.1', resolve);
    });
    const address = stranger.address();
    elsewhere = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
    counter = await openCounter();
    await counter.page.getByRole('textbox', { name: 'Nomor pelanggan' }).waitFor();
  });
  afterAll(async () => {
    await counter.close();
    stranger.close();
  });

  it('violates its own content security policy nowhere', () => {
    expect(counter.complaints).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('runs its page in a sandbox of the system', async () => {
    const pid = await counter.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(/^Seccomp:\s*(\d)/m.exec(status)?.[1]).toBe('2');
  });

  it('has the preferences that keep its page away from Node', async () => {
    const preferences = await counter.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const all = contents.getLastWebPreferences();
      const names = [
        'sandbox',
        'contextIsolation',
        'nodeIntegration',
        'nodeIntegrationInWorker',
        'nodeIntegrationInSubFrames',
        'webviewTag',
        'webSecurity',
        'allowRunningInsecureContent',
        'navigateOnDragDrop',
      ];
      // Electron leaves out some of those that are off.
      return Object.fromEntries(names.map((name) => [name, all[name] === true]));
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
    });
  });

  it('gives its page the contract and nothing else', async () => {
    const surface = await counter.page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { loket: object }).loket).toSorted(),
      require: typeof (window as unknown as { require?: unknown }).require,
      process: typeof (window as unknown as { process?: unknown }).process,
      module: typeof (window as unknown as { module?: unknown }).module,
    }));
    expect(surface).toEqual({
      bridge: [...requestNames, 'look', 'on'].toSorted(),
      require: 'undefined',
      process: 'undefined',
      module: 'undefined',
    });
  });

  it('reaches no network, not even this machine', async () => {
    const answers = await counter.page.evaluate(async (url) => {
      const tried = async (attempt: () => Promise<unknown>): Promise<string> => {
        try {
          await attempt();
          return 'reached';
        } catch {
          return 'refused';
        }
      };
      const image = () =>
        new Promise((resolve, reject) => {
          const element = new Image();
          element.addEventListener('load', resolve);
          element.addEventListener('error', reject);
          element.src = `${url}picture.png`;
        });
      const socket = () =>
        new Promise((resolve, reject) => {
          const opened = new WebSocket(url.replace('http', 'ws'));
          opened.addEventListener('open', resolve);
          opened.addEventListener('error', reject);
        });
      return [await tried(() => fetch(url)), await tried(image), await tried(socket)];
    }, elsewhere);
    expect(answers).toEqual(['refused', 'refused', 'refused']);
    expect(visits).toBe(0);
  });

  it('cannot be reached past its policy either: main cancels what leaves', async () => {
    const reached = await counter.app.evaluate(async ({ session }, url) => {
      try {
        await session.defaultSession.fetch(url);
        return true;
      } catch {
        return false;
      }
    }, elsewhere);
    expect(reached).toBe(false);
    expect(visits).toBe(0);
  });

  it('stays where it is: no navigation, no new window, no frame from elsewhere', async () => {
    const { page, app } = counter;
    const before = page.url();
    await page.evaluate((url) => {
      window.open(url);
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      window.location.href = url;
    }, elsewhere);
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(visits).toBe(0);
    await page.evaluate(() => document.querySelector('iframe')?.remove());
  });

  it('is granted no permission', async () => {
    const states = await counter.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[];
      const asked = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
      const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'refused',
      );
      return [...asked.map((status) => status.state), camera];
    });
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'refused']);
  });

  it('serves its own folder and nothing around it', async () => {
    const statuses = await counter.app.evaluate(async ({ session }) => {
      const urls = [
        'app://loket/index.html',
        'app://loket/../main/main.cjs',
        'app://loket/%2e%2e%2fmain%2fmain.cjs',
        'app://loket/..%5cmain%5cmain.cjs',
        'app://elsewhere/index.html',
        'app://loket/%00index.html',
      ];
      const answers = [];
      for (const url of urls) {
        answers.push(
          await session.defaultSession.fetch(url).then(
            (response) => response.status,
            () => 'cancelled',
          ),
        );
      }
      return answers;
    });
    expect(statuses[0]).toBe(200);
    expect(statuses.slice(1).every((status) => status === 404 || status === 'cancelled')).toBe(true);
  });

  it('refuses input that the contract does not know, and says no more than that', async () => {
    const answer = await counter.page.evaluate(async () => {
      const { loket } = window as unknown as { loket: { pay(input: unknown): Promise<unknown> } };
      return await loket.pay({ quote: 'x', extra: 1 }).catch((error: unknown) => String(error));
    });
    expect(answer).toMatch(/internal/);
    expect(answer).not.toMatch(/zod|quote id|\.cjs/i);
  });

  it('is alone on its data folder: a second program gives way to it', async () => {
    const { executablePath } = await electronLauncher();
    const second = spawnSync(
      executablePath,
      ['--disable-gpu', `--user-data-dir=${counter.dataFolder}`, '.'],
      { timeout: 20_000, encoding: 'utf8' },
    );
    expect(second.status).toBe(0);
    expect(await counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
