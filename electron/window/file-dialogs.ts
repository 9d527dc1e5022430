import path from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

/** The system's own questions for files, over the window that has the focus. `null`: nothing was chosen. */
export interface SystemDialogs {
  save(name: string, format: string): Promise<string | null>;
  openTable(): Promise<string | null>;
}

/** What no system takes in the name of a file. */
const forbidden = /[\\/:*?"<>|]/g;

export function createFileDialogs(): SystemDialogs {
  return {
    async save(name, format) {
      const options: Electron.SaveDialogOptions = {
        defaultPath: path.join(app.getPath('documents'), `${name.replaceAll(forbidden, '-')}.${format}`),
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      };
      const window = BrowserWindow.getFocusedWindow();
      const { canceled, filePath } = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      return canceled || filePath === '' ? null : withEnding(filePath, format);
    },

    async openTable() {
      const options: Electron.OpenDialogOptions = {
        defaultPath: app.getPath('documents'),
        filters: [
          { name: 'CSV, Excel', extensions: ['csv', 'xlsx', 'xls', 'txt'] },
          { name: '*', extensions: ['*'] },
        ],
        properties: ['openFile'],
      };
      const window = BrowserWindow.getFocusedWindow();
      const { canceled, filePaths } = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}

/** Linux leaves the ending away where somebody types a name of their own. */
const withEnding = (file: string, format: string): string =>
  path.extname(file) === '' ? `${file}.${format}` : file;
