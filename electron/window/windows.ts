import path from 'node:path';
import { BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { noticeChannel } from '../../shared/contract/channels.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { PrintJobId } from '../../shared/ids.ts';
import { isOurUrl } from './guards.ts';
import { keepAlive } from './keep-alive.ts';
import { pageUrl } from './page-url.ts';
import { counterWindowOptions, paperWindowOptions } from './window-options.ts';

export interface WindowsOptions {
  /** The folder that `preload.cjs` lies in. */
  readonly preloadFolder: string;
  readonly isPackaged: boolean;
  /** Vite's, in development only. */
  readonly devServer: string | undefined;
}

/** The windows of the program: the counter's, and one nobody sees that draws receipts for their pictures. */
export interface Windows {
  /** @param guard sets up what may hold the window open. */
  openCounter(guard: (window: BrowserWindow) => void): void;
  /** Brings the counter's window to the front, as when somebody starts the program a second time. */
  showCounter(): void;
  tellCounter(state: CounterState): void;
  /** Draws the paper of `job` from its bytes. */
  drawPaper(job: PrintJobId, format: 'png' | 'pdf'): Promise<Uint8Array>;
  /** Whether a message comes from the main frame of one of these windows, showing a page of ours. */
  isTrusted(event: IpcMainInvokeEvent): boolean;
}

const drawingDeadlineMs = 10_000;

export function createWindows({ preloadFolder, isPackaged, devServer }: WindowsOptions): Windows {
  const preload = path.join(preloadFolder, 'preload.cjs');
  const page = (name: string): string => pageUrl(name, devServer);
  const trusted = new Set<number>();
  let counter: BrowserWindow | undefined;

  const open = (options: Electron.BrowserWindowConstructorOptions): BrowserWindow => {
    const window = new BrowserWindow(options);
    const { id } = window.webContents;
    trusted.add(id);
    window.once('closed', () => trusted.delete(id));
    return window;
  };

  return {
    openCounter(guard) {
      const window = open(counterWindowOptions(preload, isPackaged));
      counter = window;
      guard(window);
      window.removeMenu();
      window.once('ready-to-show', () => window.show());
      window.once('closed', () => {
        counter = undefined;
      });
      keepAlive(window, page('index.html'), page('crashed.html'));
      void window.loadURL(page('index.html'));
    },

    showCounter() {
      if (counter === undefined) return;
      if (counter.isMinimized()) counter.restore();
      counter.focus();
    },

    tellCounter(state) {
      if (counter !== undefined && !counter.isDestroyed()) {
        counter.webContents.send(noticeChannel('counterState'), state);
      }
    },

    async drawPaper(job, format) {
      const window = open(paperWindowOptions(preload, isPackaged));
      try {
        await window.loadURL(`${page('paper.html')}#job=${job}`);
        const size = await drawnSize(window);
        window.setContentSize(size.width, size.height);
        if (format === 'pdf') return await pageOf(window, size);
        const picture = await window.webContents.capturePage(
          { x: 0, y: 0, ...size },
          { stayHidden: true, stayAwake: true },
        );
        if (picture.isEmpty()) throw new Error('the paper was drawn and its picture is empty');
        return picture.toPNG();
      } finally {
        window.destroy();
      }
    },

    isTrusted({ sender, senderFrame }) {
      return (
        trusted.has(sender.id) &&
        senderFrame !== null &&
        senderFrame === sender.mainFrame &&
        isOurUrl(senderFrame.url, devServer)
      );
    },
  };
}

/** CSS pixels in an inch. */
const pixelsPerInch = 96;
/** How many pixels of the drawing a printer dot gets, and dots a millimetre: the page comes out as wide as the paper. */
const pixelsPerMm = 2 * 8;

/** One page of PDF with the paper on it in its real size. */
function pageOf(window: BrowserWindow, size: { width: number; height: number }): Promise<Uint8Array> {
  const inches = (pixels: number): number => pixels / pixelsPerMm / 25.4;
  return window.webContents.printToPDF({
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pageSize: { width: inches(size.width), height: inches(size.height) },
    scale: (pixelsPerInch * inches(size.width)) / size.width,
  });
}

/**
 * Waits until the page says that the paper is drawn, and how large it is in CSS pixels.
 *
 * @throws Error where it says that there is nothing to draw, or says nothing in time.
 */
async function drawnSize(window: BrowserWindow): Promise<{ width: number; height: number }> {
  const giveUpAt = Date.now() + drawingDeadlineMs;
  while (Date.now() < giveUpAt) {
    const size: unknown = await window.webContents.executeJavaScript(
      '(({ ready, width, height }) => [ready, width, height])(document.documentElement.dataset)',
    );
    const [ready, width, height]: readonly unknown[] = Array.isArray(size) ? size : [];
    if (ready === 'no') throw new Error('there is no paper to draw');
    if (ready === 'yes') return { width: Number(width), height: Number(height) };
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new Error('the paper was not drawn in time');
}
