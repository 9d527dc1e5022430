import * as fc from 'fast-check';

/** What a piece of an `info_struk` does on paper, in the terms of the makers' manuals. */
export type Effect =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'line-end' }
  | { readonly kind: 'tab' }
  | { readonly kind: 'align'; readonly align: 'left' | 'center' | 'right' }
  /** `set` and `clear` are bits of ESC !. */
  | { readonly kind: 'mode'; readonly set: number; readonly clear: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'nothing' };

export interface Piece {
  readonly sent: string;
  readonly effect: Effect;
}

const fromBytes = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

const anyArguments = (length: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map(fromBytes);

const anyByte = fc.integer({ min: 0, max: 255 });
const char = (code: number): string => String.fromCharCode(code);

const text: fc.Arbitrary<Piece> = fc
  .stringMatching(/^[ -[\]-{}~]{1,20}$/)
  .map((sent) => ({ sent, effect: { kind: 'text', text: sent } }));

const slash: fc.Arbitrary<Piece> = fc
  .constantFrom('\\|', '\\/')
  .map((sent) => ({ sent, effect: { kind: 'text', text: '/' } }));

const lineEnd: fc.Arbitrary<Piece> = fc
  .constantFrom('|', '|', '\n', '\r\n', '\n\r', '\r')
  .map((sent) => ({ sent, effect: { kind: 'line-end' } }));

const tab: fc.Arbitrary<Piece> = fc.constant({ sent: '\t', effect: { kind: 'tab' } });

const everyBit = 0xb9;

const style: fc.Arbitrary<Piece> = fc.oneof(
  anyByte.map((n): Piece => ({
    sent: `\x1b!${char(n)}`,
    effect: { kind: 'mode', set: n & everyBit, clear: everyBit },
  })),
  anyByte.map((n): Piece => ({
    sent: `\x1bE${char(n)}`,
    effect: { kind: 'mode', set: n % 2 === 1 ? 0x08 : 0, clear: 0x08 },
  })),
  fc.constantFrom(0, 1, 2, 48, 49, 50).map((n): Piece => ({
    sent: `\x1b-${char(n)}`,
    effect: { kind: 'mode', set: n % 48 === 0 ? 0 : 0x80, clear: 0x80 },
  })),
  fc.constantFrom(0, 1, 48, 49).map((n): Piece => ({
    sent: `\x1bM${char(n)}`,
    effect: { kind: 'mode', set: n % 48, clear: 0x01 },
  })),
  fc
    .record({ width: fc.nat(7), height: fc.nat(7), undefinedBits: fc.constantFrom(0, 0x08, 0x80, 0x88) })
    .map(({ width, height, undefinedBits }): Piece => ({
      sent: `\x1d!${char(width * 16 + height + undefinedBits)}`,
      effect: { kind: 'mode', set: (width > 0 ? 0x20 : 0) + (height > 0 ? 0x10 : 0), clear: 0x30 },
    })),
  fc.record({ n: fc.nat(2), digit: fc.boolean() }).map(({ n, digit }): Piece => ({
    sent: `\x1ba${digit ? String(n) : char(n)}`,
    effect: { kind: 'align', align: (['left', 'center', 'right'] as const)[n] ?? 'left' },
  })),
  fc.constant<Piece>({ sent: '\x1b@', effect: { kind: 'reset' } }),
);

/** Commands of fixed length, from the manuals: what follows the first string is so many arguments. */
const fixed: readonly (readonly [name: string, length: number])[] = [
  ['\x1b ', 1],
  ['\x1b$', 2],
  ['\x1b%', 1],
  ['\x1b2', 0],
  ['\x1b3', 1],
  ['\x1b=', 1],
  ['\x1b?', 1],
  ['\x1bG', 1],
  ['\x1bJ', 1],
  ['\x1bL', 0],
  ['\x1bR', 1],
  ['\x1bS', 0],
  ['\x1bT', 1],
  ['\x1bV', 1],
  ['\x1bW', 8],
  ['\x1b\\', 2],
  ['\x1bc', 2],
  ['\x1bd', 1],
  ['\x1bp', 3],
  ['\x1br', 1],
  ['\x1bt', 1],
  ['\x1b{', 1],
  ['\x1bi', 0],
  ['\x1bm', 0],
  ['\x1c!', 1],
  ['\x1c&', 0],
  ['\x1c.', 0],
  ['\x1c-', 1],
  ['\x1c2', 74],
  ['\x1cC', 1],
  ['\x1cS', 2],
  ['\x1cW', 1],
  ['\x1cp', 2],
  ['\x1d$', 2],
  ['\x1d/', 1],
  ['\x1d:', 0],
  ['\x1dB', 1],
  ['\x1dH', 1],
  ['\x1dI', 1],
  ['\x1dL', 2],
  ['\x1dP', 2],
  ['\x1dW', 2],
  ['\x1d\\', 2],
  ['\x1d^', 3],
  ['\x1da', 1],
  ['\x1db', 1],
  ['\x1df', 1],
  ['\x1dh', 1],
  ['\x1dr', 1],
  ['\x1dw', 1],
  ['\x1dV\0', 0],
  ['\x1dV1', 0],
  ['\x1dVA', 1],
  ['\x1dVB', 1],
  ['\x10\x04\x01', 0],
  ['\x10\x04\x07', 1],
  ['\x10\x05', 1],
  ['\x10\x14\x01', 2],
  ['\x10\x14\x02', 2],
  ['\x1fX', 1],
  ['\x1f$', 2],
];

const low = (length: number): string => char(length & 0xff);
const high = (length: number): string => char(length >> 8);
const data = fc.uint8Array({ maxLength: 300 }).map(fromBytes);
const times = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });

/** Commands that say themselves how long they are. */
const selfCounted: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom('A', 'E', 'L', 'k', 'H'), data)
    .map(([kind, bytes]) => `\x1d(${kind}${low(bytes.length)}${high(bytes.length)}${bytes}`),
  data.map((bytes) => `\x1d8L${low(bytes.length)}${high(bytes.length)}\0\0${bytes}`),
  data.map((bytes) => `\x1c(A${low(bytes.length)}${high(bytes.length)}${bytes}`),
  data.map((bytes) => `\x1bZ\0L\x06${low(bytes.length)}${high(bytes.length)}${bytes}`),
  fc
    .uint8Array({ maxLength: 255 })
    .map(fromBytes)
    .map((bytes) => `\x1dkI${char(bytes.length)}${bytes}`),
  fc.stringMatching(/^[0-9A-Z|$%*+./ -]{0,60}$/).map((code) => `\x1dk\x04${code}\0`),
  fc
    .tuple(times(12), times(20))
    .chain(([x, y]) => anyArguments(x * y).map((bytes) => `\x1dv0\0${char(x)}\0${char(y)}\0${bytes}`)),
  times(200).chain((n) => anyArguments(n).map((bytes) => `\x1b*\x01${low(n)}${high(n)}${bytes}`)),
  times(100).chain((n) => anyArguments(3 * n).map((bytes) => `\x1b*!${low(n)}${high(n)}${bytes}`)),
  fc
    .tuple(times(5), times(5))
    .chain(([x, y]) => anyArguments(8 * x * y).map((bytes) => `\x1d*${char(x)}${char(y)}${bytes}`)),
  fc
    .tuple(times(3), times(3))
    .chain(([x, y]) => anyArguments(8 * x * y).map((bytes) => `\x1cq\x01${char(x)}\0${char(y)}\0${bytes}`)),
  fc
    .array(times(12), { minLength: 1, maxLength: 4 })
    .chain((columns) =>
      fc
        .tuple(...columns.map((x) => anyArguments(3 * x).map((bytes) => char(x) + bytes)))
        .map((shapes) => `\x1b&\x03A${char(0x40 + shapes.length)}${shapes.join('')}`),
    ),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 255 }), { maxLength: 32 })
    .map((stops) => `\x1bD${fromBytes(stops.toSorted((a, b) => a - b))}\0`),
);

const dropped: fc.Arbitrary<Piece> = fc
  .oneof(
    fc.constantFrom(...fixed).chain(([name, length]) => anyArguments(length).map((given) => name + given)),
    selfCounted,
    // What no printer knows: underline 3, font C, alignment 3.
    fc.constantFrom('\x1b-\x03', '\x1bM\x02', '\x1ba\x03', '\x1ba3'),
  )
  .map((sent) => ({ sent, effect: { kind: 'nothing' } }));

const noise: fc.Arbitrary<Piece> = fc
  .constantFrom('\0', '\x07', '\x08', '\x0b', '\x0c', '\x18', '\x7f', '\x85', '\u200b', '\u202e', '\ud800')
  .map((sent) => ({ sent, effect: { kind: 'nothing' } }));

/** A CR and a LF that meet would be one line end. */
const wouldMeet = (before: string, sent: string): boolean =>
  (before.endsWith('\r') && sent.startsWith('\n')) || (before.endsWith('\n') && sent.startsWith('\r'));

export const anyPieces: fc.Arbitrary<readonly Piece[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: text },
      { weight: 1, arbitrary: slash },
      { weight: 3, arbitrary: lineEnd },
      { weight: 1, arbitrary: tab },
      { weight: 4, arbitrary: style },
      { weight: 3, arbitrary: dropped },
      { weight: 1, arbitrary: noise },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.filter(({ sent }, index) => !wouldMeet(pieces[index - 1]?.sent ?? '', sent)));

/** Commands that say they are longer than any text, as far as it goes. */
export const anyClaim: fc.Arbitrary<string> = fc.constantFrom(
  '\x1d(k\xff\xff',
  '\x1d(L\xff\xff0p0',
  '\x1d8L\xff\xff\xff\x7f',
  '\x1dv0\0\xff\xff\xff\xff',
  '\x1b*!\xff\xff',
  '\x1cq\xff\xff\xff\xff\xff',
  '\x1dk\x04\x07',
  '\x1b&\xff\0\xff\xff',
  '\x1cg1\0\0\0\0\0\xff\xff',
);

/** The start of any command that is dropped, but not all of it. */
export const anyStump: fc.Arbitrary<string> = fc
  .constantFrom(...fixed.filter(([name, length]) => length > 0 && name !== '\x1c2'))
  .chain(([name, length]) => fc.nat(length - 1).map((given) => name + '\x01'.repeat(given)));
