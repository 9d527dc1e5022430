import path from 'node:path';
import { app, ipcMain, protocol, session, type IpcMainInvokeEvent } from 'electron';
import { registerLook, registerRequests, type AnswerRequest } from '../ipc/registry.ts';
import { serveApp } from '../window/app-protocol.ts';
import { guardSession } from '../window/guards.ts';
import { lookFileIn, readLook } from '../window/look-file.ts';
import type { Windows } from '../window/windows.ts';
import { ownPage } from './own-page.ts';

/** A page that does not come is not waited for longer, in ms. */
const mostMs = 2000;

/** The counter's window, on its way before there is a counter. */
export interface PreparedWindow {
  /** Its page runs and has what it can be drawn from, or does not come: main may do other things. */
  readonly hasCome: Promise<void>;
  /** Has all that the page asked meanwhile answered, and what it will ask. */
  readonly letAnswer: (answer: AnswerRequest) => void;
}

/**
 * Sends for the counter's page, and shows it as the counter looked last where that is known. In development it is opened with the
 * counter: Vite waits for nobody.
 */
export function prepareWindow(windows: Windows, devServer: string | undefined): PreparedWindow {
  let letAnswer = (_answer: AnswerRequest): void => undefined;
  const standing = new Promise<AnswerRequest>((resolve) => {
    letAnswer = resolve;
  });
  let look = devServer === undefined ? readLook(lookFileIn(app.getPath('userData')), ownPage()) : null;
  const isTrusted = (event: IpcMainInvokeEvent): boolean => windows.isTrusted(event);
  registerLook(ipcMain, isTrusted, () => {
    // A page that is loaded anew asks a main that stands.
    const last = look;
    look = null;
    return last === null ? null : JSON.parse(last);
  });
  const hasAsked = new Promise<void>((resolve) => registerRequests(ipcMain, standing, resolve));
  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'));
  guardSession(session.defaultSession, devServer);
  if (devServer !== undefined) return { hasCome: Promise.resolve(), letAnswer };
  windows.prepareCounter(look !== null);
  const tooLong = new Promise<void>((resolve) => {
    setTimeout(resolve, mostMs);
  });
  return { hasCome: Promise.race([hasAsked, tooLong]), letAnswer };
}
