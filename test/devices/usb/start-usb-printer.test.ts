import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startUsbPrinter, whyNoUsb } from './start-usb-printer.ts';
import { describeWhere } from '../describe-where.ts';

const fixture = path.join(import.meta.dirname, 'start-usb-printer.ts');

/** The folder that everything of a bus lies in. */
const folderOf = (env: Readonly<Record<string, string>>): string => path.dirname(env['UMOCKDEV_DIR'] ?? '');

describeWhere(whyNoUsb(), 'an emulated USB printer', () => {
  it('leaves nothing behind, and may be stopped twice', async () => {
    const printer = await startUsbPrinter();
    const folder = folderOf(printer.env);
    expect(path.basename(folder)).toMatch(/^loket-usb-/);
    expect(fs.existsSync(folder)).toBe(true);
    await printer.stop();
    await printer.stop();
    expect(fs.existsSync(folder)).toBe(false);
  });

  it('ends and leaves nothing behind when whoever started it is killed', async () => {
    const program = `
      import { startUsbPrinter } from ${JSON.stringify(fixture)};
      const { env } = await startUsbPrinter();
      console.log(JSON.stringify(env));
      setInterval(() => undefined, 1000);`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', program];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const folder = folderOf(JSON.parse(line.toString()) as Record<string, string>);
    expect(fs.existsSync(folder)).toBe(true);
    child.kill('SIGKILL');
    await expect.poll(() => fs.existsSync(folder), { timeout: 30_000 }).toBe(false);
  });

  it('does not do what it does not understand', async () => {
    const printer = await startUsbPrinter();
    for (const command of ['paper none', 'paper', 'out slow', 'unplug now', 'explode', 'plug'])
      await expect(printer.tell(command)).rejects.toThrow(command);
    await printer.tell('unplug');
    await expect(printer.tell('unplug')).rejects.toThrow('not plugged in');
    await printer.stop();
  });
});
