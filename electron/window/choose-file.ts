import { BrowserWindow, dialog, type FileFilter } from 'electron';

/** Lets somebody say under which name a file is to be written; the system asks before one of that name is written over. */
export async function chooseTarget(
  defaultPath: string,
  filters: readonly FileFilter[],
): Promise<string | undefined> {
  const options = { defaultPath, filters: [...filters] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? undefined : filePath;
}

/** Lets somebody choose a file that is there. */
export async function chooseFile(filters: readonly FileFilter[]): Promise<string | undefined> {
  const options = { properties: ['openFile' as const], filters: [...filters] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? undefined : filePaths[0];
}
