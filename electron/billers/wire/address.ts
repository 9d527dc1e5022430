/** Whether `address` may be called at all: https, or http to this machine. */
export function isAllowedAddress(address: URL): boolean {
  if (address.username !== '' || address.password !== '') return false;
  return address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address));
}

/** Whether `address` is this machine, named by number so that no resolver has a say. */
export const isLoopback = (address: URL): boolean =>
  /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address.hostname) || address.hostname === '[::1]';

/** The host as sockets want it: an IPv6 number without its brackets. */
export const hostOf = (address: URL): string => address.hostname.replace(/^\[(.*)\]$/, '$1');

export const portOf = (address: URL): number =>
  Number(address.port === '' ? (address.protocol === 'https:' ? 443 : 80) : address.port);
