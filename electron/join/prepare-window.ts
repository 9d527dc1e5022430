import path from 'node:path';
import { app, protocol, session } from 'electron';
import { serveApp } from '../window/app-protocol.ts';
import { guardSession } from '../window/guards.ts';
import type { Windows } from '../window/windows.ts';

/**
 * Has the counter's window on its way before there is a counter; answers what lets its page come. In development it is opened with
 * the counter: Vite waits for nobody.
 */
export function prepareWindow(windows: Windows, devServer: string | undefined): () => void {
  let letCome = (): void => undefined;
  const standing = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'), standing);
  guardSession(session.defaultSession, devServer);
  if (devServer === undefined) windows.prepareCounter();
  return letCome;
}
