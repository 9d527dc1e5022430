import { app, dialog } from 'electron';
import { provisionWords, startupWords, type StartupProblem } from '../../shared/i18n/startup.ts';
import type { FaultInFile } from '../../shared/provision-fault.ts';
import type { Language } from '../../shared/settings.ts';
import type { RestoreQuestion } from '../app/offer-restore.ts';

/** Says why the program cannot begin, and ends it. */
export function stopWith(problem: StartupProblem): void {
  // Before the settings are read, the system's language is the best guess there is.
  const { title, body } = startupWords(problem, app.getLocale().startsWith('en') ? 'en' : 'id');
  // Also where a technician's log of the system keeps it.
  process.stderr.write(`${title}\n${body}\n`);
  dialog.showErrorBox(title, body);
  app.exit(1);
}

/** The one question that is put instead of the counter. The answer that changes nothing has the focus, and Esc means it. */
export async function askToRestore({ title, body, close, restore }: RestoreQuestion): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title,
    message: title,
    detail: body,
    buttons: [close, restore],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/** The counter stands as it was set before; whoever brought the file must know that it was not taken. */
export function tellRefused({ code, where, file }: FaultInFile, language: Language): void {
  const { title, body } = provisionWords({ code, where, file }, language);
  void dialog.showMessageBox({ type: 'warning', title, message: title, detail: body });
}
