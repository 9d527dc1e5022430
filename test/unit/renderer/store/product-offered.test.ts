import { describe, expect, it, vi } from 'vitest';
import { ok } from '../../../../shared/result.ts';
import { productOffered } from '../../../../renderer/store/product-offered.ts';
import type { Counter } from '../../../../renderer/store/counter.ts';
import { counterWith, never, settle, toBill } from './counter-driver.ts';
import { catalogue, paidView } from '../samples.ts';

/** A counter that sells PLN alone: eleven digits can only be a meter. */
const onlyPln = {
  catalogue: () => Promise.resolve(ok(catalogue.filter(({ product }) => product.startsWith('pln-')))),
};
const meter = '53000000001';
const offered = (counter: Counter) => productOffered(counter.store.getState());
const entryOf = (counter: Counter) => counter.store.getState().sale.entry;

describe('the product of a number that the chosen one cannot have', () => {
  it('is not offered while more may still be typed', async () => {
    const { counter } = await counterWith(onlyPln);
    counter.commands.typeNumber(meter);
    expect(offered(counter)).toBeUndefined();
    counter.commands.typeNumber(`${meter}2`);
    expect(offered(counter)).toBeUndefined();
  });

  it('is offered once Enter said that this is all, and taken by the next Enter without being asked for', async () => {
    const inquire = vi.fn(never);
    const { counter } = await counterWith({ ...onlyPln, inquire });
    counter.commands.typeNumber(meter);
    counter.commands.ask();
    expect(offered(counter)).toBe('pln-prepaid');
    expect(entryOf(counter).product).toBe('pln-postpaid');
    counter.commands.ask();
    expect(entryOf(counter)).toMatchObject({ product: 'pln-prepaid', draft: meter, refused: false });
    await settle();
    expect(inquire).not.toHaveBeenCalled();
    counter.commands.ask();
    await settle();
    expect(inquire).toHaveBeenCalledWith(expect.objectContaining({ product: 'pln-prepaid', number: meter }));
  });

  it('is offered at once for a paste, which is whole', async () => {
    const { counter } = await counterWith(onlyPln);
    counter.commands.typeNumber(meter, 'pasted');
    expect(offered(counter)).toBe('pln-prepaid');
    expect(entryOf(counter).product).toBe('pln-postpaid');
  });

  it('is taken by itself for a scan into an empty field, whose Enter asks', async () => {
    const inquire = vi.fn(never);
    const { counter } = await counterWith({ ...onlyPln, inquire });
    counter.commands.typeNumber(meter);
    counter.commands.noteScan();
    counter.commands.ask();
    await settle();
    expect(inquire).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ product: 'pln-prepaid', number: meter }),
    );
  });

  it('is not offered where another product that is sold allows the number too', async () => {
    const { counter } = await counterWith({});
    counter.commands.typeNumber(meter, 'pasted');
    expect(offered(counter)).toBeUndefined();
    counter.commands.noteScan();
    counter.commands.ask();
    expect(entryOf(counter)).toMatchObject({ product: 'pln-postpaid', refused: true });
  });

  it('is never offered while a bill is on the screen', async () => {
    const { counter } = await counterWith(onlyPln);
    await toBill(counter);
    counter.commands.typeNumber(meter, 'pasted');
    counter.commands.noteScan();
    counter.commands.ask();
    expect(counter.store.getState().sale.step).toBe('bill');
    expect(offered(counter)).toBeUndefined();
    expect(entryOf(counter).product).toBe('pln-postpaid');
  });
});

describe('the next sale', () => {
  it('begins while the receipt of the last one is still to be printed', async () => {
    const printing = { ...paidView, print: { ...paidView.print, state: 'sending' as const } };
    const inquire = vi.fn(() => Promise.resolve(ok({ kind: 'quote' as const, quote: paidView.quote })));
    const { counter } = await counterWith({
      inquire,
      pay: () => Promise.resolve(ok(printing as typeof paidView)),
      payment: () => Promise.resolve(ok(printing as typeof paidView)),
    });
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    expect(counter.store.getState().sale.step).toBe('done');
    counter.commands.typeNumber('530000000002');
    expect(counter.store.getState().sale).toMatchObject({ step: 'done', entry: { draft: '530000000002' } });
    counter.commands.ask();
    await settle();
    expect(inquire).toHaveBeenCalledTimes(2);
    expect(counter.store.getState().sale.step).toBe('bill');
    expect(counter.store.getState().shown?.payment.print?.state).toBe('sending');
  });
});
