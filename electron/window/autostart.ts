import fs from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';

const fileName = 'loket.desktop';

/** A word of an `Exec` line, by the rules of the desktop entry specification (1.5, "The Exec key"). */
const quoted = (word: string): string => {
  // The string escapes of the file come after the quoting: a backslash is written four times in all.
  const escaped = word.replaceAll(/["`$\\]/g, (sign) => `\\${sign}`).replaceAll('\\', '\\\\');
  return `"${escaped.replaceAll('%', '%%')}"`;
};

/** What starts Loket when a user of a Linux desktop signs in; once the program is gone, nothing. */
export const desktopEntry = (command: readonly [program: string, ...args: readonly string[]]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Loket',
    `TryExec=${command[0].replaceAll('\\', '\\\\')}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');

export interface AutostartParts {
  readonly app: Pick<App, 'setLoginItemSettings' | 'getPath' | 'getAppPath' | 'isPackaged'>;
  readonly platform: NodeJS.Platform;
  readonly execPath: string;
  /** An AppImage says where it lies by `APPIMAGE`: its program is somewhere else at each start. */
  readonly appImage: string | undefined;
}

/**
 * Has the program start with this user's session, or no more.
 *
 * @throws where that cannot be written.
 */
export function startWithSystem(parts: AutostartParts, isOn: boolean): void {
  const { app, platform, execPath, appImage } = parts;
  const program = appImage ?? execPath;
  // A copy that is developed is a folder that Electron is given.
  const args = app.isPackaged ? [] : [app.getAppPath()];
  if (platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: isOn, path: program, args });
  const folder = path.join(app.getPath('appData'), 'autostart');
  const file = path.join(folder, fileName);
  if (!isOn) return fs.rmSync(file, { force: true });
  fs.mkdirSync(folder, { recursive: true });
  // Written aside and put in place whole: half a file would start nothing.
  fs.writeFileSync(`${file}.next`, desktopEntry([program, ...args]));
  fs.renameSync(`${file}.next`, file);
}
