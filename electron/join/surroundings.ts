import fs from 'node:fs';
import { app } from 'electron';
import type { Surroundings } from '../updates/installed-by.ts';

/** What this run can see of how the program came onto this machine. */
export function surroundings(): Surroundings {
  return {
    platform: process.platform,
    execPath: process.execPath,
    isPackaged: app.isPackaged,
    appImage: process.env['APPIMAGE'],
    appDir: process.env['APPDIR'],
    dpkgList: process.platform === 'linux' ? textOf('/var/lib/dpkg/info/loket.list') : undefined,
  };
}

function textOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
