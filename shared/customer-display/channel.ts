/** The IPC channel of the customer's display: main tells what it shows, and nothing comes back. */
export const customerViewChannel = 'loket:customer:view';
