import type { App, Session, WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

/** Whether a page of ours may be at, or load, `url`. `devServer` is Vite's, in development only. */
export function isOurUrl(url: string, devServer: string | undefined): boolean {
  try {
    const { protocol, host } = new URL(url);
    const origin = `${protocol}//${host}`;
    return origin === appOrigin || (devServer !== undefined && origin === new URL(devServer).origin);
  } catch {
    return false;
  }
}

/** What a page may request: our own files; in development also Vite's and its hot-reload socket. */
export function isAllowedRequest(url: string, devServer: string | undefined): boolean {
  if (isOurUrl(url, devServer) || url.startsWith('devtools://')) return true;
  if (devServer === undefined || !URL.canParse(url)) return false;
  const { protocol, host, username } = new URL(url);
  if (protocol === 'blob:' || protocol === 'data:') return true;
  return protocol === 'ws:' && host === new URL(devServer).host && username === '';
}

/** Denies a session everything a page might ask for: permissions, devices, downloads, the network. */
export function guardSession(session: Session, devServer: string | undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isAllowedRequest(details.url, devServer) }),
  );
}

/** Whether a page at `from` may go to `to`: to itself, anew or at another place of it, and nowhere else. */
export function isSamePage(from: string, to: string): boolean {
  if (!URL.canParse(from) || !URL.canParse(to)) return false;
  const [here, there] = [new URL(from), new URL(to)];
  here.hash = there.hash = '';
  return here.href === there.href;
}

/** Keeps every page where it is: no navigation, no new window, no embedded page. */
export function guardContents(app: App, devServer: string | undefined): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stay = (event: { preventDefault(): void; url: string }): void => {
      if (!isOurUrl(event.url, devServer)) event.preventDefault();
    };
    // Also not from one page of ours to another: each has its window.
    contents.on('will-navigate', (event) => {
      if (!isSamePage(contents.getURL(), event.url)) event.preventDefault();
    });
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    // A page does not hold its window open; what must be waited for, main knows.
    contents.on('will-prevent-unload', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
