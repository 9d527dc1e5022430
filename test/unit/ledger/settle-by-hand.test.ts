import { describe, expect, it } from 'vitest';
import type { Ledger, Settlement } from '../../../electron/ledger/ledger.ts';
import { sha256 } from '../../../electron/ledger/chain.ts';
import type { HandOutcome } from '../../../shared/payment/hand-decision.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import { transitions, type PaymentState } from '../../../shared/payment/states.ts';
import { instant } from '../../../shared/time.ts';
import { alterationIn, decide } from './altered-ledger.ts';
import {
  arming,
  job,
  jobId,
  minutes,
  paid,
  quote,
  quoteId,
  rejected,
  reply,
  settlement,
  start,
  unknown,
} from './documents.ts';
import { countRows, newLedger, rawConnection, type OpenLedger } from './open-ledger.ts';

const grounds = { reason: 'biller-said', evidence: 'Rina, 3 June, ticket 77' } as const;
const paidByHand: HandOutcome = { kind: 'paid-by-hand', reference: 'VSI-HAND', ...grounds };
const rejectedByHand: HandOutcome = { kind: 'rejected-by-hand', ...grounds };

const byHand = (outcome: HandOutcome, over: { readonly job?: ReturnType<typeof job> } = {}): Settlement => ({
  payment: quoteId(1),
  at: instant(start + minutes(30)),
  actor: 'owner',
  by: 'hand',
  outcome,
  ...over,
});

/** A ledger whose only payment is in a state that a payment can be in. */
function inState(state: Exclude<PaymentState, 'quoted' | 'expired'>): OpenLedger {
  const open = newLedger();
  const { ledger } = open;
  ledger.addQuote(quote(1));
  ledger.arm(arming(1));
  if (state === 'sent') return open;
  if (state === 'paid' || state === 'rejected') {
    ledger.recordReply(quoteId(1), reply(state), start);
    ledger.settle(settlement(1, state === 'paid' ? paid : rejected));
    return open;
  }
  ledger.settle(settlement(1, unknown));
  if (state !== 'unknown') decide(ledger, 1, state);
  return open;
}

const stateOf = (ledger: Ledger, n = 1): PaymentState | undefined => ledger.payment(quoteId(n))?.state;

describe('a settlement', () => {
  const states = ['sent', 'paid', 'rejected', 'unknown', 'paid-by-hand', 'rejected-by-hand'] as const;
  const ways = [
    ['reply-paid', settlement(1, paid)],
    ['reply-rejected', settlement(1, rejected)],
    ['outcome-unknown', settlement(1, unknown)],
    ['status-paid', settlement(1, paid, { by: 'status', actor: 'checker' })],
    ['status-rejected', settlement(1, rejected, { by: 'status', actor: 'checker' })],
    ['hand-paid', byHand(paidByHand)],
    ['hand-rejected', byHand(rejectedByHand)],
  ] as const;

  it.each(states.flatMap((state) => ways.map(([event, by]) => [state, event, by] as const)))(
    'of a payment that is %s by %s leads where the table says, or nowhere',
    (state, event, by) => {
      const { file, ledger } = inState(state);
      const before = { payment: ledger.payment(quoteId(1)), rows: countRows(file) };
      const settled = ledger.settle(by);
      const to = transitions[state][event];
      if (to === undefined) {
        expect(settled).toEqual({ ok: false, error: 'refused' });
        expect({ payment: ledger.payment(quoteId(1)), rows: countRows(file) }).toEqual(before);
      } else {
        expect(settled).toEqual({ ok: true, value: to });
        expect(ledger.events(quoteId(1)).at(-1)).toMatchObject({ event, from: state, to });
        expect(stateOf(ledger)).toBe(to);
        expect(countRows(file).event).toBe(before.rows.event + 1);
      }
      expect(alterationIn(file)).toBeUndefined();
    },
  );

  it.each([
    ['the counter decides by hand', { ...byHand(paidByHand), actor: 'counter' }],
    ['the owner claims to have asked the biller', settlement(1, paid, { by: 'status', actor: 'owner' })],
    ['the checker claims a reply', settlement(1, paid, { by: 'reply', actor: 'checker' })],
  ] as const)('that nobody may make is not made: %s', (_what, by) => {
    const { file, ledger } = inState('unknown');
    const before = countRows(file);
    expect(() => ledger.settle(by)).toThrow(/may not cause/);
    expect(stateOf(ledger)).toBe('unknown');
    expect(countRows(file)).toEqual(before);
  });

  it('that could not be read back is not written', () => {
    const { file, ledger } = inState('unknown');
    const without: HandOutcome = { ...paidByHand, evidence: 'x' };
    expect(() => ledger.settle(byHand(without))).toThrow();
    expect(stateOf(ledger)).toBe('unknown');
    expect(countRows(file).event).toBe(3);
  });
});

describe('a decision of the owner', () => {
  it('stands in the history with reason and evidence, and frees the customer’s place', () => {
    const { ledger, reopen } = inState('unknown');
    ledger.settle(byHand(rejectedByHand));
    expect(ledger.isOpenFor('pln-postpaid', quote(1).customerNumber)).toBe(false);
    expect(ledger.countOpen()).toBe(0);
    const after = reopen();
    expect(after.payment(quoteId(1))).toMatchObject({
      state: 'rejected-by-hand',
      outcome: rejectedByHand,
      settledAt: start + minutes(30),
    });
    expect(after.events(quoteId(1)).at(-1)).toEqual({
      at: start + minutes(30),
      actor: 'owner',
      event: 'hand-rejected',
      from: 'unknown',
      to: 'rejected-by-hand',
      evidence: JSON.stringify(rejectedByHand),
      person: null,
    });
  });

  it('as paid brings its receipt in the same commit', () => {
    const { ledger } = inState('unknown');
    ledger.settle(byHand(paidByHand, { job: job(1, quoteId(1)) }));
    expect(ledger.printJobs.next('screen')?.id).toBe(jobId(1));
  });

  it('is asked after for as long as it is told to be, and what is certified is not', () => {
    const { ledger } = inState('unknown');
    ledger.settle(byHand(paidByHand));
    const asked = (since: number) => ledger.toAskAfter(instant(since)).map(({ id }) => id);
    expect(ledger.toAskAfter(instant(start + minutes(30)))).toEqual([
      {
        id: quoteId(1),
        biller: 'teleanjar',
        host: '127.0.0.1:1',
        account: 'fingerprint',
        sentAt: start + minutes(1),
        decidedAt: start + minutes(30),
      },
    ]);
    expect(asked(start + minutes(30) + 1)).toEqual([]);
    ledger.settle(settlement(1, paid, { by: 'status', actor: 'checker' }));
    expect(asked(start)).toEqual([]);
  });

  it('keeps the biller’s inquiry used, also as rejected: the biller may have paid it', () => {
    const { ledger } = inState('unknown');
    ledger.settle(byHand(rejectedByHand));
    ledger.addQuote(quote(2, { inquiryId: quote(1).inquiryId }));
    expect(ledger.arm(arming(2))).toEqual({ ok: false, error: { code: 'inquiry-used' } });
  });

  it('names a reference and a token that stand on no other payment', () => {
    const { ledger } = inState('unknown');
    const token = '12345678901234567890';
    ledger.settle(byHand({ ...paidByHand, token }));
    const asked = { payment: quoteId(2), biller: 'teleanjar', reference: '', token: '' };
    expect(ledger.standsElsewhere({ ...asked, reference: 'VSI-HAND' })).toBe(true);
    expect(ledger.standsElsewhere({ ...asked, token })).toBe(true);
    expect(ledger.standsElsewhere({ ...asked, reference: 'VSI-OTHER' })).toBe(false);
    expect(ledger.standsElsewhere({ ...asked, biller: 'iak', reference: 'VSI-HAND' })).toBe(false);
    expect(ledger.standsElsewhere({ ...asked, payment: quoteId(1), reference: 'VSI-HAND', token })).toBe(
      false,
    );
    expect(ledger.standsElsewhere(asked)).toBe(false);
  });
});

describe('an answer to what the owner decided', () => {
  const answers: readonly (readonly [string, PaymentOutcome, 'reply' | 'status'])[] = [
    ['a late reply', paid, 'reply'],
    ['a status answer', paid, 'status'],
    ['a late refusal', rejected, 'reply'],
    ['a status answer that it failed', rejected, 'status'],
  ];
  const of = (outcome: PaymentOutcome, by: 'reply' | 'status'): Settlement =>
    settlement(1, outcome, {
      by,
      actor: by === 'reply' ? 'counter' : 'checker',
      at: instant(start + minutes(70)),
      job: job(5, quoteId(1)),
    });

  it.each(answers)(
    'that agrees (%s) certifies it, by its own words and with its own receipt',
    (_what, outcome, by) => {
      const { ledger } = inState(outcome.kind === 'paid' ? 'paid-by-hand' : 'rejected-by-hand');
      expect(ledger.settle(of(outcome, by))).toEqual({ ok: true, value: outcome.kind });
      expect(ledger.payment(quoteId(1))).toMatchObject({ outcome, settledAt: start + minutes(70) });
      expect(ledger.countOpen()).toBe(0);
      expect(ledger.printJobs.find(jobId(5))?.state).toBe('queued');
    },
  );

  it.each(answers)(
    'that contradicts (%s) opens it again, as contradicted, and prints nothing',
    (_what, outcome, by) => {
      const { file, ledger } = inState(outcome.kind === 'paid' ? 'rejected-by-hand' : 'paid-by-hand');
      expect(ledger.settle(of(outcome, by))).toEqual({ ok: true, value: 'unknown' });
      expect(ledger.payment(quoteId(1))).toMatchObject({
        state: 'unknown',
        outcome: { kind: 'unknown', reason: 'contradicted' },
        settledAt: null,
      });
      expect(ledger.countOpen()).toBe(1);
      expect(ledger.printJobs.find(jobId(5))).toBeUndefined();
      // What it said stands in the history.
      expect(ledger.events(quoteId(1)).at(-1)?.evidence).toBe(JSON.stringify(outcome));
      expect(alterationIn(file)).toBeUndefined();
    },
  );

  it('that contradicts opens it beside another payment of the customer that was begun meanwhile', () => {
    const { file, ledger, reopen } = inState('rejected-by-hand');
    ledger.addQuote(quote(2, { customer: quote(1).customer }));
    const confirmed = [`rejected-by-hand-lately:${quoteId(1)}`];
    expect(ledger.arm(arming(2, { confirmed })).ok).toBe(true);
    expect(ledger.settle(of(paid, 'reply'))).toEqual({ ok: true, value: 'unknown' });
    expect(ledger.openPayments().map((each) => each.quote.id)).toEqual([quoteId(1), quoteId(2)]);
    // Neither is forgotten, and no third one is begun, while one of them is open.
    for (const n of [3, 4]) ledger.addQuote(quote(n, { customer: quote(1).customer }));
    expect(ledger.arm(arming(3))).toEqual({ ok: false, error: { code: 'payment-open' } });
    ledger.settle(settlement(2, rejected));
    expect(ledger.arm(arming(3))).toEqual({ ok: false, error: { code: 'payment-open' } });
    const after = reopen();
    expect(after.settle(of(paid, 'status')).ok).toBe(true);
    expect(alterationIn(file)).toBeUndefined();
    expect(after.arm(arming(4))).toMatchObject({ ok: false, error: { code: 'confirm-again' } });
  });

  it('that contradicts can be decided again, and contradicted again', () => {
    const { ledger } = inState('paid-by-hand');
    for (let round = 0; round < 3; round += 1) {
      expect(ledger.settle(of(rejected, 'status'))).toEqual({ ok: true, value: 'unknown' });
      decide(ledger, 1, 'paid-by-hand');
    }
    expect(ledger.settle(of(paid, 'status'))).toEqual({ ok: true, value: 'paid' });
  });
});

describe('what an event rests on', () => {
  it('is digested: the quote, the payment as sent, the reply, the newest status answer; by hand nothing is', () => {
    const { file, ledger } = inState('unknown');
    ledger.recordStatus(quoteId(1), { request: 'one', reply: reply('in process') }, start);
    ledger.recordStatus(quoteId(1), { request: 'two', reply: reply('failed') }, start);
    ledger.settle(byHand(paidByHand));
    ledger.settle(settlement(1, rejected, { by: 'status', actor: 'checker' }));
    ledger.recordReply(quoteId(1), reply('it was paid'), start);
    ledger.settle(settlement(1, paid));
    const digests = (
      rawConnection(file).prepare('SELECT event, digest FROM event ORDER BY seq').all() as {
        event: string;
        digest: string | null;
      }[]
    ).map(({ event, digest }) => [event, digest]);
    expect(digests).toEqual([
      ['quote', sha256(JSON.stringify(quote(1)))],
      ['arm', expect.stringMatching(/^[0-9a-f]{64}$/)],
      ['outcome-unknown', null],
      ['hand-paid', null],
      ['status-rejected', sha256('failed')],
      ['reply-paid', sha256('it was paid')],
    ]);
  });
});
