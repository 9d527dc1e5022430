import { ippTags, type IppGroup, type IppResponse, type IppValue } from './ipp-message.ts';

/** Group tags of answers, RFC 8010 3.5.1. */
export const jobGroupTag = 0x02;
export const printerGroupTag = 0x04;

/** The first group of that tag. */
export const groupOf = (response: IppResponse, tag: number): IppGroup | undefined =>
  response.groups.find((group) => group.tag === tag);

const valuesOf = (group: IppGroup | undefined, name: string): readonly IppValue[] =>
  group?.attributes.get(name) ?? [];

const isNumber = ({ tag, bytes }: IppValue): boolean =>
  (tag === ippTags.integer || tag === ippTags.enum) && bytes.length === 4;

/** An integer or an enum; `undefined` where it is absent, out of band (`no-value`), or something else. */
export const numberOf = (group: IppGroup | undefined, name: string): number | undefined =>
  valuesOf(group, name)
    .filter(isNumber)
    .map(({ bytes }) => bytes.readInt32BE())[0];

export function booleanOf(group: IppGroup | undefined, name: string): boolean | undefined {
  const value = valuesOf(group, name).find(({ tag }) => tag === ippTags.boolean);
  return value === undefined ? undefined : value.bytes[0] === 1;
}

/** Out of band, RFC 8010 3.5.2: unsupported, unknown, no-value … */
const isOutOfBand = ({ tag }: IppValue): boolean => tag < 0x20;

/** All values as text: of keywords, names, texts and URIs. */
export const textsOf = (group: IppGroup | undefined, name: string): readonly string[] =>
  valuesOf(group, name)
    .filter((value) => !isOutOfBand(value))
    .map(({ bytes }) => bytes.toString('utf8'));

/** The first value as text, or the empty one. */
export const textOf = (group: IppGroup | undefined, name: string): string => textsOf(group, name)[0] ?? '';
