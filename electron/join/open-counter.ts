import path from 'node:path';
import { app, powerMonitor, powerSaveBlocker, protocol, session } from 'electron';
import { serveApp } from '../window/app-protocol.ts';
import { guardSession } from '../window/guards.ts';
import { holdClosing } from '../window/hold-closing.ts';
import type { Joined } from './joined.ts';

/** Opens the counter's window, which is held open while somebody pays. */
export function openCounter({ counter: joined, windows }: Joined, devServer: string | undefined): void {
  const { counter, isPaying, activity, attendance } = joined;
  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'));
  guardSession(session.defaultSession, devServer);
  const hold = holdClosing({ app, powerMonitor, powerSaveBlocker, isBusy: isPaying });
  counter.onChange(() => hold.reconsider());
  // Whoever leaves the PC locked, or shut, has left the counter too.
  powerMonitor.on('lock-screen', () => void attendance.lock());
  powerMonitor.on('suspend', () => void attendance.lock());
  windows.openCounter((window) => {
    hold.guard(window);
    activity.watch(window);
  });
}
