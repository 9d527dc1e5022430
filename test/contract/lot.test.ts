import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startIakServer, type IakServer } from '../../electron/training/iak-server.ts';
import { startTeleanjarServer, type TeleanjarServer } from '../../electron/training/teleanjar-server.ts';
import type { Lot } from '../../shared/contract/lots.ts';
import type { Member } from '../../shared/lot/group.ts';
import type { ProductId } from '../../shared/products.ts';
import { noonClock, openHouse, type House } from './house.ts';

/** A lot of forty numbers against the training server of each biller, over real sockets. */

let folder: string;
let teleanjar: TeleanjarServer;
let iak: IakServer;
let house: House | undefined;

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-lot-'));
  teleanjar = await startTeleanjarServer({ seed: 'a lot', now: () => noonClock.now(), latencyMs: 5 });
  iak = await startIakServer({ seed: 'a lot', now: () => noonClock.now(), latencyMs: 5 });
});

afterEach(async () => {
  house?.close();
  await teleanjar.close();
  await iak.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const patient = { connectSeconds: 60, firstByteSeconds: 60, wholeSeconds: 60 };
const member = (number: string, product: ProductId = 'pln-postpaid'): Member => ({
  product,
  service: null,
  number,
  extras: {},
  denomination: null,
  note: '',
});
const range = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `53000000${String(from + index).padStart(4, '0')}`);

/** Inquires and pays all of it, going on wherever it asks; how often it asked. */
async function run(of: House, members: readonly Member[]): Promise<{ lot: Lot; halts: readonly string[] }> {
  const { groups, lots } = of.together;
  const group = groups.save(null, { name: 'RT 03', collector: 'Pak Joko', members });
  const opened = lots.open([group.ok ? group.value : 0]);
  if (!opened.ok) throw new Error(opened.error.code);
  const number = opened.value;
  expect(lots.inquire(number).ok).toBe(true);
  await lots.settled();
  expect(lots.pay(number).ok).toBe(true);
  await lots.settled();
  const halts: string[] = [];
  const halted = () => of.counter.state().lot?.halt ?? null;
  for (let halt = halted(); halt !== null; halt = halted()) {
    halts.push(halt.because);
    if (!lots.answer(number, true).ok) break;
    await lots.settled();
  }
  const lot = lots.find(number);
  if (!lot.ok) throw new Error(lot.error.code);
  return { lot: lot.value, halts };
}

const count = ({ lines }: Lot, state: string): number => lines.filter((line) => line.state === state).length;

it('pays at Teleanjar what has a bill, asks at what is unknown, and agrees with its books', async () => {
  house = openHouse({
    folder,
    biller: 'teleanjar',
    baseUrl: teleanjar.baseUrl,
    secrets: { ...teleanjar.account },
    route: patient,
    // The biller publishes no list of its own of what is a refusal for certain.
    profile: { finalAnswers: [...range(100, 13), ...range(200, 10)].map((number) => number.slice(-4)) },
  });
  const numbers = [
    '123456789282',
    '123456792482',
    ...range(1100, 13),
    '530000001068',
    ...range(1200, 10),
    '530000002002',
    ...range(10, 12),
    '123456789282',
  ];
  expect(numbers.length).toBe(40);
  const { lot, halts } = await run(
    house,
    numbers.map((number) => member(number)),
  );
  // The other one that is not known is the last to be paid: there is nothing to go on with.
  expect(halts).toEqual(['unknown']);
  expect([count(lot, 'paid'), count(lot, 'unknown'), count(lot, 'no-bill')]).toEqual([2, 2, 12]);
  expect(lot.lines.at(-1)).toMatchObject({
    state: 'billed',
    isChosen: false,
    obstacles: [{ code: 'duplicate', of: 1 }, { code: 'doubt' }],
  });
  const booked = teleanjar.books.payments().map(({ customer }) => customer);
  expect(new Set(booked).size).toBe(booked.length);
  expect(booked.length).toBe(4);
  expect(count(lot, 'refused') + count(lot, 'paid') + count(lot, 'unknown')).toBe(27);
});

it('pays at IAK, too, each of forty numbers once', async () => {
  house = openHouse({
    folder,
    biller: 'iak',
    baseUrl: iak.baseUrl,
    secrets: { ...iak.account },
    route: patient,
  });
  const numbers = range(0, 40);
  const { lot } = await run(
    house,
    numbers.map((number) => member(number)),
  );
  const settled = count(lot, 'paid') + count(lot, 'refused') + count(lot, 'unknown');
  const without = count(lot, 'no-bill') + count(lot, 'failed');
  expect(settled + without).toBe(40);
  expect(count(lot, 'paid')).toBeGreaterThan(0);
  expect(iak.requests.payment).toBe(settled);
  expect(iak.requests.inquiry).toBe(40);
});
