import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerKinds } from '../../../shared/ledger-kind.ts';
import { composeOn, composeWords } from '../../../shared/receipt/compose.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';
import { receiptText } from '../../../shared/receipt/receipt-text.ts';
import { composeSheet } from '../../../shared/receipt/sheet.ts';
import { plnPrepaid } from '../../fixtures/receipt/info-struk.ts';
import { anyInfoStruk, anyPrinter, anySlipSettings } from './receipts.ts';

const shop = { name: 'Loket Bu Sri', address: 'Jl. Nangka Raya No. 1000' };
const logo = { widthDots: 16, rows: 1, bits: '//8=' };

describe('the text of a receipt to share', () => {
  it('is that of its words alone, without any picture', () => {
    fc.assert(
      fc.property(anyInfoStruk, anySlipSettings, anyPrinter, (text, slip, paper) => {
        const sheet = composeSheet(readInfoStruk(text, 1).document, { ledger: 'training', shop, slip });
        const words = composeWords(sheet);
        expect(receiptText(words)).toBe(receiptText(composeOn(sheet, { copy: 0, paper })));
        for (const { above, below } of words.slips) expect([above, below]).toEqual([undefined, undefined]);
      }),
    );
  });

  it('is the same whatever paper it would be printed on', () => {
    fc.assert(
      fc.property(anyInfoStruk, anySlipSettings, anyPrinter, anyPrinter, (text, slip, one, other) => {
        const { document } = readInfoStruk(text, 1);
        const sheet = composeSheet(document, { ledger: 'training', shop, slip });
        expect(receiptText(composeOn(sheet, { copy: 0, paper: one }))).toBe(
          receiptText(composeOn(sheet, { copy: 0, paper: other })),
        );
      }),
    );
  });

  it.each(ledgerKinds)('has the shop’s words and no empty lines for its pictures (%s)', (ledger) => {
    const { document } = readInfoStruk(plnPrepaid, 1);
    const slip = { logo, footer: 'Terima kasih\nBuka tiap hari', qr: 'https://wa.me/6281234567890' };
    fc.assert(
      fc.property(anyPrinter, (paper) => {
        const text = receiptText(
          composeOn(composeSheet(document, { ledger, shop, slip }), { copy: 0, paper }),
        );
        expect(text).toContain('\n\nTerima kasih\nBuka tiap hari');
        expect(text).toMatch(ledger === 'live' ? /^Loket Bu Sri\n/ : /^\*\*\* [A-Z ]+ \*\*\*\n/);
        expect(text).not.toMatch(/^\s|\s$/);
      }),
      { numRuns: 20 },
    );
  });
});
