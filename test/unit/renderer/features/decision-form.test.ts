import { describe, expect, it } from 'vitest';
import {
  emptyDecision,
  readDecision,
  saysEnough,
  tokenGrouping,
  type DecisionForm,
} from '../../../../renderer/features/resolve/decision-form.ts';
import { requests } from '../../../../shared/contract/contract.ts';
import { quoteId } from '../samples.ts';

const grounds = { reason: 'biller-said', evidence: ' Bu Rini, 14.20, tiket 7781 ' } as const;
const paid: DecisionForm = { ...emptyDecision, ...grounds, verdict: 'paid', reference: ' VSI1234 ' };
const token = '67220840878184841314';

describe('the owner’s decision', () => {
  it('is nothing at first: everything has to be chosen', () => {
    expect(readDecision(emptyDecision, 'pln-postpaid')).toEqual({
      ok: false,
      error: ['verdict', 'reason', 'evidence'],
    });
  });

  it('is paid with a reference, and for a token with its 20 digits', () => {
    expect(readDecision({ ...paid, reference: ' ' }, 'pln-postpaid')).toEqual({
      ok: false,
      error: ['reference'],
    });
    expect(readDecision(paid, 'pln-prepaid')).toEqual({ ok: false, error: ['token'] });
    for (const wrong of [token.slice(1), `${token}1`])
      expect(readDecision({ ...paid, token: wrong }, 'pln-prepaid')).toEqual({ ok: false, error: ['token'] });
    expect(readDecision({ ...paid, token }, 'pln-prepaid')).toMatchObject({
      value: { verdict: { kind: 'paid', reference: 'VSI1234', token } },
    });
  });

  it('carries no token where none was bought', () => {
    expect(readDecision({ ...paid, token }, 'pln-postpaid')).toEqual({
      ok: true,
      value: {
        verdict: { kind: 'paid', reference: 'VSI1234' },
        reason: 'biller-said',
        evidence: 'Bu Rini, 14.20, tiket 7781',
      },
    });
  });

  it('is not paid without any reference, but never without grounds', () => {
    const rejected: DecisionForm = { ...emptyDecision, ...grounds, verdict: 'rejected' };
    expect(readDecision(rejected, 'pln-prepaid')).toMatchObject({ value: { verdict: { kind: 'rejected' } } });
    expect(readDecision({ ...rejected, evidence: ' ya ' }, 'pln-prepaid')).toEqual({
      ok: false,
      error: ['evidence'],
    });
    expect(saysEnough(' ya ')).toBe(false);
  });

  it('is what main accepts', () => {
    const read = readDecision({ ...paid, token }, 'pln-prepaid');
    const input = read.ok ? { payment: quoteId(1), ...read.value, pin: '1234' } : null;
    expect(requests.resolveByHand.input.safeParse(input).success).toBe(true);
  });
});

describe('a token while it is typed', () => {
  it('is grouped in fours, and a digit too many can be seen', () => {
    expect(tokenGrouping.group(tokenGrouping.clean('6722-0840 8781.8484 1314'))).toBe(
      '6722 0840 8781 8484 1314',
    );
    expect(tokenGrouping.clean(`${token}9`)).toHaveLength(21);
  });
});
