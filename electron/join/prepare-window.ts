import path from 'node:path';
import { app, ipcMain, protocol, session } from 'electron';
import { registerRequests, type AnswerRequest } from '../ipc/registry.ts';
import { serveApp } from '../window/app-protocol.ts';
import { guardSession } from '../window/guards.ts';
import type { Windows } from '../window/windows.ts';
import { pageCame } from './page-came.ts';

/** The counter's window, on its way before there is a counter. */
export interface PreparedWindow {
  /** Its page is there, or does not come: main may do other things. */
  readonly hasCome: Promise<void>;
  /** Has all that the page asked meanwhile answered, and what it will ask. */
  readonly letAnswer: (answer: AnswerRequest) => void;
}

/** Sends for the counter's page. In development it is opened with the counter: Vite waits for nobody. */
export function prepareWindow(windows: Windows, devServer: string | undefined): PreparedWindow {
  let letAnswer = (_answer: AnswerRequest): void => undefined;
  const standing = new Promise<AnswerRequest>((resolve) => {
    letAnswer = resolve;
  });
  registerRequests(ipcMain, standing);
  const { onServed, hasCome } = pageCame();
  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'), onServed);
  guardSession(session.defaultSession, devServer);
  if (devServer !== undefined) return { hasCome: Promise.resolve(), letAnswer };
  windows.prepareCounter();
  return { hasCome, letAnswer };
}
