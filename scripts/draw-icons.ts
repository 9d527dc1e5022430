import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import { icoFile, type Drawn } from './dist/ico.ts';
import { electronLauncher } from './setup/launcher.mjs';

const resources = path.join(import.meta.dirname, 'dist/resources');
/** What desktops ask for, and what Windows does. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];

const svg = fs.readFileSync(path.join(resources, 'icon.svg'), 'utf8');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-icons-'));
fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'icons', main: 'main.cjs' }));
fs.writeFileSync(path.join(folder, 'main.cjs'), 'require("electron").app.on("window-all-closed", () => {});');

const launcher = await electronLauncher();
const app = await _electron.launch({
  executablePath: launcher.executablePath,
  chromiumSandbox: launcher.sandboxed,
  args: ['--disable-gpu', '--force-device-scale-factor=1', `--user-data-dir=${folder}/data`, folder],
});
const drawn = new Map<number, Drawn>();
for (const size of new Set([...linuxSizes, ...windowsSizes])) drawn.set(size, await draw(size));
await app.close();
fs.rmSync(folder, { recursive: true, force: true });

const pictures = (sizes: readonly number[]): readonly Drawn[] =>
  sizes.flatMap((size) => drawn.get(size) ?? []);
for (const { size, png } of pictures(linuxSizes)) {
  fs.writeFileSync(path.join(resources, 'icons', `${size}x${size}.png`), png);
}
fs.writeFileSync(path.join(resources, 'icon.ico'), icoFile(pictures(windowsSizes)));

async function draw(size: number): Promise<Drawn> {
  const page = `<style>body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`;
  const { png, pixels } = await app.evaluate(
    async ({ BrowserWindow }, [width, html]) => {
      const window = new BrowserWindow({
        width,
        height: width,
        show: false,
        frame: false,
        transparent: true,
        useContentSize: true,
        webPreferences: { offscreen: true },
      });
      await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
      const picture = (await window.webContents.capturePage({ x: 0, y: 0, width, height: width })).resize({
        width,
        height: width,
      });
      window.destroy();
      return { png: picture.toPNG().toString('base64'), pixels: picture.toBitmap().toString('base64') };
    },
    [size, page] as const,
  );
  return { size, png: Buffer.from(png, 'base64'), pixels: Buffer.from(pixels, 'base64') };
}
