const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf: ReadonlyMap<string, number> = new Map(
  Array.from(alphabet, (letter, value) => [letter, value]),
);

/** Bytes in base64, padded. Neither half of the program has a function for it that both have. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let letter = 0; letter < 4; letter += 1) {
      text += at + letter > bytes.length ? '=' : alphabet.charAt((three >> (18 - 6 * letter)) & 0x3f);
    }
  }
  return text;
}

/** How many bytes a padded base64 text stands for. */
export const base64Bytes = (text: string): number =>
  (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

/** The bytes of a padded base64 text. What is no letter of it counts as zero bits: check the text before. */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, Math.floor(base64Bytes(text))));
  for (let at = 0; at < text.length; at += 4) {
    let three = 0;
    for (let letter = 0; letter < 4; letter += 1) {
      three = (three << 6) | (valueOf.get(text.charAt(at + letter)) ?? 0);
    }
    const first = (at / 4) * 3;
    for (let byte = 0; byte < 3; byte += 1) {
      // Beyond the end, where the padding stands, a typed array takes nothing.
      bytes[first + byte] = (three >> (16 - 8 * byte)) & 0xff;
    }
  }
  return bytes;
}
