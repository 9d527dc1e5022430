import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookOf } from '../../../electron/app/look.ts';
import { counterStateSchema, type CounterState } from '../../../shared/contract/counter-state.ts';
import { instant } from '../../../shared/time.ts';
import { rupiah } from '../../../shared/money.ts';
import { staffIdSchema, type StaffMember } from '../../../shared/staff/staff.ts';
import { catalogue, counterState, noon } from '../renderer/samples.ts';

const sari: StaffMember = { id: staffIdSchema.parse('00000001'), name: 'Sari', role: 'cashier' };
const lookAt = (over: Partial<CounterState> = {}, beginsAsKiosk = false) =>
  lookOf({ ...counterState, ...over }, beginsAsKiosk, { catalogue, people: [sari] });

describe('how the counter looks before it stands', () => {
  it('is a state of the contract, with what is sold and who may sign in', () => {
    const look = lookAt();
    expect(counterStateSchema.parse(look?.counter)).toEqual(look?.counter);
    expect(look).toMatchObject({
      catalogue,
      people: [sari],
      counter: { shopName: counterState.shopName, shift: counterState.shift },
    });
  });

  it('is the same whatever goes on at the counter: it is written when something is set, and not at a sale', () => {
    const before = JSON.stringify(lookAt());
    const moment = fc.record<Partial<CounterState>>(
      {
        revision: fc.nat(),
        ledgerRevision: fc.nat(),
        unresolved: fc.nat(9),
        gaps: fc.nat(9),
        papersWaiting: fc.nat(9),
        billers: fc.constant(
          counterState.billers.map((biller) => ({
            ...biller,
            connection: 'down' as const,
            deposit: { amount: rupiah(5), at: noon },
            clockAheadMs: -90_000,
          })),
        ),
        printers: fc.constant(
          counterState.printers.map((printer) => ({
            ...printer,
            status: 'attention' as const,
            problem: 'paper-out' as const,
          })),
        ),
        clock: fc.constant({ kind: 'went-back', byMs: 60_000 } as const),
        backup: fc.constant({ at: noon, problem: 'no-room' } as const),
        policyRefused: fc.constant({ code: 'not-json', where: '', file: '/etc/loket' } as const),
        exchange: fc.constant({
          kind: 'payment',
          biller: 'iak',
          phase: 'waiting',
          since: noon,
          deadline: instant(noon + 1),
        } as const),
        present: fc.constant(sari),
        basket: fc.constant({
          number: null,
          state: 'open',
          halt: null,
          lines: [],
          sum: rupiah(0),
          cash: null,
          paid: rupiah(0),
          uncertain: rupiah(0),
          kept: rupiah(0),
          back: null,
          startedAt: noon,
          cashier: null,
        } as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(moment, (over) => {
        expect(JSON.stringify(lookAt(over))).toBe(before);
      }),
    );
  });

  it('tells no deposit, and nobody who was signed in', () => {
    const look = lookAt({ signsIn: true, present: sari });
    expect(look?.counter).toMatchObject({ signsIn: true, present: null });
    expect(look?.counter.billers.map(({ deposit }) => deposit)).toEqual([null, null]);
  });

  it.each<[string, Partial<CounterState>]>([
    ['is still to be set up', { isIntroduced: false }],
    ['has stopped', { stopped: 'ledger-fault' }],
    ['has no open accounts', { ledger: 'live', vault: { kind: 'not-opened' } }],
  ])('is not known of a counter that %s', (_what, over) => {
    expect(lookAt(over)).toBeNull();
  });

  it('is not known of a kiosk, also where somebody has left it for now', () => {
    expect(lookAt({ kiosk: true }, true)).toBeNull();
    expect(lookAt({ kiosk: false }, true)).toBeNull();
    expect(lookAt({ kiosk: true }, false)?.counter.kiosk).toBe(false);
  });

  it('is known of a counter in training, which needs no accounts', () => {
    expect(lookAt({ vault: { kind: 'not-opened' } })).not.toBeNull();
  });
});
