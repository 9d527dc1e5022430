/**
 * The Internet Printing Protocol's messages, RFC 8010: as much of them as asking CUPS about a queue and a job takes.
 * The packages for it have not been kept up for years, print to the console when a value is missing (which a job's time
 * of printing is until it prints), and know neither deadlines nor limits.
 */

/** Value tags, RFC 8010 3.5.2. */
export const ippTags = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const;

const operationGroup = 0x01;
const jobGroup = 0x02;
const endOfAttributes = 0x03;
/** Tags up to this one begin a group. */
const lastGroupTag = 0x0f;

export interface IppAttribute {
  readonly name: string;
  readonly tag: number;
  readonly values: readonly (string | number | boolean)[];
}

export interface IppRequest {
  /** RFC 8011 5.4.15; CUPS's own begin at 0x4000. */
  readonly operation: number;
  readonly attributes: readonly IppAttribute[];
  /** What the job shall be like. */
  readonly job?: readonly IppAttribute[];
}

/** A value as it came: its meaning depends on who asks. */
export interface IppValue {
  readonly tag: number;
  readonly bytes: Buffer;
}

export interface IppGroup {
  readonly tag: number;
  readonly attributes: ReadonlyMap<string, readonly IppValue[]>;
}

export interface IppResponse {
  /** RFC 8011 B.1: below 0x0100 is success. */
  readonly status: number;
  readonly groups: readonly IppGroup[];
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function bytesOf(value: string | number | boolean): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0]);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** Further values of an attribute carry an empty name. */
const encodeAttribute = ({ name, tag, values }: IppAttribute): Buffer =>
  Buffer.concat(
    values.flatMap((value, index) => [
      Buffer.from([tag]),
      withLength(Buffer.from(index === 0 ? name : '', 'utf8')),
      withLength(bytesOf(value)),
    ]),
  );

const encodeGroup = (tag: number, attributes: readonly IppAttribute[]): Buffer =>
  Buffer.concat([Buffer.from([tag]), ...attributes.map(encodeAttribute)]);

/**
 * A request as bytes; a document follows it as it is.
 *
 * @throws RangeError where a name or a value is longer than 65535 bytes.
 */
export function encodeIpp(request: IppRequest): Buffer {
  const head = Buffer.alloc(8);
  // Version 1.1, which every CUPS speaks; one request a connection, so that its number tells nothing.
  head.writeUInt16BE(0x0101, 0);
  head.writeUInt16BE(request.operation, 2);
  head.writeUInt32BE(1, 4);
  return Buffer.concat([
    head,
    encodeGroup(operationGroup, request.attributes),
    ...(request.job === undefined ? [] : [encodeGroup(jobGroup, request.job)]),
    Buffer.from([endOfAttributes]),
  ]);
}

/**
 * Reads an answer. A collection's members come out as attributes and values of their own, in order.
 *
 * @throws RangeError where the bytes end before the message does.
 */
export function decodeIpp(bytes: Buffer): IppResponse {
  let at = 8;
  const take = (count: number): Buffer => {
    if (at + count > bytes.length) throw new RangeError('the IPP message is cut short');
    at += count;
    return bytes.subarray(at - count, at);
  };
  const takeCounted = (): Buffer => take(take(2).readUInt16BE());

  const status = bytes.readUInt16BE(2);
  const groups: IppGroup[] = [];
  let attributes = new Map<string, IppValue[]>();
  let values: IppValue[] = [];
  for (;;) {
    const tag = take(1).readUInt8();
    if (tag === endOfAttributes) return { status, groups };
    if (tag <= lastGroupTag) {
      attributes = new Map();
      values = [];
      groups.push({ tag, attributes });
      continue;
    }
    const name = takeCounted().toString('utf8');
    if (name !== '') {
      values = [];
      attributes.set(name, values);
    }
    values.push({ tag, bytes: takeCounted() });
  }
}
