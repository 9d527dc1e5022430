import { contextBridge, ipcRenderer } from 'electron';
import { customerViewChannel } from '../../shared/customer-display/channel.ts';

// The customer's display hears what it shows and can ask for nothing: none of the counter's functions are here.
let newest: { readonly view: unknown } | undefined;
let listener: ((view: unknown) => void) | undefined;

ipcRenderer.on(customerViewChannel, (_event, view: unknown) => {
  newest = { view };
  listener?.(view);
});

contextBridge.exposeInMainWorld('loketCustomer', {
  /** One listener: a newer one takes its place. It is told at once what was told before it was there. */
  onView(next: (view: unknown) => void): void {
    listener = next;
    if (newest !== undefined) next(newest.view);
  },
});
