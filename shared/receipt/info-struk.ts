import { nameOfCode } from './control-names.ts';
import { plainStyle, type Line, type ReceiptDocument, type Span, type Style } from './document.ts';
import { countByName, type DroppedControl } from './dropped-control.ts';
import { readCommand, type Codes } from './escpos-commands.ts';
import { isPrintable } from './printable.ts';
import { styleOfPrintMode } from './print-mode.ts';
import { appendText } from './spans.ts';
import { endsSlip, splitSlips } from './split-slips.ts';

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'style'; readonly style: Style }
  | { readonly kind: 'line-end' }
  | { readonly kind: 'dropped'; readonly name: string };

/** ASCII without `\` and `|`, which mean something here. */
const ordinaryText = /[ -[\]-{}~]+/y;

const lineEnd: Token = { kind: 'line-end' };
const text = (characters: string): Token => ({ kind: 'text', text: characters });
const style = (selected: Style): Token => ({ kind: 'style', style: selected });
const dropped = (name: string): Token => ({ kind: 'dropped', name });

interface Read {
  readonly tokens: readonly Token[];
  readonly end: number;
}

/** A command at `at`: `ESC !` and `ESC @` act, all others are dropped with their arguments. */
function readControl(codes: Codes, at: number): Read | undefined {
  const command = readCommand(codes, at);
  if (command === undefined) return undefined;
  const mode = codes[at + 2];
  if (command.name === 'ESC @') return { tokens: [style(plainStyle)], end: command.end };
  if (command.name === 'ESC !' && mode !== undefined && mode <= 0xff) {
    return { tokens: [style(styleOfPrintMode(mode))], end: command.end };
  }
  // After a command nobody knows, a `|` is rather the end of a line than a part of it.
  const end = !command.known && codes[command.end - 1] === 0x7c ? command.end - 1 : command.end;
  return { tokens: [dropped(command.name)], end };
}

/** Anything that is neither ordinary text nor a command. */
function readCharacter(input: string, at: number): Read {
  const character = String.fromCodePoint(input.codePointAt(at) ?? 0);
  const next = input[at + 1];
  const end = at + character.length;
  if (character === '|' || character === '\n') return { tokens: [lineEnd], end };
  if (character === '\r' && next === '\n') return { tokens: [lineEnd], end: at + 2 };
  // A damaged JSON escape of a slash: PHP writes `\/`, the biller's document prints `\|`.
  if (character === '\\' && (next === '|' || next === '/')) return { tokens: [text('/')], end: at + 2 };
  if (isPrintable(character)) return { tokens: [text(character)], end };
  const tokens = [dropped(nameOfCode(character.codePointAt(0) ?? 0))];
  // A tab goes like any control, but the words on its two sides must not grow together.
  return { tokens: character === '\t' ? [...tokens, text(' ')] : tokens, end };
}

function* tokenize(input: string): Generator<Token> {
  const codes = Uint16Array.from({ length: input.length }, (_, index) => input.charCodeAt(index));
  let at = 0;
  while (at < input.length) {
    ordinaryText.lastIndex = at;
    const ordinary = ordinaryText.exec(input);
    if (ordinary !== null) {
      yield text(ordinary[0]);
      at += ordinary[0].length;
      continue;
    }
    const read = readControl(codes, at) ?? readCharacter(input, at);
    yield* read.tokens;
    at = read.end;
  }
}

export interface InfoStruk {
  readonly document: ReceiptDocument;
  /** What was left out. Worth a line in the log: a biller that sends such things has changed or is not itself. */
  readonly dropped: readonly DroppedControl[];
}

/**
 * Reads a biller's `info_struk`: text with `|` for a line's end and `ESC !`, `ESC @` for style. Every other control
 * is dropped with its arguments and counted, so that nothing a server sends can reach the drawer, the cutter or the
 * status of the printer. Never throws; the time is linear in the text.
 *
 * @param expectedSlips how many bills the reply answers for. If the text does not end that many slips, it is one.
 */
export function readInfoStruk(input: string, expectedSlips: number): InfoStruk {
  const lines: Line[] = [];
  const names: string[] = [];
  let spans: Span[] = [];
  let current = plainStyle;

  const endLine = (): void => {
    const line: Line = { align: 'left', spans };
    // The biller sends ESC @ only before its first slip: what a slip leaves switched on ends with it.
    if (endsSlip(lines.at(-1), line)) current = plainStyle;
    lines.push(line);
    spans = [];
  };

  for (const token of tokenize(input)) {
    if (token.kind === 'text') appendText(spans, token.text, current);
    else if (token.kind === 'style') current = token.style;
    else if (token.kind === 'line-end') endLine();
    else names.push(token.name);
  }
  endLine();
  return { document: { slips: splitSlips(lines, expectedSlips) }, dropped: countByName(names) };
}
