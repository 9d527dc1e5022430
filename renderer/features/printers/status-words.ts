import type { PrinterStatus } from '../../../shared/contract/counter-state.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';

/** How one printer is, in a sentence or two. */
export function statusWords({ isScreen, status, problem }: PrinterStatus, m: Messages): string {
  if (problem !== null) return `${m.printerProblems[problem].what} ${m.printerProblems[problem].mend}`;
  return isScreen && status !== 'attention' ? m.papers.onScreen : m.papers.states[status];
}
