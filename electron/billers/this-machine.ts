import { isLoopback } from './wire.ts';

/** Whether `address` is this machine by whatever name: what is paid there is never real money. */
export const isThisMachine = (address: URL): boolean =>
  isLoopback(address) ||
  /^(.+\.)?localhost\.?$/.test(address.hostname) ||
  ['0.0.0.0', '[::]'].includes(address.hostname);
