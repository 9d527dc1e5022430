/** Written here first, where there is room for it already, and copied to memory of its own. */
let draft = new Uint8Array(16_384);
let draftBuffer = Buffer.from(draft.buffer);

/**
 * The bytes of a string that has one character a byte.
 *
 * @returns bytes in memory of their own. A small `Buffer` is a window on memory shared with others, which a structured
 * clone would carry along whole.
 */
export function bytesOf(codes: string): Uint8Array {
  if (codes.length > draft.length) {
    draft = new Uint8Array(2 * codes.length);
    draftBuffer = Buffer.from(draft.buffer);
  }
  return draft.slice(0, draftBuffer.write(codes, 0, 'latin1'));
}
