import { describe, expect, it } from 'vitest';
import { instant } from '../../../shared/time.ts';
import { arming, minutes, quote, quoteId, start } from './documents.ts';
import { newLedger } from './open-ledger.ts';

const at = (minute: number) => instant(start + minutes(minute));

describe('looks at an uncertain payment', () => {
  it('are kept, newest first, no more than asked for, each with its payment', () => {
    const { ledger, reopen } = newLedger();
    for (const n of [1, 2]) {
      ledger.addQuote(quote(n));
      ledger.arm(arming(n));
    }
    const total = quote(1).total;
    ledger.addLook(quoteId(1), { at: at(1), finding: { kind: 'same-bill', total } });
    ledger.addLook(quoteId(1), {
      at: at(1),
      finding: { kind: 'refused', code: '14', text: 'SUDAH "LUNAS"' },
    });
    ledger.addLook(quoteId(2), { at: at(2), finding: { kind: 'amounts' } });
    const after = reopen();
    expect(after.looksOf(quoteId(1), 20)).toEqual([
      { at: at(1), finding: { kind: 'refused', code: '14', text: 'SUDAH "LUNAS"' } },
      { at: at(1), finding: { kind: 'same-bill', total } },
    ]);
    expect(after.looksOf(quoteId(1), 1).map(({ finding }) => finding.kind)).toEqual(['refused']);
    expect(after.looksOf(quoteId(2), 20)).toHaveLength(1);
    expect(after.looksOf(quoteId(9), 20)).toEqual([]);
  });

  it('are of a payment that is there', () => {
    const { ledger } = newLedger();
    expect(() => ledger.addLook(quoteId(9), { at: at(1), finding: { kind: 'amounts' } })).toThrow(
      /FOREIGN KEY/,
    );
  });
});
