import path from 'node:path';
import { BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { noticeChannel } from '../../shared/contract/channels.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { PrintJobId } from '../../shared/ids.ts';
import { isOurUrl } from './guards.ts';
import { keepAlive, type KeptPage } from './keep-alive.ts';
import { pageUrl } from './page-url.ts';
import { createReloadLimit } from './reload-limit.ts';
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
  /**
   * Makes the counter's window and sends for its page while the counter is still being built.
   *
   * @param showsAtOnce it is shown when it is drawn; else once the counter is opened too.
   */
  prepareCounter(showsAtOnce: boolean): void;
  /**
   * @param guard sets up what may hold the window open.
   * @param mustStay whether a window that is gone all the same comes back: a page's script can close its own without asking.
   */
  openCounter(guard: (window: BrowserWindow) => void, mustStay: () => boolean): void;
  /** Takes the counter's window off the screen for good: the program stops, or asks something in its place. */
  withdrawCounter(): void;
  /** Whether the program goes on without a window, since one is about to come back. */
  comesBack(): boolean;
  /** Brings the counter's window to the front, as when somebody starts the program a second time. */
  showCounter(): void;
  tellCounter(state: CounterState): void;
  /** Draws the paper of `job` from its bytes. */
  drawPaper(job: PrintJobId, format: 'png' | 'pdf'): Promise<Uint8Array>;
  /** The pages of A4 of a document that main holds under `id`, as PDF. */
  drawDocument(id: PrintJobId): Promise<Uint8Array>;
  /** Whether a message comes from the main frame of one of these windows, showing a page of ours. */
  isTrusted(event: IpcMainInvokeEvent): boolean;
}

const drawingDeadlineMs = 10_000;

export function createWindows({ preloadFolder, isPackaged, devServer }: WindowsOptions): Windows {
  const preload = path.join(preloadFolder, 'preload.cjs');
  const page = (name: string): string => pageUrl(name, devServer);
  const trusted = new Set<number>();
  let counter: BrowserWindow | undefined;
  let staysOpen = (): boolean => false;
  let guardCounter = (_window: BrowserWindow): void => undefined;
  let isWithdrawn = false;
  let letShow = (): void => undefined;
  const mayShow = new Promise<void>((resolve) => {
    letShow = resolve;
  });
  const mayReload = createReloadLimit(() => performance.now());

  const open = (options: Electron.BrowserWindowConstructorOptions): BrowserWindow => {
    const window = new BrowserWindow(options);
    const { id } = window.webContents;
    trusted.add(id);
    window.once('closed', () => trusted.delete(id));
    return window;
  };

  const makeCounterWindow = (begin: (page: KeptPage) => void): BrowserWindow => {
    const window = open(counterWindowOptions(preload, isPackaged));
    counter = window;
    window.removeMenu();
    window.once(
      'ready-to-show',
      () => void mayShow.then(() => isWithdrawn || window.isDestroyed() || window.show()),
    );
    window.once('closed', () => {
      counter = undefined;
      if (staysOpen()) guardCounter(makeCounterWindow((kept) => kept.loadAgain()));
    });
    begin(keepAlive(window, { page: page('index.html'), plainPage: page('crashed.html'), mayReload }));
    return window;
  };

  return {
    prepareCounter(showsAtOnce) {
      if (showsAtOnce) letShow();
      makeCounterWindow((kept) => kept.load());
    },

    openCounter(guard, mustStay) {
      staysOpen = mustStay;
      guardCounter = guard;
      guard(counter ?? makeCounterWindow((kept) => kept.load()));
      letShow();
    },

    withdrawCounter() {
      isWithdrawn = true;
      if (counter !== undefined && !counter.isDestroyed()) counter.hide();
    },

    comesBack: () => staysOpen(),

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

    async drawDocument(id) {
      const window = open(paperWindowOptions(preload, isPackaged));
      try {
        await window.loadURL(`${page('report.html')}#document=${id}`);
        await drawnSize(window);
        return await window.webContents.printToPDF({
          pageSize: 'A4',
          // In inches; the foot has the number of the page.
          margins: { top: 0.5, bottom: 0.7, left: 0.5, right: 0.5 },
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate:
            '<p style="width:100%;margin:0;text-align:center;font:8px sans-serif"><span class="pageNumber"></span> / <span class="totalPages"></span></p>',
        });
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
