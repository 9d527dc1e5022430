import { isAscii } from '../../shared/receipt/ascii.ts';
import type { Align, Line, Slip } from '../../shared/receipt/document.ts';
import { plainStyle } from '../../shared/receipt/document.ts';
import type { Picture } from '../../shared/printing/picture.ts';
import type { LaidOutReceipt } from '../../shared/receipt/layout.ts';
import type { PrinterProfile } from '../../shared/printing/printer-profile.ts';
import { printModeOf } from '../../shared/receipt/print-mode.ts';
import { bytesOf } from './bytes-of.ts';
import { encodePicture } from './encode-picture.ts';
import { escposCommands as commands } from './escpos-library.ts';
import { cutCommand, slipBegin } from './slip-frame.ts';

const printMode = (n: number): string => `${commands.ESC}!${String.fromCharCode(n)}`;
const alignCommand: Readonly<Record<Align, string>> = {
  left: commands.TEXT_FORMAT.TXT_ALIGN_LT,
  center: commands.TEXT_FORMAT.TXT_ALIGN_CT,
  right: commands.TEXT_FORMAT.TXT_ALIGN_RT,
};

const plainMode = printModeOf(plainStyle);

/** Encodes lines with a command only where something changes from what the printer was told last. */
class LineEncoder {
  /** One character a byte. */
  bytes = '';
  // What ESC @ leaves behind.
  #align: Align = 'left';
  #mode = plainMode;

  line(line: Line): void {
    const align = this.#align;
    const mode = this.#mode;
    this.#tellAlign(line.align);
    // An empty line in double height would be fed higher by some printers.
    if (line.spans.length === 0) this.#tellMode(plainMode);
    for (const { text, style } of line.spans) {
      if (!isAscii(text)) throw new Error('a receipt was laid out with characters that are not ASCII');
      this.#tellMode(printModeOf(style));
      this.bytes += text;
    }
    this.bytes += commands.LF;
    if (line.isApart !== true) return;
    this.#tellMode(mode);
    this.#tellAlign(align);
  }

  end(): void {
    this.#tellMode(plainMode);
  }

  #tellAlign(wanted: Align): void {
    if (wanted === this.#align) return;
    this.bytes += alignCommand[wanted];
    this.#align = wanted;
  }

  #tellMode(wanted: number): void {
    if (wanted === this.#mode) return;
    this.bytes += printMode(wanted);
    this.#mode = wanted;
  }
}

/** A picture in the middle of the paper, and the line feed that some printers swallow after it. */
function encodeCentred(picture: Picture | undefined, paper: PrinterProfile): string {
  if (picture === undefined || picture.widthDots > paper.widthDots) return '';
  return (
    alignCommand.center +
    encodePicture(picture) +
    (paper.swallowsLineFeedAfterPicture ? commands.LF : '') +
    alignCommand.left
  );
}

/** Feeds by line feeds (cheap printers ignore `ESC J`), then cuts: at a line's beginning, where alone it works. */
function encodeSlip(slip: Slip, paper: PrinterProfile): string {
  const lines = new LineEncoder();
  for (const line of slip.lines) lines.line(line);
  lines.end();
  return [
    slipBegin(paper),
    encodeCentred(slip.above, paper),
    lines.bytes,
    encodeCentred(slip.below, paper),
    commands.LF.repeat(paper.feedLines),
    cutCommand(paper),
  ].join('');
}

/**
 * A receipt as the bytes for its printer, in the subset that every ESC/POS printer and clone carries out alike:
 * `ESC @`, `FS .`, `ESC t n`, `ESC a n`, `ESC ! n`, ASCII, `LF`, for a picture `GS v 0`, and for a cutter `GS V 66 0` or
 * `ESC i`.
 *
 * @returns bytes in memory of their own, fit to be stored and to cross a process border.
 * @throws Error on text outside 0x20 to 0x7E, which the layout has no way to make.
 */
export function encodeReceipt({ slips, paper }: LaidOutReceipt): Uint8Array {
  return bytesOf(slips.map((slip) => encodeSlip(slip, paper)).join(''));
}
