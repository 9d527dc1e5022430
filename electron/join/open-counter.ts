import { powerMonitor } from 'electron';
import type { Joined } from './joined.ts';

/** Opens the counter's window, which is held open while somebody pays, and the customer's. */
export function openCounter({ counter: joined, screens, windows }: Joined): void {
  const { counter, isPaying, activity, attendance } = joined;
  const { hold } = screens;
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
