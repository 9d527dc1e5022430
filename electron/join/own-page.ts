import fs from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

/** The window's page: this version's, by the markup that names its scripts by what is in them. @throws where it was not built. */
export const ownPage = (): string =>
  [app.getVersion(), fs.readFileSync(path.join(app.getAppPath(), 'out/renderer/index.html'), 'utf8')].join(
    '\n',
  );
