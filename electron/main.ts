import path from 'node:path';
import { app, Menu, protocol } from 'electron';
import type { StartupProblem } from '../shared/i18n/startup.ts';
import type { Result } from '../shared/result.ts';
import { stopWith } from './join/dialogs.ts';
import { prepareWindow } from './join/prepare-window.ts';
import { appSchemePrivileges } from './window/app-protocol.ts';
import { guardContents } from './window/guards.ts';
import { createWindows } from './window/windows.ts';

const devServer = app.isPackaged ? undefined : process.env['VITE_DEV_SERVER_URL'];
const windowsOptions = {
  preloadFolder: path.join(app.getAppPath(), 'out/preload'),
  isPackaged: app.isPackaged,
  devServer,
};
const windows = createWindows(windowsOptions);

// As root, Chromium runs only with --no-sandbox, and enabling the sandbox all the same would loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
Menu.setApplicationMenu(null);
guardContents(app, devServer);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => windows.showCounter());
  app.on('window-all-closed', () => windows.comesBack() || app.quit());
  void app
    .whenReady()
    .then(start)
    .then(
      (started) => (started.ok ? undefined : stop(started.error)),
      (bug: unknown) => stop({ code: 'unforeseen', detail: String(bug) }),
    );
} else {
  // Two programs on one ledger would each believe that they alone sell.
  app.quit();
}

/** What it says is said alone: a counter that looks as it did last would seem to sell. */
function stop(problem: StartupProblem): void {
  windows.withdrawCounter();
  stopWith(problem);
}

/** The window's page comes first; the rest of the program is read and built while that waits for its first answers. */
async function start(): Promise<Result<void, StartupProblem>> {
  const { hasCome, letAnswer } = prepareWindow(windows, devServer);
  await hasCome;
  const { buildProgram } = await import('./join/build-program.ts');
  return buildProgram({ windows, windowsOptions, letAnswer });
}
