import { contextBridge, ipcRenderer } from 'electron';
import { lookChannel } from '../shared/contract/look.ts';
import { noticeChannel, noticeNames, requestChannel, requestNames } from '../shared/contract/channels.ts';

// Named functions and nothing else: the page never sees `ipcRenderer`, a channel's name or an event.
const requests = requestNames.map(
  (name) => [name, (input: unknown) => ipcRenderer.invoke(requestChannel(name), input)] as const,
);

const subscriptions = noticeNames.map(
  (name) =>
    [
      name,
      (listener: (value: unknown) => void) => {
        const receive = (_event: unknown, value: unknown): void => listener(value);
        ipcRenderer.on(noticeChannel(name), receive);
        return () => void ipcRenderer.off(noticeChannel(name), receive);
      },
    ] as const,
);

contextBridge.exposeInMainWorld('loket', {
  ...Object.fromEntries(requests),
  look: () => ipcRenderer.invoke(lookChannel),
  on: Object.fromEntries(subscriptions),
});
