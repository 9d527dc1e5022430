import type { Align, Line, Slip } from '../../shared/receipt/document.ts';
import { plainStyle } from '../../shared/receipt/document.ts';
import type { LaidOutReceipt } from '../../shared/receipt/layout.ts';
import type { Paper } from '../../shared/receipt/paper.ts';
import { printModeOf } from '../../shared/receipt/print-mode.ts';
import { escposCommands as commands } from './escpos-library.ts';

/**
 * Every slip begins from nothing: initialise, Chinese double-byte mode off (many clones start in it), code page 437.
 * `ESC @` undoes the other two, so they follow it each time.
 */
const slipBegin = `${commands.HARDWARE.HW_INIT}${commands.FS}.${commands.ESC}t\u0000`;
/** Feeds to the cutter's position and cuts partially. The library's constant lacks the last byte. */
const cut = `${commands.PAPER.PAPER_CUT_B}\u0000`;
const printMode = (n: number): string => `${commands.ESC}!${String.fromCharCode(n)}`;
const align: Readonly<Record<Align, string>> = {
  left: commands.TEXT_FORMAT.TXT_ALIGN_LT,
  center: commands.TEXT_FORMAT.TXT_ALIGN_CT,
  right: commands.TEXT_FORMAT.TXT_ALIGN_RT,
};

const plainMode = printModeOf(plainStyle);
const printable = /^[\x20-\x7e]*$/;

function assertPrintable(text: string): string {
  if (!printable.test(text)) throw new Error('a receipt was laid out with characters that are not ASCII');
  return text;
}

/** What the printer has been told last, so that a command is sent only where something changes. */
interface Told {
  readonly align: Align;
  readonly mode: number;
}

/** What `ESC @` leaves behind. */
const initial: Told = { align: 'left', mode: plainMode };

function encodeLine(line: Line, told: Told): readonly [bytes: string, told: Told] {
  let bytes = line.align === told.align ? '' : align[line.align];
  let { mode } = told;
  // An empty line in double height would be fed higher by some printers.
  const parts = line.spans.length === 0 ? [{ text: '', style: plainStyle }] : line.spans;
  for (const { text, style } of parts) {
    const wanted = printModeOf(style);
    bytes += (wanted === mode ? '' : printMode(wanted)) + assertPrintable(text);
    mode = wanted;
  }
  return [bytes + commands.LF, { align: line.align, mode }];
}

/** Feeds by line feeds (cheap printers ignore `ESC J`), then cuts: at a line's beginning, where alone it works. */
function encodeSlip(slip: Slip, paper: Paper): string {
  let bytes = slipBegin;
  let told = initial;
  for (const line of slip.lines) {
    const [encoded, after] = encodeLine(line, told);
    bytes += encoded;
    told = after;
  }
  if (told.mode !== plainMode) bytes += printMode(plainMode);
  return bytes + commands.LF.repeat(paper.feedLines) + (paper.hasCutter ? cut : '');
}

/**
 * A receipt as the bytes for its printer, in the subset that every ESC/POS printer and clone carries out alike:
 * `ESC @`, `FS .`, `ESC t 0`, `ESC a n`, `ESC ! n`, ASCII, `LF` and, where the paper has a cutter, `GS V 66 0`.
 *
 * @returns bytes in memory of their own, fit to be stored and to cross a process border.
 * @throws Error on text outside 0x20 to 0x7E, which the layout has no way to make.
 */
export function encodeReceipt({ slips, paper }: LaidOutReceipt): Uint8Array {
  const bytes = Buffer.from(slips.map((slip) => encodeSlip(slip, paper)).join(''), 'latin1');
  // A small Buffer is a window on memory shared with others, which a structured clone would carry along whole.
  return new Uint8Array(bytes);
}
