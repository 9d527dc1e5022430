import type { LoketBridge } from '../../shared/contract/contract.ts';
import { answersTo, type PaperAnswer } from '../../shared/contract/printing.ts';
import type { PrintJobId } from '../../shared/ids.ts';
import type { CounterTools } from './counter-tools.ts';
import { paperInView } from './counter-view.ts';

interface PaperPorts extends Pick<CounterTools, 'change' | 'view'> {
  readonly bridge: Pick<LoketBridge, 'waitingPapers' | 'answerPaper'>;
}

/** The papers that a person must see to, as the window follows them. */
export interface WaitingPapers {
  /** Asks main which they are. */
  readonly fetch: () => Promise<void>;
  readonly choose: (job: PrintJobId) => void;
  /** Gives the one of `answers` that the paper in view takes. One at a time; then no paper is looked at. */
  readonly answer: (answers: readonly PaperAnswer[]) => Promise<void>;
}

export function createWaitingPapers({ bridge, view, change }: PaperPorts): WaitingPapers {
  /** Counted, so that an older list that comes later is dropped. */
  let asked = 0;

  async function fetch(): Promise<void> {
    asked += 1;
    const ask = asked;
    const result = await bridge.waitingPapers();
    if (result.ok && ask === asked) change((before) => ({ ...before, papers: result.value }));
  }

  async function answer(answers: readonly PaperAnswer[]): Promise<void> {
    const before = view();
    const paper = paperInView(before);
    const given = paper === null ? undefined : answersTo[paper.state].find((each) => answers.includes(each));
    const isUnderWay = before.paperAnswer !== null && before.paperAnswer.problem === null;
    if (before.place !== 'printers' || paper === null || given === undefined || isUnderWay) return;
    const { job } = paper;
    change((current) => ({ ...current, paperAnswer: { job, problem: null }, paperAnswered: null }));
    const result = await bridge
      .answerPaper({ job, answer: given })
      .catch(() => ({ ok: false, error: { code: 'ledger-not-written' } }) as const);
    change((current) =>
      result.ok
        ? {
            ...current,
            paperAnswer: null,
            paperAnswered: { paper, answer: given },
            papers: current.papers?.filter((each) => each.job !== job) ?? null,
          }
        : { ...current, paperAnswer: { job, problem: result.error.code } },
    );
    await fetch();
  }

  return {
    fetch,
    // A refusal is told beside the paper that it was about.
    choose: (job) =>
      change((before) => ({
        ...before,
        chosenPaper: job,
        paperAnswer: before.paperAnswer?.problem === null ? before.paperAnswer : null,
      })),
    answer,
  };
}
