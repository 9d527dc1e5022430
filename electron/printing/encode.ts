import type { Align, Line, Slip } from '../../shared/receipt/document.ts';
import { plainStyle } from '../../shared/receipt/document.ts';
import type { Picture } from '../../shared/printing/picture.ts';
import type { LaidOutReceipt } from '../../shared/receipt/layout.ts';
import type { PrinterProfile } from '../../shared/printing/printer-profile.ts';
import { printModeOf } from '../../shared/receipt/print-mode.ts';
import { ByteWriter } from './byte-writer.ts';
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

/** Writes lines with a command only where something changes from what the printer was told last. */
class LineEncoder {
  readonly #writer: ByteWriter;
  // What ESC @ leaves behind.
  #align: Align = 'left';
  #mode = plainMode;

  constructor(writer: ByteWriter) {
    this.#writer = writer;
  }

  line(line: Line): void {
    const [align, mode] = [this.#align, this.#mode];
    this.#tellAlign(line.align);
    // An empty line in double height would be fed higher by some printers.
    if (line.spans.length === 0) this.#tellMode(plainMode);
    for (const { text, style } of line.spans) {
      this.#tellMode(printModeOf(style));
      this.#writer.text(text);
    }
    this.#writer.codes(commands.LF);
    if (line.isApart !== true) return;
    this.#tellMode(mode);
    this.#tellAlign(align);
  }

  end(): void {
    this.#tellMode(plainMode);
  }

  #tellAlign(wanted: Align): void {
    if (wanted === this.#align) return;
    this.#writer.codes(alignCommand[wanted]);
    this.#align = wanted;
  }

  #tellMode(wanted: number): void {
    if (wanted === this.#mode) return;
    this.#writer.codes(printMode(wanted));
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
function encodeSlip(slip: Slip, paper: PrinterProfile, writer: ByteWriter): void {
  writer.codes(slipBegin(paper) + encodeCentred(slip.above, paper));
  const encoder = new LineEncoder(writer);
  for (const line of slip.lines) encoder.line(line);
  encoder.end();
  writer.codes(encodeCentred(slip.below, paper) + commands.LF.repeat(paper.feedLines) + cutCommand(paper));
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
  const writer = new ByteWriter();
  for (const slip of slips) encodeSlip(slip, paper, writer);
  return writer.bytes();
}
