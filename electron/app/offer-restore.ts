import type { BackupPreview } from '../../shared/contract/backups.ts';
import { restoreOfferWords, startupWords, type StartupProblem } from '../../shared/i18n/startup.ts';
import type { Language } from '../../shared/settings.ts';
import type { LedgerKeeper } from '../ledger/ledger.ts';

/** A question that is put instead of the counter. */
export interface RestoreQuestion {
  readonly title: string;
  readonly body: string;
  /** The answer that changes nothing, and the one that restores. */
  readonly close: string;
  readonly restore: string;
}

export interface OfferRestoreParts {
  readonly keeper: Pick<LedgerKeeper, 'preview' | 'stage'>;
  /** The file of the newest backup of the ledger that does not open, where there is one. */
  readonly newestBackup: string | undefined;
  /** Whether somebody wants it. */
  readonly ask: (question: RestoreQuestion) => Promise<boolean>;
  readonly language: Language;
}

/**
 * A ledger that does not open can be replaced by the newest backup of it, if somebody wants that: what it held since is
 * then a gap that the owner must put in order. Answers whether a backup was made ready for the next start.
 */
export async function offerRestore(
  problem: StartupProblem,
  { keeper, newestBackup: file, ask, language }: OfferRestoreParts,
): Promise<boolean> {
  if (file === undefined || !isMendedByRestore(problem.code)) return false;
  // Only a backup that was read whole is offered.
  const preview = await keeper.preview(file);
  if (!preview.ok || !(await ask(questionOf(problem, preview.value, language)))) return false;
  const staged = await keeper.stage(file);
  return staged.ok;
}

/** The faults of a ledger's own; a full disk or another program is mended otherwise. */
const isMendedByRestore = (code: StartupProblem['code']): boolean =>
  ['ledger-lost', 'corrupt', 'altered', 'unreadable', 'not-a-ledger'].includes(code);

function questionOf(problem: StartupProblem, preview: BackupPreview, language: Language): RestoreQuestion {
  const { title, body } = startupWords(problem, language);
  const { words, close, restore } = restoreOfferWords(preview, language);
  return { title, body: `${body}\n\n${words}`, close, restore };
}
