import { describe, expect, it, vi } from 'vitest';
import type { Gap } from '../../../../shared/contract/backups.ts';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { PaymentSummary, PaymentView } from '../../../../shared/contract/payment-view.ts';
import { printerProfiles } from '../../../../shared/printing/printer-profile.ts';
import { err, ok } from '../../../../shared/result.ts';
import { instant } from '../../../../shared/time.ts';
import type { Decision } from '../../../../renderer/store/uncertain-payments.ts';
import {
  bill303500,
  counterState,
  jobId,
  noEvidence,
  noon,
  paidByHandView,
  paidView,
  quoteId,
  rejectedByHandView,
  unknownSummary,
  unknownView,
} from '../samples.ts';
import { counterWith, settle, toBill, unexpected } from './counter-driver.ts';

const gap: Gap = { id: 3, from: instant(noon - 86_400_000), until: noon };
const other: PaymentSummary = { ...unknownSummary, id: quoteId(99), name: 'ANI' };
const decision: Decision = {
  verdict: { kind: 'paid', reference: 'VSI1234' },
  reason: 'biller-said',
  evidence: 'Bu Rini, tiket 7781',
};

/** A counter that starts on a ledger with something open in it. */
async function startedWith(
  { open = [unknownSummary], gaps = [] }: { open?: PaymentSummary[]; gaps?: Gap[] },
  part: Partial<LoketBridge> = {},
) {
  const lists = { open, gaps };
  const main = { ...counterState, unresolved: open.length, gaps: gaps.length };
  const all = await counterWith({
    counterState: () => Promise.resolve(ok(main)),
    openPayments: () => Promise.resolve(ok(lists.open)),
    gaps: () => Promise.resolve(ok(lists.gaps)),
    payment: ({ payment }) => Promise.resolve(ok({ ...unknownView, quote: { ...bill303500, id: payment } })),
    ...part,
  });
  await settle();
  return { ...all, lists, main };
}

describe('the list of what is not certain', () => {
  it('opens by itself at the start where a payment is open, and looks at the first', async () => {
    const { counter } = await startedWith({ open: [unknownSummary, other] });
    expect(counter.store.getState()).toMatchObject({
      place: 'unresolved',
      chosen: { quote: { id: unknownSummary.id } },
      chosenGap: null,
    });
  });

  it('opens for a gap of the records too, and looks at that first', async () => {
    const { counter } = await startedWith({ gaps: [gap] });
    expect(counter.store.getState()).toMatchObject({ place: 'unresolved', chosen: null, chosenGap: gap.id });
  });

  it('does not open where nothing is open, nor a second time by itself', async () => {
    const quiet = await counterWith({});
    expect(quiet.counter.store.getState().place).toBeNull();
    const { counter, push, main } = await startedWith({});
    counter.commands.close();
    push({ ...main, revision: 9, ledgerRevision: 2, unresolved: 2 });
    await settle();
    expect(counter.store.getState().place).toBeNull();
  });

  it('asks main for no gaps where there are none', async () => {
    const gaps = vi.fn(unexpected);
    await startedWith({}, { gaps });
    expect(gaps).not.toHaveBeenCalled();
  });

  it('fetches the evidence of the one that is looked at, and keeps no late answer about another', async () => {
    const answers: (() => void)[] = [];
    const evidence = vi.fn<LoketBridge['evidence']>(
      () => new Promise((resolve) => answers.push(() => resolve(ok(noEvidence)))),
    );
    const { counter } = await startedWith({ open: [unknownSummary, other] }, { evidence });
    counter.commands.chooseOpen(other.id);
    await settle();
    for (const answer of answers.toReversed()) answer();
    await settle();
    expect(evidence.mock.calls.map(([input]) => input.payment)).toEqual([unknownSummary.id, other.id]);
    expect(counter.store.getState().evidence?.payment).toBe(other.id);
  });

  it('shows the payment that is looked at in it at the counter', async () => {
    const { counter } = await startedWith({});
    counter.commands.showChosen();
    await settle();
    expect(counter.store.getState()).toMatchObject({
      place: null,
      shown: { payment: { quote: { id: unknownSummary.id } } },
    });
  });
});

describe('asking for the number anew', () => {
  it('shows what was found, once at a time', async () => {
    const found = { ...noEvidence, looks: [{ at: noon, finding: { kind: 'amounts' } }] } as const;
    const lookAgain = vi.fn(() => Promise.resolve(ok(found)));
    const { counter } = await startedWith({}, { lookAgain });
    for (let press = 0; press < 3; press += 1) counter.commands.look();
    expect(counter.store.getState().look).toEqual({ payment: unknownSummary.id, problem: null });
    await settle();
    expect(lookAgain).toHaveBeenCalledExactlyOnceWith({ payment: unknownSummary.id });
    expect(counter.store.getState()).toMatchObject({ look: null, evidence: { evidence: found } });
  });

  it('says what stood in its way', async () => {
    const { counter } = await startedWith({}, { lookAgain: () => Promise.resolve(err({ code: 'busy' })) });
    counter.commands.look();
    await settle();
    expect(counter.store.getState().look).toEqual({ payment: unknownSummary.id, problem: 'busy' });
  });

  it('is not done where the biller of that payment cannot be asked, or nothing is looked at', async () => {
    const lookAgain = vi.fn(unexpected);
    const { counter } = await startedWith(
      {},
      { lookAgain, evidence: () => Promise.resolve(ok({ ...noEvidence, canLook: false })) },
    );
    counter.commands.look();
    counter.commands.close();
    counter.commands.look();
    await settle();
    expect(lookAgain).not.toHaveBeenCalled();
  });
});

describe('the slip for the customer', () => {
  const interim = {
    job: jobId(8),
    state: 'queued',
    problem: null,
    copy: 0,
    waits: false,
    isOnScreen: false,
  } as const;

  it('is printed for the payment in view, whose paper is then at the right', async () => {
    const printInterim = vi.fn(() => Promise.resolve(ok({ ...unknownView, interim })));
    const paper = vi.fn(() =>
      Promise.resolve(ok({ bytes: new Uint8Array(), paper: printerProfiles['58mm'] } as const)),
    );
    const { counter } = await counterWith({
      pay: () => Promise.resolve(ok(unknownView)),
      printInterim,
      paper,
    });
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    counter.commands.printInterim();
    await settle();
    expect(printInterim).toHaveBeenCalledExactlyOnceWith({ payment: unknownView.quote.id });
    expect(paper).toHaveBeenCalledExactlyOnceWith({ job: interim.job });
    expect(counter.store.getState().shown?.paper?.job).toBe(interim.job);
  });

  it('is not printed for a payment that is certain', async () => {
    const printInterim = vi.fn(unexpected);
    const { counter } = await counterWith({ printInterim });
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    counter.commands.printInterim();
    expect(printInterim).not.toHaveBeenCalled();
  });

  it('says where it could not be printed', async () => {
    const { counter } = await startedWith(
      {},
      { printInterim: () => Promise.resolve(err({ code: 'ledger-not-written' })) },
    );
    counter.commands.printInterim();
    await settle();
    expect(counter.store.getState().interim).toEqual({
      payment: unknownSummary.id,
      problem: 'ledger-not-written',
    });
  });
});

describe('a decision by the owner', () => {
  async function deciding(decided: PaymentView, part: Partial<LoketBridge> = {}) {
    const resolveByHand = vi.fn(() => Promise.resolve(ok(decided)));
    const all = await startedWith({}, { resolveByHand, ...part });
    all.counter.commands.decide();
    return { ...all, resolveByHand };
  }

  it('is asked for about the payment that is looked at, and Esc leads back to the list', async () => {
    const { counter } = await deciding(paidByHandView);
    expect(counter.store.getState().place).toBe('resolve');
    counter.commands.close();
    expect(counter.store.getState().place).toBe('unresolved');
  });

  it('goes to main with its grounds, and comes back to a list without it', async () => {
    const { counter, resolveByHand, lists } = await deciding(paidByHandView);
    lists.open = [];
    expect(await counter.commands.resolveByHand(decision, '1234')).toBeNull();
    expect(resolveByHand).toHaveBeenCalledExactlyOnceWith({
      payment: unknownSummary.id,
      ...decision,
      pin: '1234',
    });
    await settle();
    expect(counter.store.getState()).toMatchObject({
      place: 'unresolved',
      open: [],
      chosen: null,
      decided: { state: 'paid-by-hand' },
      shown: { payment: { state: 'paid-by-hand' } },
    });
  });

  it('is not told a second time as a payment that was settled late', async () => {
    const { counter, push, main, lists } = await deciding(rejectedByHandView, {
      payment: () => Promise.resolve(ok(rejectedByHandView)),
    });
    // The ledger's change is pushed before the request is answered.
    lists.open = [];
    push({ ...main, revision: 9, ledgerRevision: 2, unresolved: 0 });
    await settle();
    await counter.commands.resolveByHand({ ...decision, verdict: { kind: 'rejected' } }, '1234');
    await settle();
    expect(counter.store.getState().settledLate).toEqual([]);
  });

  it('changes the outcome on the screen and its sound', async () => {
    const { counter, tones } = await counterWith({
      pay: () => Promise.resolve(ok(unknownView)),
      openPayments: () => Promise.resolve(ok([unknownSummary])),
      payment: () => Promise.resolve(ok(unknownView)),
      resolveByHand: () => Promise.resolve(ok(paidByHandView)),
    });
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    counter.commands.open('unresolved');
    await settle();
    counter.commands.decide();
    await counter.commands.resolveByHand(decision, '1234');
    expect(counter.store.getState().sale).toMatchObject({
      finished: { payment: { state: 'paid-by-hand' } },
    });
    expect(tones).toEqual(['unknown', 'paid']);
  });

  it('stays open where it was not taken', async () => {
    const { counter } = await deciding(paidByHandView, {
      resolveByHand: () => Promise.resolve(err({ code: 'stands-elsewhere' })),
    });
    expect(await counter.commands.resolveByHand(decision, '1234')).toBe('stands-elsewhere');
    expect(counter.store.getState()).toMatchObject({ place: 'resolve', decided: null });
  });

  it('is offered only in the list, and only while nobody knows', async () => {
    const { counter } = await startedWith({}, { payment: () => Promise.resolve(ok(paidView)) });
    counter.commands.decide();
    expect(counter.store.getState().place).toBe('unresolved');
    counter.commands.close();
    counter.commands.decide();
    expect(counter.store.getState().place).toBeNull();
  });

  it('may be printed again as a receipt where it is paid', async () => {
    const reprint = vi.fn(() => Promise.resolve(ok(paidByHandView)));
    const { counter } = await counterWith({ reprint, payment: () => Promise.resolve(ok(paidByHandView)) });
    counter.commands.showPayment(unknownSummary.id);
    await settle();
    counter.commands.reprint();
    await settle();
    expect(reprint).toHaveBeenCalledOnce();
  });
});

describe('a gap of the records', () => {
  it('is closed with a note and the PIN, and the list goes on to what else is open', async () => {
    const closeGap = vi.fn(() => Promise.resolve(ok(undefined)));
    const { counter, lists } = await startedWith({ gaps: [gap] }, { closeGap });
    counter.commands.decide();
    expect(counter.store.getState().place).toBe('close-gap');
    lists.gaps = [];
    expect(await counter.commands.closeGap('cocok dengan daftar', '1234')).toBeNull();
    expect(closeGap).toHaveBeenCalledExactlyOnceWith({ gap: 3, note: 'cocok dengan daftar', pin: '1234' });
    await settle();
    expect(counter.store.getState()).toMatchObject({
      place: 'unresolved',
      gaps: [],
      chosenGap: null,
      chosen: { quote: { id: unknownSummary.id } },
    });
  });

  it('leaves the keys of a payment without effect while it is looked at', async () => {
    const part = { checkPayment: vi.fn(unexpected), printInterim: vi.fn(unexpected) };
    const { counter } = await startedWith({ gaps: [gap] }, part);
    counter.commands.check();
    counter.commands.printInterim();
    counter.commands.look();
    expect(part.checkPayment).not.toHaveBeenCalled();
    expect(part.printInterim).not.toHaveBeenCalled();
  });

  it('is left for a payment that is chosen, and come back to', async () => {
    const { counter } = await startedWith({ gaps: [gap] });
    counter.commands.chooseOpen(unknownSummary.id);
    await settle();
    expect(counter.store.getState()).toMatchObject({ chosenGap: null, chosen: { state: 'unknown' } });
    counter.commands.chooseGap(gap.id);
    expect(counter.store.getState()).toMatchObject({ chosenGap: gap.id, chosen: null });
  });
});

describe('an outcome that could not be written down', () => {
  const unsaved: PaymentView = { ...paidView, isSaved: false };

  async function unsavedOutcome(part: Partial<LoketBridge> = {}) {
    const all = await counterWith({ pay: () => Promise.resolve(ok(unsaved)), ...part });
    await toBill(all.counter);
    all.counter.commands.typeCash('350000');
    all.counter.commands.pay({ by: 'pointer' });
    await settle();
    all.clock.now = 60_000;
    return all;
  }

  it('leaves the screen by nothing but the word that it was noted down', async () => {
    const inquire = vi.fn<LoketBridge['inquire']>(() =>
      Promise.resolve(ok({ kind: 'quote', quote: bill303500 })),
    );
    const { counter } = await unsavedOutcome({ inquire });
    const { commands, store } = counter;
    commands.stepBack();
    commands.typeNumber('530000000002');
    commands.ask();
    commands.stepBack();
    commands.stepBack();
    commands.chooseProduct('telkom-pstn');
    await settle();
    expect(store.getState().sale).toMatchObject({ step: 'done', finished: { payment: unsaved } });
    expect(inquire).toHaveBeenCalledOnce();
    commands.noted();
    expect(store.getState().sale.step).toBe('number');
  });

  it('is the only one that wants a word', async () => {
    const { counter } = await counterWith({});
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    counter.commands.noted();
    expect(counter.store.getState().sale.step).toBe('done');
  });
});
