import type { TrailEntry } from '../../../shared/contract/history.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';

/** One thing that happened, in plain words: what, by whom, and what was said of it. */
export interface TrailWords {
  readonly what: string;
  readonly who: string;
  /** Empty where there is nothing more to say. */
  readonly note: string;
}

/** `m`: the texts as they speak of the payment's own biller. */
export function trailWords(entry: TrailEntry, m: Messages): TrailWords {
  const { events, actors } = m.history;
  const person = entry.person ?? '';
  switch (entry.of) {
    case 'payment':
      return {
        what: events.payment[entry.event],
        who: person === '' ? actors[entry.actor] : person,
        note: entry.note ?? '',
      };
    case 'paper':
      return {
        what: events.paper[entry.event](m.papers.kinds[entry.kind]),
        who: person === '' ? actors[entry.actor] : person,
        note: entry.problem === null ? '' : m.printerProblems[entry.problem].what,
      };
    case 'drawer':
      return {
        what: events.drawer[entry.event],
        who: person === '' ? actors[entry.actor] : person,
        note: '',
      };
    case 'cash':
      return { what: events.cash[entry.event](formatRupiah(entry.amount)), who: person, note: '' };
  }
}
