import path from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

/** The system's own questions for files, over the window that has the focus. `null`: nothing was chosen. */
export interface SystemDialogs {
  /** Where a table or a document goes; `name` without its ending. */
  save(name: string, format: string): Promise<string | null>;
  openTable(): Promise<string | null>;
  saveArchive(name: string): Promise<string | null>;
  openArchive(): Promise<string | null>;
  openFolder(): Promise<string | null>;
}

/** What no system takes in the name of a file. */
const forbidden = /[\\/:*?"<>|]/g;

const archives: Electron.FileFilter = { name: 'Loket', extensions: ['age'] };

export const createFileDialogs = (): SystemDialogs => ({
  async save(name, format) {
    const file = await target(`${name.replaceAll(forbidden, '-')}.${format}`, {
      name: format.toUpperCase(),
      extensions: [format],
    });
    return file === null ? null : withEnding(file, format);
  },
  openTable: () =>
    source({
      filters: [
        { name: 'CSV, Excel', extensions: ['csv', 'xlsx', 'xls', 'txt'] },
        { name: '*', extensions: ['*'] },
      ],
      properties: ['openFile'],
    }),
  saveArchive: (name) => target(name, archives),
  openArchive: () => source({ filters: [archives], properties: ['openFile'] }),
  openFolder: () => source({ properties: ['openDirectory'] }),
});

/** Under which name a file is to be written; the system asks before one of that name is written over. */
async function target(name: string, filter: Electron.FileFilter): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    defaultPath: path.join(app.getPath('documents'), name),
    filters: [filter],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}

/** A file or a folder that is there. */
async function source(asked: Electron.OpenDialogOptions): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { defaultPath: app.getPath('documents'), ...asked };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** Linux leaves the ending away where somebody types a name of their own. */
const withEnding = (file: string, format: string): string =>
  path.extname(file) === '' ? `${file}.${format}` : file;
