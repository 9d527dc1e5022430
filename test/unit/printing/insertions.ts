const isSuffix = (whole: Uint8Array, end: Uint8Array): boolean =>
  Buffer.from(whole)
    .subarray(whole.length - end.length)
    .equals(Buffer.from(end));

/**
 * What `longer` has that `shorter` has not, where that is one stretch and all else is the same; else nothing. Where the
 * stretch ends as what is before it does, it can be taken for one that begins earlier: each of these is given.
 */
export function insertions(shorter: Uint8Array, longer: Uint8Array): readonly string[] {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  const found: string[] = [];
  for (; at >= 0 && isSuffix(longer, shorter.subarray(at)); at -= 1) {
    const added = longer.subarray(at, at + longer.length - shorter.length);
    found.push(Buffer.from(added).toString('latin1'));
  }
  return found;
}
