import { describe, expect, it, vi } from 'vitest';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { KnownCustomer } from '../../../../shared/contract/history.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Counter } from '../../../../renderer/store/counter.ts';
import { counterWith, never, settle, toBill } from './counter-driver.ts';
import { bandung, bill303500, noon, surabaya } from '../samples.ts';

const budi: KnownCustomer = {
  product: 'pln-postpaid',
  service: 'PLNPOST',
  number: '530000000001',
  name: 'BUDI SANTOSO',
  label: 'Pak Budi RT 3',
  lastAt: noon,
};
const dadang: KnownCustomer = {
  product: 'pdam',
  service: bandung.code,
  number: '10202001',
  name: 'DADANG',
  label: '',
  lastAt: noon,
};
const unsold: KnownCustomer = { ...budi, product: 'gas', service: 'PGN', number: '0110014601' };

const view = (counter: Counter) => counter.store.getState();
const finding = (...found: readonly KnownCustomer[]) => ({
  findCustomers: vi.fn(() => Promise.resolve(ok(found))) satisfies LoketBridge['findCustomers'],
});

describe('the customers', () => {
  it('are taken with product, company and number into the sale, and not asked for by themselves', async () => {
    const inquire = vi.fn(never);
    const { counter } = await counterWith({ ...finding(dadang), inquire });
    counter.commands.searchCustomers('dad');
    await settle();
    counter.commands.takeCustomer();
    expect(view(counter).place).toBeNull();
    expect(view(counter).sale).toMatchObject({
      step: 'number',
      entry: { product: 'pdam', service: bandung, draft: '10202001', extras: {} },
    });
    expect(inquire).not.toHaveBeenCalled();
    counter.commands.ask();
    await settle();
    expect(inquire).toHaveBeenCalledWith(
      expect.objectContaining({ product: 'pdam', service: bandung.code, number: '10202001' }),
    );
  });

  it('open with what was typed, and lose no key of it', async () => {
    const { counter } = await counterWith(finding(budi));
    counter.commands.typeNumber('53');
    counter.commands.searchCustomers('b');
    expect(view(counter)).toMatchObject({ place: 'customers', customers: { text: 'b' } });
    for (const text of ['bu', 'bud']) counter.commands.searchCustomers(text);
    expect(view(counter).customers.text).toBe('bud');
    counter.commands.close();
    expect(view(counter).sale).toMatchObject({ entry: { draft: '53' } });
  });

  it('drop an answer to a text that has been typed over, whenever it comes', async () => {
    const answers: (() => void)[] = [];
    const findCustomers: LoketBridge['findCustomers'] = ({ text }) =>
      new Promise((resolve) => answers.push(() => resolve(ok([{ ...budi, name: text }]))));
    const { counter } = await counterWith({ findCustomers });
    counter.commands.searchCustomers('b');
    counter.commands.searchCustomers('bu');
    answers[1]?.();
    await settle();
    answers[0]?.();
    await settle();
    expect(view(counter).customers.found?.map(({ name }) => name)).toEqual(['bu']);
  });

  it('take nothing that was found for another text: Enter waits for the answer to this one', async () => {
    const answers: (() => void)[] = [];
    const findCustomers: LoketBridge['findCustomers'] = ({ text }) =>
      new Promise((resolve) =>
        answers.push(() => resolve(ok([{ ...budi, number: `53000000000${text.length}` }]))),
      );
    const { counter } = await counterWith({ findCustomers });
    counter.commands.searchCustomers('b');
    answers[0]?.();
    await settle();
    counter.commands.searchCustomers('bu');
    counter.commands.takeCustomer();
    expect(view(counter)).toMatchObject({ place: 'customers', sale: { entry: { draft: '' } } });
    answers[1]?.();
    await settle();
    expect(view(counter)).toMatchObject({ place: null, sale: { entry: { draft: '530000000002' } } });
  });

  it('do not come back after the list was left, with an Enter that waited', async () => {
    let answer: () => void = () => undefined;
    const findCustomers: LoketBridge['findCustomers'] = () =>
      new Promise((resolve) => (answer = () => resolve(ok([budi]))));
    const { counter } = await counterWith({ findCustomers });
    counter.commands.searchCustomers('bu');
    counter.commands.takeCustomer();
    counter.commands.close();
    answer();
    await settle();
    expect(view(counter)).toMatchObject({ place: null, sale: { entry: { draft: '' } } });
  });

  it('are first those of the product in hand, and none of what is not sold here', async () => {
    const { counter } = await counterWith(finding(unsold, dadang, budi));
    counter.commands.searchCustomers('');
    await settle();
    expect(view(counter).customers.found).toEqual([budi, dadang]);
  });

  it('are looked at one after the other, and never beyond the last', async () => {
    const { counter } = await counterWith(finding(budi, dadang));
    counter.commands.searchCustomers('');
    await settle();
    counter.commands.moveCustomer(8);
    expect(view(counter).customers.at).toBe(1);
    counter.commands.moveCustomer(-8);
    expect(view(counter).customers.at).toBe(0);
  });

  it('leave a payment that is being made alone', async () => {
    const { counter } = await counterWith({ ...finding(dadang), pay: never });
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    counter.commands.searchCustomers('dad');
    await settle();
    counter.commands.takeCustomer();
    expect(view(counter).sale).toMatchObject({ step: 'paying', stopTried: true });
  });

  it('are saved from the bill on the screen under what the shop calls them, and nowhere else', async () => {
    const saveCustomer = vi.fn(() => Promise.resolve(ok(undefined)));
    const { counter } = await counterWith({ ...finding(budi), saveCustomer });
    counter.commands.saveCustomer('Pak Budi');
    expect(saveCustomer).not.toHaveBeenCalled();
    await toBill(counter);
    counter.commands.open('customers');
    counter.commands.saveCustomer('  ');
    counter.commands.saveCustomer(' Pak Budi ');
    await settle();
    expect(saveCustomer).toHaveBeenCalledExactlyOnceWith({
      product: 'pln-postpaid',
      service: 'PLNPOST',
      number: bill303500.customerNumber,
      name: bill303500.customer.name,
      label: 'Pak Budi',
    });
    expect(view(counter).customers.note).toEqual({ kind: 'saved', label: 'Pak Budi' });
    expect(view(counter).sale.step).toBe('bill');
  });

  it('say that they could not be written, and forget only those that are saved', async () => {
    const forgetCustomer = vi.fn(() => Promise.resolve(err({ code: 'ledger-not-written' } as const)));
    const { counter } = await counterWith({ ...finding(budi, dadang), forgetCustomer });
    counter.commands.searchCustomers('');
    await settle();
    counter.commands.moveCustomer(1);
    counter.commands.forgetCustomer();
    expect(forgetCustomer).not.toHaveBeenCalled();
    counter.commands.moveCustomer(-1);
    counter.commands.forgetCustomer();
    await settle();
    expect(forgetCustomer).toHaveBeenCalledExactlyOnceWith({
      product: 'pln-postpaid',
      service: 'PLNPOST',
      number: '530000000001',
    });
    expect(view(counter).customers.note).toEqual({ kind: 'not-written' });
  });

  it('ask for the company where the one they had is not sold any more', async () => {
    const gone = { ...dadang, service: 'PDAMKOTA.GONE' };
    const { counter } = await counterWith(finding(gone));
    counter.commands.searchCustomers('');
    await settle();
    counter.commands.takeCustomer();
    expect(view(counter)).toMatchObject({
      place: 'services',
      sale: { entry: { draft: '10202001', service: null } },
    });
    counter.commands.chooseService(surabaya);
    expect(view(counter).sale).toMatchObject({ entry: { draft: '10202001', service: surabaya } });
  });
});
