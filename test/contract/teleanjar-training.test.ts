import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTeleanjarServer, type TeleanjarServer } from '../../electron/training/teleanjar-server.ts';
import type { ProductId } from '../../shared/products.ts';
import { openHouse, type House, type HouseOptions } from './house.ts';

/** The client against the training server: written apart from the document, joined only by the wire. */
describe('the client and the training server', () => {
  let server: TeleanjarServer;
  let house: House;
  let folder: string;

  const open = (options: Partial<HouseOptions> = {}): House =>
    openHouse({
      folder,
      baseUrl: server.baseUrl,
      credentials: credentialsOf(server),
      deadlines: { connect: 1000, whole: 1000 },
      lateMs: 5000,
      ...options,
    });

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-training-'));
    server = await startTeleanjarServer({ seed: 'the same each time', lateMs: 1500 });
    house = open();
  });

  afterEach(async () => {
    house.close();
    await server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const sales: readonly [ProductId, string, number | undefined][] = [
    ['pln-postpaid', '123456789282', undefined],
    ['pln-postpaid', '123456792482', undefined],
    ['pln-prepaid', '12345678901', 20_000],
    ['pln-prepaid', '100456789024', 50_000],
    ['pln-nontaglis', '5311000928219', undefined],
    ['telkom-pstn', '023158334621', undefined],
  ];

  it.each(sales)('sell %s to %s', async (product, number, denomination) => {
    const before = server.books.deposit();
    expect(await house.buy(product, number, denomination)).toBe('paid');
    expect(server.books.payments()).toHaveLength(1);
    expect(house.counter.state().deposit?.amount).toBe(server.books.deposit());
    expect(server.books.deposit()).toBeLessThan(before);
    expect(house.faults).toEqual([]);
  });

  it('make a receipt with the token in double height, and the token in the record', async () => {
    await house.buy('pln-prepaid', '12345678901', 20_000);
    const [newest] = house.ledger.recentPayments(1);
    const payment = newest && house.ledger.payment(newest.id);
    if (payment?.outcome?.kind !== 'paid') throw new Error('not paid');
    expect(payment.outcome.confirmation.token).toMatch(/^\d{20}$/);
    const job = house.ledger.printJobs.latestOf(payment.quote.id);
    const bytes = Buffer.from(job?.bytes ?? []).toString('latin1');
    const token = payment.outcome.confirmation.token?.replaceAll(/(.{4})(?=.)/g, '$1 ') ?? '';
    const at = bytes.indexOf(token);
    expect(bytes.slice(at - 3, at)).toBe('\u001b!\u0010');
    expect(bytes.slice(at + token.length)).toMatch(/^ *\n\u001b!\u0001/);
  });

  it('pay a bill once: the second inquiry is told that it is paid', async () => {
    expect(await house.buy('pln-postpaid', '123456789282')).toBe('paid');
    const again = await house.sale.inquire('pln-postpaid', '123456789282');
    expect(again).toEqual({ ok: false, error: { code: 'refused-by-biller', billerCode: '0088' } });
  });

  it('sell a token twice, with two inquiries', async () => {
    expect(await house.buy('pln-prepaid', '12345678901', 20_000)).toBe('paid');
    expect(await house.buy('pln-prepaid', '12345678901', 20_000)).toBe('paid');
    expect(server.books.payments()).toHaveLength(2);
  });

  it('agree on a wrong key, a wrong password and the other separator being refused', async () => {
    const right = credentialsOf(server);
    const wrong: readonly Partial<HouseOptions>[] = [
      { credentials: { ...right, apiKey: 'x' } },
      { credentials: { ...right, password: 'x' } },
      { credentials: { ...right, username: 'x' } },
      { credentials: { ...right, uuid: 'x' } },
      { separator: 'blank' },
    ];
    for (const options of wrong) {
      house.close();
      house = open(options);
      const found = await house.sale.inquire('pln-postpaid', '123456789282');
      expect(found.ok ? 'found' : found.error.code).toBe('refused-by-biller');
    }
    expect(server.books.payments()).toEqual([]);
  });

  it('agree on the blank as the separator where both have it', async () => {
    house.close();
    await server.close();
    server = await startTeleanjarServer({ separator: 'blank' });
    house = open({ separator: 'blank' });
    expect(await house.buy('pln-postpaid', '123456789282')).toBe('paid');
  });

  it('tell an address that is not registered', async () => {
    server.setAddressRefused(true);
    const found = await house.sale.inquire('pln-postpaid', '123456789282');
    expect(found).toEqual({ ok: false, error: { code: 'refused-by-biller', billerCode: 'HTTP 403' } });
  });

  it.each([
    ['530000001014', 'rejected 0014', 0],
    ['530000001068', 'unknown unclear-answer', 1],
    ['530000002000', 'unknown no-answer', 1],
    ['530000002002', 'unknown unreadable-reply', 1],
    ['530000002003', 'unknown unreadable-reply', 1],
    ['530000002004', 'unknown mismatched-reply', 1],
    ['530000002005', 'unknown mismatched-reply', 1],
  ])('practise trouble: %s comes to %s and is charged %i times', async (number, outcome, charged) => {
    expect(await house.buy('pln-postpaid', number)).toBe(outcome);
    expect(server.books.payments()).toHaveLength(charged);
    expect(server.requests.payment).toBe(1);
  });

  it('keep a customer whose payment is unknown from being asked for again, by meter and by idpel', async () => {
    expect(await house.buy('pln-prepaid', '53000002000', 20_000)).toBe('unknown no-answer');
    const inquiries = server.requests.inquiry;
    for (const number of ['53000002000', '530000002000']) {
      const again = await house.sale.inquire('pln-prepaid', number);
      expect(again).toEqual({ ok: false, error: { code: 'payment-open' } });
    }
    expect(server.requests.inquiry).toBe(inquiries);
    expect(server.books.payments()).toHaveLength(1);
  });

  it('practise a late answer: unknown at the deadline, then paid', async () => {
    expect(await house.buy('pln-postpaid', '530000002001')).toBe('unknown no-answer');
    expect(house.counter.state().unresolved).toBe(1);
    await expect.poll(() => house.counter.state().unresolved, { timeout: 5000 }).toBe(0);
    expect(house.ledger.recentPayments(1)[0]?.state).toBe('paid');
    expect(server.books.payments()).toHaveLength(1);
  });
});

function credentialsOf({ account }: TeleanjarServer) {
  const { uuid, username, password, apiKey } = account;
  return { uuid, username, password, apiKey };
}
