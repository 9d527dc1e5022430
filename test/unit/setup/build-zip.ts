import zlib from 'node:zlib';

/** One entry as an archive would have it, with whatever a hostile archive would lie about. */
export interface ZipPart {
  readonly name: string;
  readonly content?: string;
  /** Whole Unix mode, type included; 0o100644 unless given. */
  readonly mode?: number;
  readonly stored?: boolean;
  readonly claimedSize?: number;
  readonly crc32?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** Makes a zip archive by the letter of PKWARE's note, so that the reader is tested against another hand. */
export function buildZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, central } = partBytes(part, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function partBytes(part: ZipPart, offset: number): { local: Buffer; central: Buffer } {
  const plain = Buffer.from(part.content ?? '');
  const packed = part.stored ? plain : zlib.deflateRawSync(plain);
  const name = Buffer.from(part.name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(part.flags ?? 0, 2);
  common.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 4);
  common.writeUInt32LE(part.crc32 ?? zlib.crc32(plain), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(part.claimedSize ?? plain.length, 18);
  common.writeUInt16LE(name.length, 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  const madeByUnix = Buffer.from([20, 3]);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]),
    central: Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeByUnix, common, tail, name]),
  };
}
