import { ippTags, type IppGroup } from '../../../../electron/printing/transports/spooler/cups/ipp-message.ts';

const valueOf = (value: string | number | boolean) => {
  if (typeof value === 'string') return { tag: ippTags.keyword, bytes: Buffer.from(value) };
  if (typeof value === 'boolean') return { tag: ippTags.boolean, bytes: Buffer.from([Number(value)]) };
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return { tag: ippTags.enum, bytes };
};

/** A group of an answer, as CUPS would send it. */
export const ippGroup = (
  attributes: Readonly<Record<string, string | number | boolean | readonly string[]>>,
): IppGroup => ({
  tag: 4,
  attributes: new Map(
    Object.entries(attributes).map(([name, value]) => [
      name,
      (typeof value === 'object' ? value : [value]).map(valueOf),
    ]),
  ),
});
