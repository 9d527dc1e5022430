/**
 * The address that a manifest's or a file's name is joined to: https, or http to this machine named by number, and nothing in
 * it but a path. `undefined` where it is none.
 */
export function updateAddress(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  const isSafe =
    address.protocol === 'https:' ||
    (address.protocol === 'http:' && /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/.test(address.hostname));
  const isPlain =
    address.username === '' && address.password === '' && address.search === '' && address.hash === '';
  if (!isSafe || !isPlain) return undefined;
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return address;
}
