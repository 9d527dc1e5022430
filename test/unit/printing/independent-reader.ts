import createParser from 'npos/lib/parser/index.js';

export interface ReadToken {
  /** `ESC !`, `GS V`, or `text` for everything that is no command, line feeds included. */
  readonly name: string;
  /** Its codes, one character a byte; for a command what follows its name. */
  readonly rest: string;
}

/**
 * A stream as somebody else's tokenizer reads it, which shares no line with our encoder or reader.
 *
 * @throws Error where that tokenizer meets a command it does not know.
 */
export function tokensByNpos(bytes: Uint8Array): readonly ReadToken[] {
  const raw = Buffer.from(bytes);
  const { error, tree } = createParser().analyze(raw);
  if (tree === null) throw error ?? new Error('npos gave neither tokens nor an error');
  return tree.map(({ ascii, fn, offset, length }) => {
    const codes = raw.subarray(offset, offset + length).toString('latin1');
    return ascii === 'STX' ? { name: 'text', rest: codes } : { name: `${ascii} ${fn}`, rest: codes.slice(2) };
  });
}

const safe: Readonly<Record<string, RegExp>> = {
  text: /^[\x20-\x7e\n]+$/,
  'ESC @': /^$/,
  'FS .': /^$/,
  'ESC t': /^\0$/,
  'ESC a': /^[\0\x01\x02]$/,
  'ESC !': /^[\s\S]$/,
  'GS V': /^B\0$/,
};

/** What in a stream is outside the subset that all printers carry out alike, or in the wrong place. */
export function unsafeTokens(bytes: Uint8Array): readonly string[] {
  const tokens = tokensByNpos(bytes);
  return tokens.flatMap(({ name, rest }, index) => {
    const text = tokens.slice(0, index).findLast((token) => token.name === 'text');
    const isAtLineStart = text === undefined || text.rest.endsWith('\n');
    const next = tokens[index + 1]?.name;
    const isMisplaced =
      (name === 'GS V' && (!isAtLineStart || (next !== undefined && next !== 'ESC @'))) ||
      (name === 'ESC a' && !isAtLineStart) ||
      (name === 'ESC @' && (!isAtLineStart || next !== 'FS .'));
    return safe[name]?.test(rest) === true && !isMisplaced ? [] : [`${name} ${JSON.stringify(rest)}`];
  });
}
