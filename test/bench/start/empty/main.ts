import path from 'node:path';
import { app, BrowserWindow, Menu, protocol, session } from 'electron';
import { appOrigin, appSchemePrivileges, serveApp } from '../../../../electron/window/app-protocol.ts';
import { guardContents, guardSession } from '../../../../electron/window/guards.ts';
import { counterWindowOptions } from '../../../../electron/window/window-options.ts';

// What the counter is compared with: the same protocol, policy, sandbox and preload, and a page with nothing in it.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
Menu.setApplicationMenu(null);
guardContents(app, undefined);

void app.whenReady().then(() => {
  serveApp(protocol, path.join(app.getAppPath(), 'page'));
  guardSession(session.defaultSession, undefined);
  const preload = app.commandLine.getSwitchValue('bench-preload');
  const window = new BrowserWindow(counterWindowOptions(preload, app.isPackaged));
  window.once('ready-to-show', () => window.show());
  return window.loadURL(`${appOrigin}/${app.commandLine.getSwitchValue('bench-page')}`);
});
