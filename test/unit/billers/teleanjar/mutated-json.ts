import * as fc from 'fast-check';
import { parseTolerantJson } from '../../../../electron/billers/teleanjar/tolerant-json.ts';

/** What a server might put where a value stood: near misses first, then anything. */
const instead = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    0.5,
    '0',
    '302.500',
    '502500.00',
    'SWT:0014',
    'SWT:0000 ',
    [],
    {},
    true,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The value of `text`, which is a valid answer, with up to three of its parts exchanged, left out or doubled. */
export function mutatedJson(text: string): fc.Arbitrary<unknown> {
  const parsed = parseTolerantJson(text);
  if (!parsed.ok) throw new Error('the text cannot be read');
  const { value } = parsed.value;
  const step = fc.record({ at: fc.nat(), how: fc.constantFrom('exchange', 'omit', 'double'), instead });
  return fc
    .array(step, { minLength: 1, maxLength: 3 })
    .map((steps) =>
      steps.reduce<unknown>((now, { at, how, instead: other }) => change(now, at, how, other), value),
    );
}

/** `value` with its `at`-th part (counted round) changed. */
function change(value: unknown, at: number, how: string, other: unknown): unknown {
  const paths = pathsOf(value);
  const path = paths[at % paths.length] ?? [];
  return changeAt(value, path, how, other);
}

type Path = readonly (string | number)[];

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;

const pathsOf = (value: unknown): readonly Path[] =>
  isBranch(value)
    ? Object.entries(value).flatMap(([key, item]) => {
        const step = Array.isArray(value) ? Number(key) : key;
        return [[step], ...pathsOf(item).map((rest) => [step, ...rest])];
      })
    : [];

function changeAt(value: unknown, [step, ...rest]: Path, how: string, other: unknown): unknown {
  if (step === undefined || !isBranch(value)) return other;
  const isLast = rest.length === 0;
  const entries = Object.entries(value).flatMap(([key, item]): readonly [string, unknown][] => {
    if (key !== String(step)) return [[key, item]];
    if (!isLast) return [[key, changeAt(item, rest, how, other)]];
    if (how === 'omit') return [];
    if (how === 'double')
      return [
        [key, item],
        [`${key}2`, item],
      ];
    return [[key, other]];
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
