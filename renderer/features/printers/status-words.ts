import type { PrinterStatus } from '../../../shared/contract/counter-state.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { isScreenId } from '../../store/receipt-printer.ts';

/** How one printer is, in a sentence or two. */
export function statusWords({ id, status, problem }: PrinterStatus, m: Messages): string {
  if (problem !== null) return `${m.printerProblems[problem].what} ${m.printerProblems[problem].mend}`;
  return isScreenId(id) && status !== 'attention' ? m.papers.onScreen : m.papers.states[status];
}
