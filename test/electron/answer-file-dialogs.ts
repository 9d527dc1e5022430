import type { ElectronApplication } from 'playwright';

/** The system's next questions for a file are answered so: nobody is there to click in them. */
export const answerFileDialogs = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
