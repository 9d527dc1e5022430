/** A line as it stands on paper. Widths in dots of a 203 dpi head. */
export interface PrintedLine {
  readonly text: string;
  readonly widthDots: number;
}

/**
 * The lines in bytes of ours, read by a handful of rules that share nothing with our encoder or reader.
 *
 * @throws Error on anything but ESC @, FS ., ESC t 0, ESC a 0…2, ESC ! n, ASCII, LF and the cut, and on text without LF.
 */
export function readAllowed(bytes: Uint8Array): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  let text = '';
  let widthDots = 0;
  let cell = 12;
  let at = 0;
  const take = (): number => {
    at += 1;
    return bytes[at - 1] ?? -1;
  };
  while (at < bytes.length) {
    const code = take();
    if (code === 0x0a) {
      lines.push({ text, widthDots });
      text = '';
      widthDots = 0;
    } else if (code >= 0x20 && code <= 0x7e) {
      text += String.fromCharCode(code);
      widthDots += cell;
    } else {
      const command = [code, take()];
      const name = String.fromCharCode(...command);
      const isKnown =
        name === '\x1b@' ||
        name === '\x1c.' ||
        (name === '\x1bt' && take() === 0) ||
        (name === '\x1ba' && text === '' && [0, 1, 2].includes(take())) ||
        (name === '\x1d\x56' && text === '' && take() === 66 && take() === 0);
      if (name === '\x1b!') {
        const mode = take();
        if (mode < 0) throw new Error('ESC ! without its argument');
        cell = ((mode & 1) === 0 ? 12 : 9) * ((mode & 0x20) === 0 ? 1 : 2);
      } else if (!isKnown) throw new Error(`not allowed: ${command.join(' ')} before ${at}`);
      if (name === '\x1b@') cell = 12;
    }
  }
  if (text !== '') throw new Error('text that no line feed ends');
  return lines;
}
