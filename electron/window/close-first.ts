import type { App } from 'electron';

/** So long what has to be closed may hold up the end of the program. In milliseconds. */
const patienceMs = 8_000;

/** Closes what must not be cut off (a receipt on its way, a device that others wait for) before the program ends. */
export function closeFirst(app: Pick<App, 'on' | 'quit'>, close: () => Promise<void>): void {
  let isClosed = false;
  let isClosing = false;
  const go = (): void => {
    if (isClosed) return;
    isClosed = true;
    app.quit();
  };
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    setTimeout(go, patienceMs);
    // Not within this event: Electron takes no other `quit` before it has seen that this one was held.
    const goNext = (): void => void setTimeout(go, 0);
    void close().then(goNext, goNext);
  });
}
