import type { Halt } from '../../../shared/contract/basket.ts';
import type { Lot, LotLine, LotObstacle, LotSums } from '../../../shared/contract/lots.ts';
import type { Advice } from '../../../shared/i18n/advice.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { isPaidFrom, linesToAsk, type LotsNote } from '../../store/lots.ts';
import type { GroupNote } from '../../store/group-editor.ts';
import { spanWords } from '../../ui/span.ts';
import { doubtWords, type Telling } from '../confirm-again/doubt-words.ts';
import { adviceFor } from '../outcome/refusal-words.ts';

/** What is to be done with a lot at rest. */
export type LotRest = 'fresh' | 'ready' | 'done' | 'nothing' | 'closed';

export function restOf(lot: Pick<Lot, 'stage' | 'lines' | 'sums'>): LotRest {
  if (lot.stage === 'closed') return 'closed';
  if (lot.sums.chosen.count > 0) return 'ready';
  const isFresh = lot.lines.every(
    ({ payment, obstacles }) => payment === null && obstacles.some(({ code }) => code === 'not-asked'),
  );
  if (isFresh) return 'fresh';
  return isPaidFrom(lot) ? 'done' : 'nothing';
}

/** How a lot at rest stands, in a sentence. */
export function restWords(lot: Lot, m: Messages): string {
  const rest = restOf(lot);
  switch (rest) {
    case 'closed':
      return '';
    case 'ready': {
      const of = (state: LotLine['state']) => lot.lines.filter((line) => line.state === state).length;
      return m.lots.ready(of('billed') + of('not-sent'), of('no-bill'), of('failed'));
    }
    case 'done':
      return linesToAsk(lot.lines).some(({ state }) => state !== 'no-bill') ? m.lots.nothing : m.lots.done;
    case 'fresh':
    case 'nothing':
      return m.lots[rest];
  }
}

/** What happened where a lot has stopped, what about the money, and what comes next. */
export function haltWords(halt: Halt, hasPaid: boolean, m: Messages): Advice {
  const words = m.lots;
  if (halt.because === 'stopped' && !hasPaid) return words.stoppedAsking;
  if (halt.because === 'restarted' && !hasPaid) return words.restartedAsking;
  const general = words.halts[halt.because];
  if (halt.problem === null) return general;
  const { what, next } = m.problems[halt.problem];
  return halt.because === 'hindered'
    ? { ...general, what, next }
    : { ...general, next: `${what} ${general.next}` };
}

/** Where a line stands, in a few words beside it. */
export function stateWords(line: LotLine, m: Messages): string {
  const { obstacles, payment, state, isChosen } = line;
  if (payment !== null || state === 'sent' || state === 'asking') return m.lots.states[state];
  const [first] = obstacles;
  // What is in the way matters more than that there is a bill.
  if (first !== undefined && !isChosen) return obstacleWords(first, m);
  return state === 'not-sent' || isChosen ? m.lots.states[state] : m.lots.leftOut;
}

function obstacleWords(obstacle: LotObstacle, m: Messages): string {
  const words = m.lots.obstacles;
  return obstacle.code === 'duplicate' ? words.duplicate(obstacle.of) : words[obstacle.code];
}

/** Everything that there is to know of why a line is left out: a sentence each. */
export function whyWords(line: LotLine, telling: Telling, language: Telling['language']): readonly string[] {
  const { m } = telling;
  const { problem } = line;
  const told =
    problem === null || line.payment !== null
      ? []
      : [
          [
            adviceFor(problem, language, m).what,
            problem.billerText === undefined ? '' : `“${problem.billerText}”`,
          ]
            .filter((part) => part !== '')
            .join(' '),
        ];
  const obstacles = line.obstacles
    // What the biller said of it says more.
    .filter(({ code }) => problem === null || (code !== 'no-bill' && code !== 'failed'))
    .map((obstacle) =>
      obstacle.code === 'doubt'
        ? doubtWords(obstacle.doubt, line.product, telling)
        : `${capital(obstacleWords(obstacle, m))}.`,
    );
  return [...told, ...obstacles];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** How long the rest of a run will take; empty where nobody knows. */
export function leftWords(ms: number | null, m: Messages): string {
  if (ms === null) return '';
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90
    ? m.lots.left.seconds(seconds < 10 ? seconds : Math.round(seconds / 5) * 5)
    : m.lots.left.span(spanWords(ms, m));
}

type SumName = keyof Messages['lots']['sums'];

/** The sums of a collector that are worth a line: before anything is paid what there is, afterwards what became of it. */
export function shownSums(
  sums: LotSums,
  hasPaid: boolean,
): readonly (LotSums['billed'] & { readonly name: SumName })[] {
  const names: readonly SumName[] = hasPaid
    ? ['paid', 'refused', 'unknown', 'notSent', 'chosen']
    : ['billed', 'chosen'];
  return names
    .filter((name) => name === 'paid' || name === 'billed' || sums[name].count > 0)
    .map((name) => ({ name, ...sums[name] }));
}

/** What came of the last thing that was done, and whether it went wrong. */
export function lotsNoteWords(
  note: LotsNote,
  m: Messages,
): { readonly words: string; readonly isTrouble: boolean } {
  const words = m.lots;
  const good = (text: string) => ({ words: text, isTrouble: false });
  const bad = (text: string) => ({ words: text, isTrouble: true });
  switch (note.kind) {
    case 'recap-printed':
      return good(words.recapPrinted);
    case 'removed':
      return good(words.removed);
    case 'closed':
      return good(words.closed);
    case 'receipts':
      return good(words.receiptsPrinted(note.count));
    case 'exported':
      return good(words.exported(note.path));
    case 'faulty':
      return bad(words.faulty);
    case 'lot-problem':
      return bad(words.problems[note.code]);
    case 'group-problem':
      return bad(words.groupProblems[note.code]);
    case 'table-problem':
      return { words: tableProblemWords(note.code, m), isTrouble: note.code !== 'cancelled' };
    case 'receipt-problem':
      return bad(m.receiptProblems[note.code]);
  }
}

export function groupNoteWords(
  note: GroupNote,
  m: Messages,
): { readonly words: string; readonly isTrouble: boolean } {
  const words = m.lots.group;
  switch (note.kind) {
    case 'saved':
      return { words: words.saved, isTrouble: false };
    case 'exported':
      return { words: words.exported(note.path), isTrouble: false };
    case 'name-missing':
      return { words: words.nameMissing, isTrouble: true };
    case 'unsaved':
      return { words: words.unsaved, isTrouble: true };
    case 'full':
      return { words: words.full, isTrouble: true };
    case 'problem':
      return { words: tableProblemWords(note.code, m), isTrouble: note.code !== 'cancelled' };
  }
}

type TableCode = Extract<GroupNote, { kind: 'problem' }>['code'];

function tableProblemWords(code: TableCode, m: Messages): string {
  const { tableProblems, groupProblems } = m.lots;
  return code in groupProblems
    ? groupProblems[code as keyof typeof groupProblems]
    : tableProblems[code as keyof typeof tableProblems];
}
