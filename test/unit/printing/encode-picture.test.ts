import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePicture } from '../../../electron/printing/encode-picture.ts';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { maxPictureDots, storedPicture, type Picture } from '../../../shared/printing/picture.ts';
import { printerProfiles, type PrinterProfile } from '../../../shared/printing/printer-profile.ts';
import { readEscpos } from '../../../shared/receipt/escpos-reader.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { anyPrinter, composeText } from '../receipt/receipts.ts';
import { tokensByNpos, unsafeTokens } from './independent-reader.ts';

const bytesOf = (codes: string): Uint8Array => Uint8Array.from(codes, (code) => code.charCodeAt(0));

const anyPicture: fc.Arbitrary<Picture> = fc
  .record({ bytes: fc.integer({ min: 1, max: maxPictureDots / 8 }), rows: fc.integer({ min: 1, max: 80 }) })
  .chain(({ bytes, rows }) =>
    fc
      .uint8Array({ minLength: bytes * rows, maxLength: bytes * rows })
      .map((bits) => ({ widthDots: bytes * 8, rows, bits })),
  );

describe('a picture’s bytes', () => {
  it('are slices of GS v 0 of 24 rows, the last one shorter', () => {
    const picture = { widthDots: 16, rows: 50, bits: new Uint8Array(100).fill(0xaa) };
    const slice = (rows: number): string =>
      `\x1dv0\0\x02\0${String.fromCharCode(rows)}\0${'\xaa\xaa'.repeat(rows)}`;
    expect(encodePicture(picture)).toBe(slice(24) + slice(24) + slice(2));
  });

  it('are read back as that picture', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const { items, skipped } = readEscpos(bytesOf(encodePicture(picture)));
        expect(skipped).toEqual([]);
        const { bits, ...size } = picture;
        expect(items).toMatchObject([{ kind: 'picture', align: 'left', picture: size }]);
        const [item] = items;
        expect(item?.kind === 'picture' && Buffer.from(item.picture.bits).equals(Buffer.from(bits))).toBe(
          true,
        );
      }),
    );
  });

  it('are raster dots to an independent reader too, all of them', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const tokens = tokensByNpos(bytesOf(`${encodePicture(picture)}\x1b@`));
        const data = tokens.filter(({ name }) => name === 'GS v0').map(({ rest }) => rest.slice(5));
        expect(Buffer.from(data.join(''), 'latin1').equals(Buffer.from(picture.bits))).toBe(true);
      }),
    );
  });
});

describe('a receipt with pictures', () => {
  const print = (picture: Picture, paper: PrinterProfile, qr: string) => {
    const slip = { logo: storedPicture(picture), footer: 'Terima kasih', qr };
    const receipt = layOutReceipt(composeText('kata', 1, { slip, paper }));
    return { receipt, bytes: encodeReceipt(receipt) };
  };

  /** To be compared at once: a typed array is compared number by number. */
  const drawn = (bytes: Uint8Array, paper: PrinterProfile): string =>
    JSON.stringify(readEscpos(bytes, paper), (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    );

  it('is within the safe subset on any printer, and the preview draws all of it', () => {
    fc.assert(
      fc.property(anyPicture, fc.constantFrom('', 'https://wa.me/1'), anyPrinter, (picture, qr, paper) => {
        const { receipt, bytes } = print(picture, paper, qr);
        expect(unsafeTokens(bytes, paper)).toEqual([]);
        const { items, skipped } = readEscpos(bytes, paper);
        expect(skipped).toEqual([]);
        const pictures = items.filter((item) => item.kind === 'picture');
        const [slip] = receipt.slips;
        expect(pictures.map((item) => item.picture.widthDots)).toEqual(
          [slip?.above, slip?.below].flatMap((each) => (each === undefined ? [] : each.widthDots)),
        );
        expect(slip?.above === undefined).toBe(picture.widthDots > paper.widthDots);
        expect(pictures.every(({ align }) => align === 'center')).toBe(true);
      }),
    );
  });

  it('looks the same on a printer that swallows a line feed behind a picture', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const [like, unlike] = [printerProfiles['58mm'], printerProfiles['58mm-nt-5890k']];
        expect(drawn(print(picture, unlike, 'x').bytes, unlike)).toBe(
          drawn(print(picture, like, 'x').bytes, like),
        );
      }),
    );
  });

  it('is refused a picture wider than its paper by the encoder too', () => {
    const { receipt } = print(
      { widthDots: 384, rows: 1, bits: new Uint8Array(48) },
      printerProfiles['58mm'],
      '',
    );
    const narrow = { ...receipt, paper: { ...receipt.paper, widthDots: 376 } };
    expect(Buffer.from(encodeReceipt(receipt)).includes('\x1dv0')).toBe(true);
    expect(Buffer.from(encodeReceipt(narrow)).includes('\x1dv0')).toBe(false);
  });
});
