import type { Random } from './random.ts';
import { fields, list, number, text, word, type Field, type Written } from './written.ts';

/** Changes to what a reply says, before it is written down. Each makes one change, or none where it finds no place. */
export type TreeChange = (tree: Written, random: Random, others: readonly Written[]) => Written;

type Step = string | number;
/** The way from the root to a value: positions among fields or items. */
type Path = readonly number[];

interface Place {
  readonly path: Path;
  /** The name it stands under, or its list's. */
  readonly name: string;
  readonly value: Written;
}

/** What outcomes hang on, in the names of both billers. */
const deciding: ReadonlySet<string> = new Set(
  (
    'response rc respid respdata idpel nometer nopel nomor_registrasi tagihan admin total token rp_admin ' +
    'available_token billreff waktu_transaksi data response_code status tr_id ref_id hp code price nominal desc detail'
  ).split(' '),
);
const decidingNames = [...deciding];

function placesIn(root: Written): readonly Place[] {
  const places: Place[] = [];
  const visit = (value: Written, path: Path, name: string): void => {
    if (path.length > 0) places.push({ path, name, value });
    if (value.is === 'fields') {
      for (const [index, [each, of]] of value.fields.entries()) visit(of, [...path, index], each);
    } else if (value.is === 'list') {
      for (const [index, item] of value.items.entries()) visit(item, [...path, index], name);
    }
  };
  visit(root, [], '');
  return places;
}

/** A place, more often than not one that something hangs on. */
function somePlace(
  tree: Written,
  random: Random,
  fits: (place: Place) => boolean = () => true,
): Place | undefined {
  const places = placesIn(tree).filter(fits);
  const weighty = random.chance(0.7) ? places.filter(({ name }) => deciding.has(name)) : [];
  const choice = weighty.length > 0 ? weighty : places;
  return choice.length > 0 ? random.pick(choice) : undefined;
}

type Entry = readonly [Step, Written];

/** `tree` with what stands at `path` replaced by `change(it)`: one entry, several or none. */
function changeAt(tree: Written, path: Path, change: (entry: Entry) => readonly Entry[]): Written {
  const [at, ...rest] = path;
  const on = (name: Step, value: Written): readonly Entry[] =>
    rest.length === 0 ? change([name, value]) : [[name, changeAt(value, rest, change)]];
  switch (tree.is) {
    case 'fields':
      return fields(
        tree.fields.flatMap(([name, value], index): readonly Field[] =>
          index === at ? on(name, value).map(([each, of]): Field => [String(each), of]) : [[name, value]],
        ),
      );
    case 'list':
      return list(
        tree.items.flatMap((item, index) => (index === at ? on(index, item).map(([, of]) => of) : [item])),
      );
    default:
      return tree;
  }
}

const isLeaf = ({ value }: Place): boolean => value.is !== 'fields' && value.is !== 'list';

/** A change of one value, wherever one fits. */
const valueChange =
  (change: (value: Written, random: Random) => Written, fits?: (place: Place) => boolean): TreeChange =>
  (tree, random) => {
    const place = somePlace(tree, random, fits);
    if (place === undefined) return tree;
    return changeAt(tree, place.path, ([name, value]) => [[name, change(value, random)]]);
  };

/** A change of the characters that a value is written in. */
const characterChange = (change: (characters: string, random: Random) => string): TreeChange =>
  valueChange((value, random) => {
    if (value.is === 'text') return text(change(value.text, random));
    return value.is === 'number' ? number(change(value.digits, random)) : value;
  }, isLeaf);

const lookalikes: readonly (readonly [RegExp, (character: string) => string])[] = [
  [/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))],
  [/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))],
  [/S/g, () => 'Ѕ'],
  [/0/g, () => 'O'],
  [/1/g, () => 'l'],
  [/T/g, () => 'Т'],
  [/:/g, () => '：'],
  [/\d/g, (digit) => `${digit}\u0301`],
];

const blanks = [' ', '  ', '\t', '\n', '\r\n', '\u00A0', '\u200B', '\u3000', '\uFEFF', '\0', '\u2028'];

const codes = (
  '00 01 02 03 04 05 06 07 11 14 17 34 37 39 40 42 91 92 100 102 103 105 106 109 117 118 201 44 0 000 999 ' +
  'SWT:0000 SWT:0014 SWT:0088 SWT:0090 SWT:0068 SWT:00 swt:0000 KILLME: TAGIHAN_DITUTUP'
).split(' ');

const oddNumbers = [
  '0',
  '-0',
  '-1',
  '0.5',
  '1e3',
  '1E400',
  '1e-7',
  '9007199254740993',
  '99999999999999999999999999',
  '-99999999999999999999999999',
  '2',
  '3',
  '1',
  '4294967296',
];

const oddTexts = [
  '',
  ' ',
  '0',
  '-',
  'null',
  'undefined',
  'NaN',
  '302.500',
  '1,000',
  'Rp 302500',
  '0x1F',
  '__proto__',
];

/** The same amount or another, in another notation. */
function inOtherDigits(digits: string, random: Random): string {
  return random.pick([
    `${digits}.0`,
    `${digits}.00`,
    `${digits}.5`,
    `${digits}.000`,
    `${digits}e0`,
    `${digits}0e-1`,
    `-${digits}`,
    `+${digits}`,
    `0${digits}`,
    `000${digits}`,
    `${digits}0`,
    digits.slice(0, -1),
    digits.replace(/(\d)(?=(\d{3})+$)/g, '$1.'),
    digits.replace(/(\d)(?=(\d{3})+$)/g, '$1,'),
    `${digits}.0000000000000000001`,
    `${digits}9007199254740993`,
  ]);
}

function otherDigit(characters: string, random: Random): string {
  const places = [...characters.matchAll(/\d/g)].map(({ index }) => index);
  if (places.length === 0) return `${characters}${random.below(10)}`;
  const at = random.pick(places);
  const digit = (Number(characters[at]) + 1 + random.below(9)) % 10;
  return `${characters.slice(0, at)}${digit}${characters.slice(at + 1)}`;
}

const asText = (value: Written): string =>
  value.is === 'text' ? value.text : value.is === 'number' ? value.digits : 'x';

/** A value of another type that may say the same. */
const ofOtherType = (value: Written, random: Random): Written =>
  random.pick<() => Written>([
    () => text(asText(value)),
    () => number(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(asText(value)) ? asText(value) : '7'),
    () => word('null'),
    () => word(random.chance(0.5) ? 'true' : 'false'),
    () => list([]),
    () => fields([]),
    () => list([value]),
    () => list([value, value]),
    () => fields([['value', value]]),
    () => fields([['0', value]]),
    () => text(''),
  ])();

const renamed = (name: string, random: Random): string =>
  random.pick([
    name.toUpperCase(),
    `${name} `,
    ` ${name}`,
    `${name}_`,
    name.replace('_', ''),
    name.replace('o', 'о'),
    `${name}\u200B`,
    `x:${name}`,
    random.pick(decidingNames),
    random.pick(decidingNames),
    '__proto__',
    'constructor',
    'toString',
  ]);

/** A field of the same name in another reply, or any of its values. */
const cross: TreeChange = (tree, random, others) => {
  const place = somePlace(tree, random);
  if (place === undefined) return tree;
  const foreign = placesIn(random.pick(others));
  const namesakes = foreign.filter(({ name }) => name === place.name);
  const from = random.pick(namesakes.length > 0 && random.chance(0.8) ? namesakes : foreign);
  return changeAt(tree, place.path, ([name]) => [[name, from.value]]);
};

const swapped: TreeChange = (tree, random) => {
  const one = somePlace(tree, random, isLeaf);
  const other = somePlace(tree, random, isLeaf);
  if (one === undefined || other === undefined) return tree;
  const first = changeAt(tree, one.path, ([name]) => [[name, other.value]]);
  return changeAt(first, other.path, ([name]) => [[name, one.value]]);
};

/** A field that stands twice, the second time with another value, or one of another name. */
const doubled: TreeChange = (tree, random, others) => {
  const place = somePlace(tree, random);
  if (place === undefined) return tree;
  const foreign = placesIn(random.pick(others)).filter(({ name }) => name === place.name);
  return changeAt(tree, place.path, ([name, value]) => {
    const second = random.pick<() => Written>([
      () => value,
      () => (foreign.length > 0 ? random.pick(foreign).value : value),
      () => ofOtherType(value, random),
      () => text(otherDigit(asText(value), random)),
    ])();
    return random.chance(0.5)
      ? [
          [name, value],
          [name, second],
        ]
      : [
          [name, second],
          [name, value],
        ];
  });
};

/** A field added where there was none. */
const added: TreeChange = (tree, random, others) => {
  const foreign = placesIn(random.pick(others));
  const { name, value } = random.pick(foreign);
  const hosts = placesIn(tree).filter((place) => place.value.is === 'fields');
  const field = random.pick<() => Field>([
    () => [name, value],
    () => ['rc', text(random.pick(codes))],
    () => ['status', number(String(random.below(5)))],
    () => ['token', text('6722 0840 8781 8484 1314')],
    () => [random.pick(decidingNames), text(random.pick(oddTexts))],
    () => ['data', tree],
  ])();
  const into = (host: Written): Written =>
    host.is !== 'fields'
      ? host
      : fields(random.chance(0.5) ? [field, ...host.fields] : [...host.fields, field]);
  if (hosts.length === 0 || random.chance(0.4)) return into(tree);
  return changeAt(tree, random.pick(hosts).path, ([each, host]) => [[each, into(host)]]);
};

/** A field that stands beside its object, or in another. */
const moved: TreeChange = (tree, random) => {
  const place = somePlace(tree, random);
  if (place === undefined || tree.is !== 'fields') return tree;
  const without = changeAt(tree, place.path, () => (random.chance(0.7) ? [] : [[place.name, place.value]]));
  return without.is === 'fields' ? fields([...without.fields, [place.name, place.value]]) : without;
};

/** Entries of a list, more of them, fewer, or in another order. */
const relisted: TreeChange = (tree, random, others) => {
  const place = somePlace(tree, random, ({ value }) => value.is === 'list');
  if (place?.value.is !== 'list') return tree;
  const { items } = place.value;
  const foreign = placesIn(random.pick(others)).filter(({ value }) => value.is === 'fields');
  const changed = random.pick<() => readonly Written[]>([
    () => [...items, ...items],
    () => [...items, ...items.slice(0, 1)],
    () => items.slice(1),
    () => items.slice(0, -1),
    () => [],
    () => items.toReversed(),
    () => [...items, word('null')],
    () => [...items, text('')],
    () => [...items, fields([])],
    () => (foreign.length > 0 ? [...items, random.pick(foreign).value] : items),
    () => (foreign.length > 0 ? [random.pick(foreign).value, ...items.slice(1)] : items),
    () => Array.from({ length: 60 }, () => items).flat(),
    () => [list(items)],
  ])();
  return changeAt(tree, place.path, ([name]) => [[name, list(changed)]]);
};

/** Two amounts moved against each other, so that their sum stays. */
const rebalanced: TreeChange = (tree, random) => {
  const amounts = placesIn(tree).filter(({ value }) => /^\d{3,}$/.test(asText(value)));
  if (amounts.length < 2) return tree;
  const [one, other] = [random.pick(amounts), random.pick(amounts)];
  const by = random.pick([1, 100, 2500]);
  const shift = (value: Written, amount: number): Written => {
    const digits = String(Math.max(0, Number(asText(value)) + amount));
    return value.is === 'text' ? text(digits) : number(digits);
  };
  const first = changeAt(tree, one.path, ([name, value]) => [[name, shift(value, by)]]);
  return changeAt(first, other.path, ([name, value]) => [[name, shift(value, -by)]]);
};

/** A bill that is smaller by what another is larger, each adding up. */
const redivided: TreeChange = (tree, random) => {
  const parts = new Set(['tagihan', 'nilai_tagihan', 'total']);
  const place = somePlace(tree, random, ({ value }) => value.is === 'list' && value.items.length > 1);
  if (place?.value.is !== 'list') return tree;
  const by = random.pick([1, 1000]);
  const shift = (row: Written, amount: number): Written =>
    row.is !== 'fields'
      ? row
      : fields(
          row.fields.map(([name, value]): Field => {
            const sum = String(Number(asText(value)) + amount);
            return [name, !parts.has(name) ? value : value.is === 'number' ? number(sum) : text(sum)];
          }),
        );
  const rows = place.value.items.map((row, index) => (index > 1 ? row : shift(row, index === 0 ? by : -by)));
  return changeAt(tree, place.path, ([name]) => [[name, list(rows)]]);
};

const codeChanged: TreeChange = (tree, random) => {
  const names = new Set(['response', 'response_code', 'rc', 'status']);
  const place = somePlace(tree, random, ({ name }) => names.has(name));
  if (place === undefined) return tree;
  const code = random.pick(codes).replace('_', ' ');
  return changeAt(tree, place.path, ([name]) => [
    [
      name,
      name === 'status'
        ? number(String(random.below(5)))
        : /^\d+$/.test(code) && random.chance(0.1)
          ? number(String(Number(code)))
          : text(code),
    ],
  ]);
};

const longestText = 100_000;

/** By name, which is what a failure prints. */
export const treeChanges: Readonly<Record<string, TreeChange>> = {
  'a digit': characterChange(otherDigit),
  'another digit': characterChange(otherDigit),
  'a code': codeChanged,
  'another code': codeChanged,
  'other digits': characterChange(inOtherDigits),
  'an odd number': valueChange((_, random) => number(random.pick(oddNumbers)), isLeaf),
  'an odd text': valueChange((_, random) => text(random.pick(oddTexts)), isLeaf),
  'look-alikes': characterChange((characters, random) => {
    const [pattern, instead] = random.pick(lookalikes);
    return characters.replaceAll(pattern, instead);
  }),
  'other case': characterChange((characters, random) =>
    random.chance(0.5) ? characters.toLowerCase() : characters.toUpperCase(),
  ),
  blanks: characterChange((characters, random) => {
    const blank = random.pick(blanks);
    const at = random.pick([0, characters.length, random.below(characters.length + 1)]);
    return characters.slice(0, at) + blank + characters.slice(at);
  }),
  'another type': valueChange(ofOtherType),
  nesting: valueChange((value, random) => {
    let nested = value;
    for (let depth = random.pick([1, 1, 1, 2, 2, 3, 20, 20, 40, 400]); depth > 0; depth -= 1) {
      nested = random.chance(0.5) ? list([nested]) : fields([['value', nested]]);
    }
    return nested;
  }),
  'left out': (tree, random) => {
    const place = somePlace(tree, random);
    return place === undefined ? tree : changeAt(tree, place.path, () => []);
  },
  renamed: (tree, random) => {
    const place = somePlace(tree, random);
    if (place === undefined) return tree;
    return changeAt(tree, place.path, ([name, value]) => [[renamed(String(name), random), value]]);
  },
  doubled,
  swapped,
  'from another reply': cross,
  'from yet another reply': cross,
  added,
  moved,
  relisted,
  rebalanced,
  redivided,
  'a long text': characterChange((characters, random) =>
    characters.repeat(random.pick([2, 2, 50, 50, 50, 3000])).slice(0, longestText),
  ),
};
