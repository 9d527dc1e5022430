import path from 'node:path';
import { app, powerMonitor, protocol, session } from 'electron';
import { serveApp } from '../window/app-protocol.ts';
import { guardSession } from '../window/guards.ts';
import type { Joined } from './joined.ts';

/** Opens the counter's window, which is held open while somebody pays, and the customer's. */
export function openCounter(
  { counter: joined, screens, windows }: Joined,
  devServer: string | undefined,
): void {
  const { counter, isPaying, activity, attendance } = joined;
  const { hold } = screens;
  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'));
  guardSession(session.defaultSession, devServer);
  counter.onChange(() => hold.reconsider());
  // Whoever leaves the PC locked, or shut, has left the counter too.
  powerMonitor.on('lock-screen', () => void attendance.lock());
  powerMonitor.on('suspend', () => void attendance.lock());
  windows.openCounter(
    (window) => {
      hold.guard(window);
      screens.windows.guard(window);
      activity.watch(window);
    },
    () => screens.windows.isHolding() || isPaying(),
  );
  screens.screens.begin();
}
