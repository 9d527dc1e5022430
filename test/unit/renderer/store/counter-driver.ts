import { requestNames } from '../../../../shared/contract/channels.ts';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { CounterState } from '../../../../shared/contract/counter-state.ts';
import { ok } from '../../../../shared/result.ts';
import { createCounter, type Counter } from '../../../../renderer/store/counter.ts';
import { rupiah } from '../../../../shared/money.ts';
import { printerProfiles } from '../../../../shared/printing/printer-profile.ts';
import { bill303500, catalogue, counterState, noEvidence, paidView } from '../samples.ts';

export const never = (): Promise<never> => new Promise(() => undefined);
export const unexpected = () => Promise.reject(new Error('not expected in this test'));

/** Every request, as a mistake. */
const refusesAll = Object.fromEntries(
  requestNames.map((name) => [name, unexpected]),
) as unknown as LoketBridge;

/** A bridge where every request that a test does not define is a mistake. */
export function bridgeWith(part: Partial<LoketBridge>): {
  bridge: LoketBridge;
  push: (state: CounterState) => void;
} {
  let listener: (state: CounterState) => void = () => undefined;
  const bridge: LoketBridge = {
    ...refusesAll,
    look: unexpected,
    counterState: () => Promise.resolve(ok(counterState)),
    catalogue: () => Promise.resolve(ok(catalogue)),
    inquire: () => Promise.resolve(ok({ kind: 'quote', quote: bill303500 })),
    abandonInquiry: () => Promise.resolve(ok(undefined)),
    tender: () => Promise.resolve(ok({ change: rupiah(46_500) })),
    pay: () => Promise.resolve(ok(paidView)),
    leaveSale: () => Promise.resolve(ok(undefined)),
    whereWasI: () => Promise.resolve(ok({ kind: 'none' })),
    recentPayments: () => Promise.resolve(ok([])),
    openPayments: () => Promise.resolve(ok([])),
    payment: () => Promise.resolve(ok(paidView)),
    evidence: () => Promise.resolve(ok(noEvidence)),
    paper: () => Promise.resolve(ok({ bytes: new Uint8Array(), paper: printerProfiles['58mm'] })),
    waitingPapers: () => Promise.resolve(ok([])),
    on: {
      counterState: (to) => {
        listener = to;
        return () => undefined;
      },
    },
    ...part,
  };
  return { bridge, push: (state) => listener(state) };
}

export const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** A counter that has started on such a bridge. */
export async function counterWith(part: Partial<LoketBridge>): Promise<{
  counter: Counter;
  push: (state: CounterState) => void;
  tones: string[];
  clock: { now: number };
}> {
  const { bridge, push } = bridgeWith(part);
  const tones: string[] = [];
  const clock = { now: 0 };
  const counter = createCounter({ bridge, now: () => clock.now, play: (tone) => void tones.push(tone) });
  counter.start();
  await settle();
  return { counter, push, tones, clock };
}

export async function toBill(counter: Counter): Promise<void> {
  counter.commands.typeNumber('530000000001');
  counter.commands.ask();
  await settle();
}
