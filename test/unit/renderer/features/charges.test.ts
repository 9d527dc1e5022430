import { describe, expect, it } from 'vitest';
import { chargesOf } from '../../../../renderer/features/bill/charges.ts';
import { sumFacts } from '../../../../renderer/features/outcome/sum-facts.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { rupiah } from '../../../../shared/money.ts';
import {
  firstSale,
  found,
  pressPay,
  startAsking,
  typeCash,
  typeNumber,
} from '../../../../renderer/store/sale.ts';
import { bill303500 } from '../samples.ts';

const charged = { ...bill303500, counterFee: rupiah(2_000), rounding: -500 };

describe('what the shop puts on top of a bill', () => {
  it('is nothing where the customer pays what the biller asks for', () => {
    expect(chargesOf(bill303500)).toEqual([]);
    expect(chargesOf({ counterFee: rupiah(0), rounding: 0 })).toEqual([]);
  });

  it('is a fee and a rounding, each by itself', () => {
    expect(chargesOf(charged)).toEqual([
      { kind: 'counter-fee', amount: 2_000 },
      { kind: 'rounding', amount: -500 },
    ]);
    expect(chargesOf({ rounding: 100 })).toEqual([{ kind: 'rounding', amount: 100 }]);
  });
});

describe('the sums that are read out of a payment', () => {
  it('are one where nothing was added', () => {
    expect(sumFacts(bill303500, messagesFor('id', 'Teleanjar'))).toEqual([
      { label: 'Total', value: '303.500' },
    ]);
  });

  it.each([
    ['id', ['Total', 'Tagihan Teleanjar', 'Biaya loket', 'Pembulatan']],
    ['en', ['Total', 'Teleanjar’s bill', 'Counter fee', 'Rounding']],
  ] as const)('name the biller’s own where the shop added something (%s)', (language, labels) => {
    const facts = sumFacts(charged, messagesFor(language, 'Teleanjar'));
    expect(facts.map(({ label }) => label)).toEqual(labels);
    expect(facts.map(({ value }) => value)).toEqual(['305.000', '303.500', '2.000', '-500']);
  });
});

describe('a press of pay on a charged bill', () => {
  const press = (cash: string) => {
    const asking = startAsking(typeNumber(firstSale, '530000000001'), 1);
    const bill = found(asking, 1, { kind: 'quote', quote: charged }, 'free');
    return pressPay(typeCash(bill, cash), { by: 'pointer' });
  };

  it('wants the fee too, and no more than the fee', () => {
    expect(press('303500')).toMatchObject({ step: 'bill', hint: 'needs-more' });
    expect(press('304999')).toMatchObject({ step: 'bill', hint: 'needs-more' });
    expect(press('305000')).toMatchObject({ step: 'paying' });
  });
});
