import { describe, expect, it } from 'vitest';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import { rupiah } from '../../../shared/money.ts';
import { ok } from '../../../shared/result.ts';
import { instant } from '../../../shared/time.ts';
import { start } from '../ledger/documents.ts';
import { billsFound } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

/** A counter at a moment of 1 June 2018 in Jakarta. */
const at = (clock: string, kind: LedgerKind = 'live') => {
  const bench = saleBench(undefined, kind);
  bench.clock.pass(Date.parse(`2018-06-01T${clock}:00+07:00`) - start);
  return bench;
};

async function quoted(
  bench: ReturnType<typeof saleBench>,
  product: 'pln-postpaid' | 'telkom-pstn' = 'pln-postpaid',
) {
  const found = await bench.sale.inquire({ product, number: '530000000001' });
  if (!found.ok || found.value.kind !== 'quote') throw new Error('no quote');
  bench.sale.tender(found.value.quote.id, rupiah(350_000));
  return found.value.quote.id;
}

describe('while PLN closes its books', () => {
  it('a bill can be looked at and is not paid', async () => {
    const bench = at('23:40');
    expect(await bench.pay(await quoted(bench))).toEqual({ ok: false, error: { code: 'cut-off' } });
    expect(bench.fake.asked.some((each) => each.startsWith('open'))).toBe(false);
  });

  it('it is paid all the same where the owner insists', async () => {
    const bench = at('23:40');
    const quote = await quoted(bench);
    bench.desk.insist(quote);
    expect(await bench.pay(quote)).toEqual(ok(undefined));
    expect(bench.sends()).toBe(1);
  });

  it('the owner’s word holds for that one bill', async () => {
    const bench = at('23:40');
    bench.desk.insist(await quoted(bench));
    expect(await bench.pay(await quoted(bench))).toMatchObject({ error: { code: 'cut-off' } });
  });

  it('what is not PLN’s is paid', async () => {
    const bench = at('23:40');
    expect(await bench.pay(await quoted(bench, 'telkom-pstn'))).toEqual(ok(undefined));
  });

  it('one trains as by day', async () => {
    const bench = at('23:40', 'training');
    expect(await bench.pay(await quoted(bench))).toEqual(ok(undefined));
  });

  it('a bill of before is too old, even if the connection took the time', async () => {
    const bench = at('23:29');
    const quote = await quoted(bench);
    bench.fake.connect = () => {
      bench.clock.pass(60_000);
      return Promise.resolve(ok(undefined));
    };
    expect(await bench.pay(quote)).toEqual({ ok: false, error: { code: 'quote-expired' } });
    expect(bench.sends()).toBe(0);
  });

  it('is told by the biller’s clock, not by a PC that is an hour slow', async () => {
    const bench = at('22:40');
    const date = new Date(instant(bench.clock.now() + 3_600_000)).toUTCString();
    const { exchange } = billsFound;
    bench.fake.answer = () =>
      Promise.resolve(ok({ ...billsFound, exchange: { ...exchange, reply: { ...exchange.reply, date } } }));
    expect(await bench.pay(await quoted(bench))).toEqual({ ok: false, error: { code: 'cut-off' } });
  });
});
