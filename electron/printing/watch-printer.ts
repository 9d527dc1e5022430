import type { Printer } from './printer.ts';
import type { Timers } from './timers.ts';
import type { Transport } from './transports/transport.ts';

/** So often a printer that can be looked at is looked at while nothing is printed. In milliseconds. */
export const watchEveryMs = 2_000;

/**
 * Looks at a printer again and again, and at once when the system says that one has come or gone. The function returned
 * ends that.
 */
export function watchPrinter(
  printer: Printer,
  { watch }: Pick<Transport, 'watch'>,
  timers: Timers,
): () => void {
  let cancel = (): void => undefined;
  let isEnded = false;
  const lookAgain = async (): Promise<void> => {
    cancel();
    if (printer.watches()) await printer.look();
    cancel();
    if (!isEnded) cancel = timers.after(watchEveryMs, () => void lookAgain());
  };
  const endWatch = watch?.(() => void lookAgain());
  void lookAgain();
  return () => {
    isEnded = true;
    cancel();
    endWatch?.();
  };
}
