import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaign, changed, chooseChanges, tellFailure } from './mutations/campaign.ts';
import { byteChanges } from './mutations/change-bytes.ts';
import { jsonChanges, xmlChanges } from './mutations/change-text.ts';
import { treeChanges } from './mutations/change-tree.ts';
import { iakClient, teleanjarClient } from './mutations/clients.ts';
import { untouched } from './mutations/expectations.ts';
import { iakSources, type IakReaders } from './mutations/iak-replies.ts';
import { randomFrom } from './mutations/random.ts';
import { readJson } from './mutations/read-json.ts';
import { readXml } from './mutations/read-xml.ts';
import { seed } from './mutations/size.ts';
import { replyOf, type Source } from './mutations/source.ts';
import { teleanjarSources } from './mutations/teleanjar-replies.ts';
import { fields, text, toJson, toXml, writtenOf, type Written } from './mutations/written.ts';
import { iakMistakes, teleanjarMistakes, wrongIak, wrongTeleanjar } from './mutations/wrong-readers.ts';

/*
 * No mutation of a valid reply makes a reader throw, take longer than absurd, or say `paid` unless number, product
 * (where the biller names it), code, ids and totals are the quote's (a token's total excepted); nor say `rejected` unless
 * the answer's code is in the final table and nothing in it speaks of another payment. A status answer never says
 * `paid`, `rejected` or `not-received` unless its status, code, reference, number and price say so; an inquiry finds
 * nothing that was not asked for, and no sum that does not stand there.
 *
 * What a reply says is told by an oracle with readers of its own (`mutations/*-oracle.ts`). Here the oracle is tried on
 * readers that are wrong on purpose, and the clients on what fast-check thinks of; the bulk of the replies is made from
 * a seed in `mutations/*.test.ts`. `LOKET_MUTATIONS=2000000` makes more of them, `LOKET_SEED=random` others.
 */

const bothFormats = (readers: IakReaders): readonly Source[] => [
  ...iakSources('json', readers),
  ...iakSources('xml', readers),
];
const ours: readonly Source[] = [...teleanjarSources(teleanjarClient), ...bothFormats(iakClient)];

describe('the oracle', { timeout: 120_000 }, () => {
  // The same every run, so that a mistake is caught or not, and never by luck.
  const tried = { count: 40_000, seed: 20_180_530 };

  it.each(teleanjarMistakes)('catches a reader of Teleanjar’s answers that %s', (mistake) => {
    const { failures } = campaign(teleanjarSources(wrongTeleanjar(mistake)), tried);
    expect(failures.map(({ fault }) => fault)).not.toEqual([]);
  });

  it.each(iakMistakes)('catches a reader of IAK’s answers that %s', (mistake) => {
    const { failures } = campaign(bothFormats(wrongIak(mistake)), tried);
    expect(failures.map(({ fault }) => fault)).not.toEqual([]);
  });

  it('finds nothing wrong with the same readers without their mistakes', () => {
    for (const sources of [teleanjarSources(wrongTeleanjar()), bothFormats(wrongIak())]) {
      const { failures, kinds } = campaign(sources, { ...tried, count: 8000 });
      expect(failures.map((failure) => tellFailure(tried.seed, failure))).toEqual([]);
      expect(kinds['paid']).toBeGreaterThan(100);
      expect(kinds['rejected']).toBeGreaterThan(100);
    }
  });

  it('catches a reader that throws', () => {
    const throwing = teleanjarSources({
      ...teleanjarClient,
      payment: () => {
        throw new TypeError('Cannot read properties of undefined');
      },
    });
    expect(campaign(throwing, tried).failures[0]?.fault).toContain('threw TypeError');
  });

  it('shrinks a reply to what it takes, and tells how to make it again', () => {
    const wrong = wrongTeleanjar('believes any total');
    const [failure] = campaign(teleanjarSources(wrong), tried).failures;
    expect(failure?.changes).toHaveLength(1);
    expect(failure === undefined ? '' : tellFailure(7, failure)).toMatch(
      /: another total\nLOKET_SEED=7, reply \d+/,
    );
    expect(failure?.reply.body.length).toBeLessThan(300);
  });
});

describe('the oracle’s readers', () => {
  const anything: fc.Arbitrary<Written> = fc.jsonValue({ maxDepth: 4 }).map(writtenOf);

  it('read JSON as it is written, repeated names and all', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('', ' ', '\n  '), (value, gap) => {
        expect(readJson(toJson(value, gap))).toEqual(value);
      }),
    );
    const twice = fields([
      ['a', text('1')],
      ['a', text('2')],
    ]);
    expect(readJson(toJson(twice))).toEqual(twice);
  });

  it('read as much as JSON.parse does, and never something else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = readJson(JSON.stringify(value));
        expect(read === undefined ? undefined : JSON.parse(toJson(read))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  it('read XML as it is written, repeated elements and all', () => {
    const leaf = fc.string({ unit: 'grapheme' }).map((each) => text(each.trim()));
    const name = fc.stringMatching(/^[a-z][a-z_0-9]{0,8}$/);
    const row = fc.array(fc.tuple(name, leaf), { minLength: 1, maxLength: 5 }).map(fields);
    const tree = fc.array(fc.tuple(name, fc.oneof(leaf, row)), { minLength: 1, maxLength: 6 }).map(fields);
    fc.assert(
      fc.property(tree, fc.constantFrom('', '\n  '), (value, gap) => {
        expect(readXml(toXml(value, gap))).toEqual(value);
      }),
    );
  });

  it.each([
    [
      '<mp><a>1</a><!-- <a>2</a> --><a><![CDATA[<b>]]></a></mp>',
      [
        ['a', text('1')],
        ['a', text('<b>')],
      ],
    ],
    [
      '<mp><a x="<b>">&#x31;&amp;</a><b/></mp>',
      [
        ['a', text('1&')],
        ['b', text('')],
      ],
    ],
  ] as const)('read %s', (source, all) => {
    expect(readXml(source)).toEqual(fields(all));
  });

  it.each([
    '<mp><a>1</A></mp>',
    '<mp><a>&x;</a></mp>',
    '<MP></MP>',
    '<mp></mp><mp></mp>',
    '<!DOCTYPE mp><mp></mp>',
    '<mp><?x?></mp>',
    '<mp><a></mp>',
    'x<mp></mp>',
  ])('read nothing in %s', (source) => {
    expect(readXml(source)).toBeUndefined();
  });
});

describe('the mutations', () => {
  const trees = ours.map(({ tree }) => tree);
  const seeds = Array.from({ length: 200 }, (_, index) => index);

  it.each(Object.entries(treeChanges))('of what is said change something: %s', (_name, change) => {
    const makes = (tree: Written) =>
      seeds.some((each) => toJson(change(tree, randomFrom(each), trees)) !== toJson(tree));
    expect(trees.filter(makes).length).toBeGreaterThan(30);
  });

  it.each([
    ...Object.entries(jsonChanges).map(([name, change]) => ['JSON', name, change] as const),
    ...Object.entries(xmlChanges).map(([name, change]) => ['XML', name, change] as const),
  ])('of how %s is written change something: %s', (format, _name, change) => {
    const source = ours.findLast((each) => each.format === format.toLowerCase());
    const written = source === undefined ? '' : new TextDecoder().decode(untouched(source).body);
    expect(seeds.some((each) => change(written, randomFrom(each)) !== written)).toBe(true);
  });

  it.each(Object.entries(byteChanges))('of the bytes change something: %s', (_name, change) => {
    const { body } = untouched(ours[0] ?? expect.fail('no source'));
    expect(seeds.some((each) => !Buffer.from(change(body, randomFrom(each))).equals(body))).toBe(true);
  });

  it('are the same again from the same seed', () => {
    const [source] = ours;
    if (source === undefined) return expect.fail('no source');
    for (const each of seeds) {
      const [one, again] = [0, 1].map(() =>
        changed(
          source,
          chooseChanges('json', randomFrom(each)),
          ours.map(({ tree }) => tree),
        ),
      );
      expect(one).toEqual(again);
    }
  });
});

describe('a reply that fast-check mutates', { timeout: 120_000 }, () => {
  const source = fc.constantFrom(...ours);
  const sound = (of: Source, body: Uint8Array): void => {
    const { fault } = of.examine(replyOf(body));
    if (fault !== undefined) expect.fail(`${of.label}: ${fault}\n${new TextDecoder().decode(body)}`);
  };

  it('anywhere in its text is never read for more than it says', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('0', '"', '<', '>', '00', '.', '-', '\\', ',', '":', '</', '&#', ']]>'),
    );
    fc.assert(
      fc.property(source, fc.nat(2000), fc.nat(12), piece, (of, at, removed, inserted) => {
        const characters = new TextDecoder().decode(untouched(of).body);
        const place = at % (characters.length + 1);
        sound(of, Buffer.from(characters.slice(0, place) + inserted + characters.slice(place + removed)));
      }),
      { numRuns: 6000, seed },
    );
  });

  it('in any of its fields, up to three of them, is never read for more than it says', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('00', '17', '37', 'SWT:0000', 'SWT:0014', 0, 1, 2, 3, '', null),
    );
    fc.assert(
      fc.property(
        source,
        fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 3 }),
        (of, exchanges) => {
          const tree = exchanges.reduce(
            (now, [at, instead]) => exchanged(now, at, writtenOf(instead)),
            of.tree,
          );
          sound(of, Buffer.from(of.format === 'json' ? toJson(tree) : toXml(tree)));
        },
      ),
      { numRuns: 6000, seed },
    );
  });

  it('into any bytes never makes a reader throw', () => {
    fc.assert(
      fc.property(source, fc.uint8Array({ maxLength: 300 }), (of, body) => sound(of, body)),
      { numRuns: 2000, seed },
    );
  });
});

/** `tree` with its `at`-th leaf, counted round, exchanged. */
function exchanged(tree: Written, at: number, instead: Written): Written {
  let left = at % Math.max(1, leavesIn(tree));
  const visit = (value: Written): Written => {
    if (value.is === 'list') return { is: 'list', items: value.items.map(visit) };
    if (value.is === 'fields') return fields(value.fields.map(([name, each]) => [name, visit(each)]));
    left -= 1;
    return left === -1 ? instead : value;
  };
  return visit(tree);
}

const leavesIn = (value: Written): number =>
  value.is === 'list'
    ? value.items.reduce((count, item) => count + leavesIn(item), 0)
    : value.is === 'fields'
      ? value.fields.reduce((count, [, each]) => count + leavesIn(each), 0)
      : 1;
