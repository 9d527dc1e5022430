import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerKinds, type LedgerKind } from '../../../shared/ledger-kind.ts';
import { plainStyle, textOfLine, type Line } from '../../../shared/receipt/document.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { receiptMarks } from '../../../shared/receipt/receipt-words.ts';
import { receiptText } from '../../../shared/receipt/receipt-text.ts';
import { plnPostpaidTwoMonths, plnPrepaid } from '../../fixtures/receipt/info-struk.ts';
import { anyInfoStruk, compose, composeText, marksOf, realPaper } from './receipts.ts';

const shop = { name: 'Loket Bu Sri', address: 'Jl. Nangka Raya No. 1000, Jagakarsa, Jakarta Selatan' };
const big = { ...plainStyle, bold: true, doubleHeight: true, doubleWidth: true };

const texts = (lines: readonly Line[]): readonly string[] => lines.map(textOfLine);

describe('a live first print', () => {
  it('is the biller’s words alone where the shop has told nothing of itself', () => {
    const { slips } = composeText('a|b', 1);
    expect(slips.map((slip) => texts(slip.lines))).toEqual([['a', 'b']]);
  });

  it('has the shop above the biller’s words, its name in double width, both centred', () => {
    const [slip] = composeText('|a', 1, { shop }).slips;
    expect(slip?.lines.slice(0, 3)).toEqual([
      {
        align: 'center',
        spans: [{ text: shop.name, style: { ...plainStyle, bold: true, doubleWidth: true } }],
      },
      { align: 'center', spans: [{ text: shop.address, style: plainStyle }] },
      { align: 'left', spans: [] },
    ]);
    expect(texts(slip?.lines ?? [])).toEqual([shop.name, shop.address, '', 'a']);
  });

  it.each([
    ['58mm', 16, true],
    ['58mm', 17, false],
    ['80mm', 24, true],
    ['80mm', 25, false],
  ] as const)('on %s sets a name of %d characters in double width: %s', (paper, length, doubleWidth) => {
    const name = 'x'.repeat(length);
    const [slip] = composeText('a', 1, { shop: { name, address: '' }, paper: printerProfiles[paper] }).slips;
    expect(slip?.lines[0]?.spans).toEqual([
      { text: name, style: { ...plainStyle, bold: true, doubleWidth } },
    ]);
  });

  it('takes controls and line breaks out of the shop’s own words', () => {
    const [slip] = composeText('a', 1, { shop: { name: ' A\u001bp\u0000\nB ', address: '\u202e\t' } }).slips;
    expect(texts(slip?.lines ?? [])).toEqual(['Ap B', '', 'a']);
  });

  it('takes them out of a document that was made from fields', () => {
    const span = { text: 'NAMA: \u001b@\u202eX', style: plainStyle };
    const [slip] = compose({ slips: [{ lines: [{ align: 'left', spans: [span] }] }] }).slips;
    expect(texts(slip?.lines ?? [])).toEqual(['NAMA: @X']);
  });
});

describe('stamps', () => {
  const stamps: Readonly<Record<Exclude<LedgerKind, 'live'>, readonly [string, string]>> = {
    training: ['*** LATIHAN ***', 'BUKAN BUKTI PEMBAYARAN'],
    sandbox: ['*** UJI COBA ***', 'SANDBOX - BUKAN BUKTI PEMBAYARAN'],
  };

  it.each(['training', 'sandbox'] as const)(
    'stand at the top and the bottom of every slip in %s',
    (ledger) => {
      const { slips } = composeText(plnPostpaidTwoMonths, 2, { ledger, shop });
      expect(slips).toHaveLength(2);
      for (const { lines } of slips) {
        expect(texts(lines).slice(0, 2)).toEqual(stamps[ledger]);
        expect(texts(lines).slice(-2)).toEqual(stamps[ledger]);
        expect(lines[0]).toEqual({ align: 'center', spans: [{ text: stamps[ledger][0], style: big }] });
        expect(lines.at(-2)).toEqual(lines[0]);
      }
    },
  );

  it.each(['training', 'sandbox'] as const)('stand on a slip without words in %s', (ledger) => {
    expect(texts(composeText('', 1, { ledger }).slips[0]?.lines ?? [])).toContain(stamps[ledger][0]);
  });

  it('fit on one line each on the narrowest paper', () => {
    for (const ledger of ['training', 'sandbox'] as const) {
      const laid = layOutReceipt(composeText('', 1, { ledger }));
      expect(texts(laid.slips[0]?.lines ?? []).slice(0, 2)).toEqual(stamps[ledger]);
    }
  });

  it('do not stand on a live receipt', () => {
    const words = receiptText(composeText(plnPrepaid, 1, { shop, copy: 1 }));
    expect(words).not.toMatch(/LATIHAN|UJI COBA|SANDBOX/);
  });

  it.each(ledgerKinds)('number a reprint on every slip (%s)', (ledger) => {
    for (const { lines } of composeText(plnPostpaidTwoMonths, 2, { ledger, copy: 3 }).slips) {
      expect(texts(lines)).toContain('CETAK ULANG ke-3');
    }
    expect(receiptText(composeText(plnPostpaidTwoMonths, 2, { ledger }))).not.toContain('CETAK ULANG');
  });

  it.each([-1, 0.5, Number.NaN])('refuse %d as the number of a copy', (copy) => {
    expect(() => composeText('a', 1, { copy })).toThrow(RangeError);
  });
});

describe('marks', () => {
  const marks = {
    'by-hand': ['DISALIN', 'OLEH PETUGAS - BUKAN DARI BILLER'],
    unsaved: ['BELUM TERSIMPAN', 'CATAT: BELUM ADA DI BUKU LOKET'],
  } as const;

  it.each(receiptMarks)('%s stands big on every slip, above the biller’s words', (mark) => {
    const { slips } = composeText(plnPostpaidTwoMonths, 2, { shop, marks: [mark] });
    expect(slips).toHaveLength(2);
    for (const { lines } of slips) {
      expect(texts(lines).slice(0, 6)).toEqual([shop.name, shop.address, '', ...marks[mark], '']);
      expect(lines[3]).toEqual({ align: 'center', spans: [{ text: marks[mark][0], style: big }] });
    }
  });

  it('stand below the stamp and the number of the copy, each once, whatever their order', () => {
    const [slip] = composeText('a', 1, {
      ledger: 'training',
      copy: 2,
      marks: ['unsaved', 'by-hand', 'unsaved'],
    }).slips;
    expect(texts(slip?.lines ?? [])).toEqual([
      '*** LATIHAN ***',
      'BUKAN BUKTI PEMBAYARAN',
      '',
      'CETAK ULANG ke-2',
      '',
      ...marks['by-hand'],
      '',
      ...marks.unsaved,
      '',
      'a',
      '',
      '*** LATIHAN ***',
      'BUKAN BUKTI PEMBAYARAN',
    ]);
  });

  it('are none unless they are asked for', () => {
    const receipt = composeText('a', 1, { shop });
    expect(composeText('a', 1, { shop, marks: [] })).toEqual(receipt);
    expect(receiptText(receipt)).not.toMatch(/DISALIN|TERSIMPAN/);
  });

  it('are in the text to share', () => {
    expect(receiptText(composeText('a', 1, { marks: ['by-hand'] }))).toBe(
      'DISALIN\nOLEH PETUGAS - BUKAN DARI BILLER\n\na',
    );
  });

  it('are whole on every paper, on every slip, with every stamp and whatever the shop and the biller write', () => {
    fc.assert(
      fc.property(
        anyInfoStruk,
        fc.subarray([...receiptMarks]),
        fc.record({
          ledger: fc.constantFrom(...ledgerKinds),
          copy: fc.nat({ max: 120 }),
          shop: fc.record({ name: anyInfoStruk, address: anyInfoStruk }),
          paper: realPaper,
        }),
        (text, asked, context) => {
          for (const { lines } of layOutReceipt(composeText(text, 1, { ...context, marks: asked })).slips) {
            for (const mark of asked) expect(marksOf(lines)).toContainEqual(marks[mark]);
          }
        },
      ),
    );
  });
});

describe('the text to share', () => {
  it('carries the same words and stamps, without blanks at line ends, slips apart by a blank line', () => {
    const receipt = composeText(
      'a  |CA/u/1|02a7b94ec3eeddc6aae5b1cb641cb5|b|CA/u/1|02a7b94ec3eeddc6aae5b1cb641cb5',
      2,
      {
        ledger: 'training',
        copy: 1,
        shop: { name: 'Loket Bu Sri', address: '' },
      },
    );
    const slip = (word: string): string =>
      `*** LATIHAN ***
BUKAN BUKTI PEMBAYARAN

Loket Bu Sri

CETAK ULANG ke-1

${word}
CA/u/1
02a7b94ec3eeddc6aae5b1cb641cb5

*** LATIHAN ***
BUKAN BUKTI PEMBAYARAN`;
    expect(receiptText(receipt)).toBe(`${slip('a')}\n\n${slip('b')}`);
  });

  it('leaves long lines whole and letters as they are', () => {
    const long = 'Atau Hub. PLN Terdekat : 02123124123 – café';
    expect(receiptText(composeText(long, 1))).toBe(long);
  });
});
