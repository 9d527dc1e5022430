import type { Random } from './random.ts';

/** Changes to the bytes of a reply, whatever they say. */
export type ByteChange = (bytes: Uint8Array, random: Random) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

const span = (bytes: Uint8Array, random: Random, longest: number): readonly [number, number] => {
  const from = random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + 1 + random.below(longest))];
};

const characters = '{}[]":,<>/\\&;0123456789 -.eE+SWT\n\r\t\u0000\u001Bé😀'.split('');

const cutOut =
  (longest: number): ByteChange =>
  (bytes, random) => {
    const [from, to] = span(bytes, random, longest);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  };

export const byteChanges: Readonly<Record<string, ByteChange>> = {
  'a bit': (bytes, random) => {
    const changed = Uint8Array.from(bytes);
    const at = random.below(bytes.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    return changed;
  },
  'a byte': (bytes, random) => {
    const changed = Uint8Array.from(bytes);
    changed[random.below(bytes.length)] = random.below(256);
    return changed;
  },
  'a byte left out': cutOut(1),
  'a span left out': cutOut(60),
  'a character more': (bytes, random) => {
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), Buffer.from(random.pick(characters)), bytes.subarray(at));
  },
  'a byte for another': (bytes, random) => {
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), Buffer.from(random.pick(characters)), bytes.subarray(at + 1));
  },
  'cut short': (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  'a span twice': (bytes, random) => {
    const [from, to] = span(bytes, random, 200);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  'a span many times': (bytes, random) => {
    const [from, to] = span(bytes, random, 20);
    const times = random.pick([3, 40, 2000]);
    const repeated = Array.from({ length: times }, () => bytes.subarray(from, to));
    return joined(bytes.subarray(0, from), ...repeated, bytes.subarray(to));
  },
  'two spans for each other': (bytes, random) => {
    const [from, to] = span(bytes, random, 30);
    const [next, end] = span(bytes.subarray(to), random, 30).map((at) => at + to) as [number, number];
    return joined(
      bytes.subarray(0, from),
      bytes.subarray(next, end),
      bytes.subarray(to, next),
      bytes.subarray(from, to),
      bytes.subarray(end),
    );
  },
  'a digit': (bytes, random) => {
    const digits = [...bytes.keys()].filter((at) => (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39);
    if (digits.length === 0) return bytes;
    const changed = Uint8Array.from(bytes);
    changed[random.pick(digits)] = 0x30 + random.below(10);
    return changed;
  },
  'no UTF-8': (bytes, random) => {
    const at = random.below(bytes.length + 1);
    const odd = random.pick([[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82]]);
    return joined(bytes.subarray(0, at), Uint8Array.from(odd), bytes.subarray(at));
  },
};
