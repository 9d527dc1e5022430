import createParser from 'npos/lib/parser/index.js';
import rules from 'npos/lib/parser/rules.js';
import { printerProfiles, type PrinterProfile } from '../../../shared/printing/printer-profile.ts';

export interface ReadToken {
  /** `ESC !`, `GS V`, `GS v0`, or `text` for everything that is no command, line feeds included. */
  readonly name: string;
  /** Its codes, one character a byte; for a command what follows its name. */
  readonly rest: string;
}

/** The cut of some printers, which that tokenizer does not know of. */
const escape = 0x1b;
const withEscI = { ...rules, [escape]: { ...Object(rules[escape]), i: 0 } };

/**
 * A stream as somebody else's tokenizer reads it, which shares no line with our encoder or reader.
 *
 * @param cutter `esc-i`: the stream is for a printer that cuts by `ESC i`.
 * @throws Error where that tokenizer meets a command it does not know.
 */
export function tokensByNpos(bytes: Uint8Array, cutter?: PrinterProfile['cutter']): readonly ReadToken[] {
  const raw = Buffer.from(bytes);
  const { error, tree } = createParser(cutter === 'esc-i' ? withEscI : undefined).analyze(raw);
  if (tree === null) throw error ?? new Error('npos gave neither tokens nor an error');
  return tree.map(({ ascii, fn = '', offset, length }) => {
    const codes = raw.subarray(offset, offset + length).toString('latin1');
    return ascii === 'STX'
      ? { name: 'text', rest: codes }
      : { name: `${ascii} ${fn}`, rest: codes.slice(1 + fn.length) };
  });
}

/** `m xL xH yL yH d…`: dot for dot, no wider than the paper, as many bytes as it says. */
function isSafeRaster(rest: string, { widthDots }: PrinterProfile): boolean {
  const [mode, xLow = 0, xHigh = 0, yLow = 0, yHigh = 0, ...bits] = Buffer.from(rest, 'latin1');
  const [rowBytes, rows] = [xLow + 256 * xHigh, yLow + 256 * yHigh];
  // What is sent at once must fit into the smallest memory.
  const isSmall = bits.length <= 4096 && rows <= 24;
  return (
    mode === 0 && rowBytes > 0 && rowBytes * 8 <= widthDots && bits.length === rowBytes * rows && isSmall
  );
}

const safe: Readonly<Record<string, (rest: string, paper: PrinterProfile) => boolean>> = {
  text: (rest) => /^[\x20-\x7e\n]+$/.test(rest),
  'ESC @': (rest) => rest === '',
  'FS .': (rest) => rest === '',
  'ESC t': (rest, { codePage }) => rest === String.fromCharCode(codePage),
  'ESC a': (rest) => /^[\0\x01\x02]$/.test(rest),
  'ESC !': (rest) => rest.length === 1,
  'GS v0': isSafeRaster,
  'GS V': (rest, { cutter }) => cutter === 'gs-v' && rest === 'B\0',
  'ESC i': (rest, { cutter }) => cutter === 'esc-i' && rest === '',
};

const cuts: ReadonlySet<string> = new Set(['GS V', 'ESC i']);

/**
 * What in a stream is outside the subset that all printers carry out alike, or in the wrong place.
 *
 * @param paper what the stream is for; a printer with a cutter where it is not given.
 */
export function unsafeTokens(
  bytes: Uint8Array,
  paper: PrinterProfile = printerProfiles['80mm'],
): readonly string[] {
  let isAtLineStart = true;
  const tokens = tokensByNpos(bytes, paper.cutter);
  return tokens.flatMap(({ name, rest }, index) => {
    const next = tokens[index + 1]?.name;
    const isMisplaced =
      (cuts.has(name) && (!isAtLineStart || (next !== undefined && next !== 'ESC @'))) ||
      ((name === 'ESC a' || name === 'GS v0') && !isAtLineStart) ||
      (name === 'ESC @' && (!isAtLineStart || next !== 'FS .'));
    if (name === 'text') isAtLineStart = rest.endsWith('\n');
    return safe[name]?.(rest, paper) === true && !isMisplaced ? [] : [`${name} ${JSON.stringify(rest)}`];
  });
}
