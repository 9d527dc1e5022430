import { describe, expect, it, vi } from 'vitest';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { WaitingPaper } from '../../../../shared/contract/printing.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Counter } from '../../../../renderer/store/counter.ts';
import { paperInView } from '../../../../renderer/store/counter-view.ts';
import { counterWith, never, settle } from './counter-driver.ts';
import { counterState, failedPaper, paidView, quoteId, uncertainPaper } from '../samples.ts';

const inView = (counter: Counter) => paperInView(counter.store.getState())?.job ?? null;
const jobs = (counter: Counter) => counter.store.getState().papers?.map(({ job }) => job);

/** A counter at the list of these papers, which main keeps. */
async function atPapers(papers: readonly WaitingPaper[], part: Partial<LoketBridge> = {}) {
  const kept = { papers };
  const answerPaper = vi.fn<LoketBridge['answerPaper']>(({ job }) => {
    kept.papers = kept.papers.filter((paper) => paper.job !== job);
    return Promise.resolve(ok(undefined));
  });
  const world = await counterWith({
    waitingPapers: () => Promise.resolve(ok([...kept.papers])),
    answerPaper,
    ...part,
  });
  world.counter.commands.open('printers');
  await settle();
  return { ...world, kept, answerPaper };
}

describe('the papers that wait', () => {
  it('are asked for when their list opens, and whenever main says that something changed', async () => {
    const waitingPapers = vi.fn(() => Promise.resolve(ok([failedPaper])));
    const { counter, push } = await counterWith({ waitingPapers });
    push({ ...counterState, revision: 2, ledgerRevision: 2, papersWaiting: 1 });
    await settle();
    expect(waitingPapers).not.toHaveBeenCalled();
    counter.commands.open('printers');
    await settle();
    expect(jobs(counter)).toEqual([failedPaper.job]);
    push({ ...counterState, revision: 3, ledgerRevision: 3, papersWaiting: 1 });
    push({ ...counterState, revision: 4, ledgerRevision: 3, papersWaiting: 0 });
    await settle();
    expect(waitingPapers).toHaveBeenCalledTimes(3);
  });

  it('give no answer while none is looked at', async () => {
    const { counter, answerPaper } = await atPapers([failedPaper, uncertainPaper]);
    expect(inView(counter)).toBeNull();
    counter.commands.answerPaper(['print', 'did-not-come-out']);
    await settle();
    expect(answerPaper).not.toHaveBeenCalled();
  });

  it('take the answer that fits what is known of them', async () => {
    const { counter, answerPaper } = await atPapers([failedPaper, uncertainPaper]);
    counter.commands.choosePaper(uncertainPaper.job);
    counter.commands.answerPaper(['print', 'did-not-come-out']);
    await settle();
    expect(answerPaper).toHaveBeenCalledWith({ job: uncertainPaper.job, answer: 'did-not-come-out' });
    counter.commands.choosePaper(failedPaper.job);
    counter.commands.answerPaper(['came-out']);
    await settle();
    expect(answerPaper).toHaveBeenCalledTimes(1);
    counter.commands.answerPaper(['print', 'did-not-come-out']);
    await settle();
    expect(answerPaper).toHaveBeenLastCalledWith({ job: failedPaper.job, answer: 'print' });
    expect(jobs(counter)).toEqual([]);
  });

  it('are answered once however often the key comes, and the next one is not answered with it', async () => {
    const { counter, answerPaper } = await atPapers([failedPaper, uncertainPaper]);
    counter.commands.choosePaper(failedPaper.job);
    for (let press = 0; press < 3; press += 1) counter.commands.answerPaper(['print', 'did-not-come-out']);
    await settle();
    counter.commands.answerPaper(['print', 'did-not-come-out']);
    await settle();
    expect(answerPaper).toHaveBeenCalledTimes(1);
    expect(inView(counter)).toBeNull();
    expect(counter.store.getState().paperAnswered).toEqual({ paper: failedPaper, answer: 'print' });
  });

  it('are not mistaken for one that came out by itself under the hand', async () => {
    const { counter, push, kept, answerPaper } = await atPapers([failedPaper, uncertainPaper]);
    counter.commands.choosePaper(failedPaper.job);
    kept.papers = [uncertainPaper];
    push({ ...counterState, revision: 2, ledgerRevision: 2, papersWaiting: 1 });
    await settle();
    counter.commands.answerPaper(['print', 'did-not-come-out']);
    await settle();
    expect(answerPaper).not.toHaveBeenCalled();
  });

  it('stay where an answer was not taken, and say why', async () => {
    const { counter } = await atPapers([failedPaper], {
      answerPaper: () => Promise.resolve(err({ code: 'ledger-not-written' })),
    });
    counter.commands.choosePaper(failedPaper.job);
    counter.commands.answerPaper(['leave']);
    await settle();
    expect(jobs(counter)).toEqual([failedPaper.job]);
    expect(counter.store.getState().paperAnswer).toEqual({
      job: failedPaper.job,
      problem: 'ledger-not-written',
    });
  });

  it('are answered nowhere but in their list', async () => {
    const { counter, answerPaper } = await atPapers([failedPaper]);
    counter.commands.choosePaper(failedPaper.job);
    counter.commands.close();
    counter.commands.answerPaper(['print']);
    await settle();
    expect(answerPaper).not.toHaveBeenCalled();
  });

  it('drop an older list that comes after a newer one', async () => {
    const answers: ((papers: readonly WaitingPaper[]) => void)[] = [];
    const { counter, push } = await counterWith({
      waitingPapers: () =>
        new Promise((resolve) => {
          answers.push((papers) => resolve(ok([...papers])));
        }),
    });
    counter.commands.open('printers');
    push({ ...counterState, revision: 2, ledgerRevision: 2 });
    answers[1]?.([]);
    answers[0]?.([failedPaper]);
    await settle();
    expect(jobs(counter)).toEqual([]);
  });
});

describe('the receipt that is shown and of which nobody knows', () => {
  const print = {
    job: uncertainPaper.job,
    state: 'uncertain',
    problem: 'stalled',
    copy: 0,
    waits: true,
    isOnScreen: false,
  } as const;
  const uncertain = { ...paidView, print };

  async function shown(part: Partial<LoketBridge>) {
    const world = await counterWith({ payment: () => Promise.resolve(ok(uncertain)), ...part });
    world.counter.commands.showPayment(quoteId(1));
    await settle();
    return world.counter;
  }
  const note = (counter: Counter) => counter.store.getState().note;

  it('came out when somebody says so', async () => {
    const answerPaper = vi.fn<LoketBridge['answerPaper']>(() => Promise.resolve(ok(undefined)));
    const counter = await shown({ answerPaper });
    counter.commands.cameOut();
    await settle();
    expect(answerPaper).toHaveBeenCalledWith({ job: print.job, answer: 'came-out' });
    expect(note(counter)).toEqual({ kind: 'came-out' });
  });

  it('is answered by printing it again, so that nobody is asked about it any more', async () => {
    const answerPaper = vi.fn<LoketBridge['answerPaper']>(() => Promise.resolve(ok(undefined)));
    const counter = await shown({ answerPaper });
    counter.commands.reprint();
    await settle();
    expect(answerPaper).toHaveBeenCalledWith({ job: print.job, answer: 'did-not-come-out' });
    expect(note(counter)).toEqual({ kind: 'reprinted' });
  });

  it('is printed again like any other where it does not wait any more', async () => {
    const reprint = vi.fn<LoketBridge['reprint']>(() => Promise.resolve(ok(paidView)));
    const counter = await shown({
      answerPaper: () => Promise.resolve(err({ code: 'no-such-paper' })),
      reprint,
    });
    counter.commands.reprint();
    await settle();
    expect(reprint).toHaveBeenCalledOnce();
    expect(note(counter)).toEqual({ kind: 'reprinted' });
  });

  it('is not said to have come out where main knows better by now', async () => {
    const answerPaper = vi.fn<LoketBridge['answerPaper']>(never);
    const counter = await shown({ answerPaper, payment: () => Promise.resolve(ok(paidView)) });
    counter.commands.cameOut();
    await settle();
    expect(answerPaper).not.toHaveBeenCalled();
  });

  it('is asked about by nobody once nobody wants it any more: then it is a copy like any other', async () => {
    const answerPaper = vi.fn<LoketBridge['answerPaper']>(never);
    const reprint = vi.fn<LoketBridge['reprint']>(() => Promise.resolve(ok(paidView)));
    const left = { ...paidView, print: { ...print, waits: false } };
    const counter = await shown({ answerPaper, reprint, payment: () => Promise.resolve(ok(left)) });
    counter.commands.cameOut();
    counter.commands.reprint();
    await settle();
    expect(answerPaper).not.toHaveBeenCalled();
    expect(reprint).toHaveBeenCalledOnce();
  });

  it('says why an answer was not taken', async () => {
    const counter = await shown({ answerPaper: () => Promise.resolve(err({ code: 'ledger-not-written' })) });
    counter.commands.cameOut();
    await settle();
    expect(note(counter)).toEqual({ kind: 'problem', code: 'ledger-not-written' });
  });

  it('is saved as PDF beside the picture', async () => {
    const counter = await shown({ savePdf: () => Promise.resolve(ok({ path: '/a.pdf' })) });
    counter.commands.savePdf();
    await settle();
    expect(note(counter)).toEqual({ kind: 'saved', as: 'pdf', path: '/a.pdf' });
  });
});

describe('the list of what is not certain', () => {
  it('is printed while it is in view, once at a time', async () => {
    const printOpenPayments = vi.fn<LoketBridge['printOpenPayments']>(() => Promise.resolve(ok(undefined)));
    const { counter } = await counterWith({ printOpenPayments });
    counter.commands.printList();
    await settle();
    expect(printOpenPayments).not.toHaveBeenCalled();
    counter.commands.open('unresolved');
    counter.commands.printList();
    counter.commands.printList();
    await settle();
    expect(printOpenPayments).toHaveBeenCalledOnce();
    expect(counter.store.getState().listPrint).toEqual({ step: 'printed' });
    counter.commands.open('unresolved');
    expect(counter.store.getState().listPrint).toBeNull();
  });
});
