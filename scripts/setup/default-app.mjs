import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { contentHash } from './content-hash.mjs';

const source = path.join(import.meta.dirname, 'default-app');

/**
 * Puts our default app into a runtime that has none, and renews it where ours has changed since.
 * @param {string} dist the runtime's folder
 */
export async function putDefaultApp(dist) {
  const resources = path.join(dist, 'resources');
  const stamp = path.join(dist, 'loket-default-app');
  const wanted = contentHash(source, ['package.json', 'main.mjs']);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  // After the install only: before it there is no node_modules.
  const asar = /** @type {typeof import('@electron/asar')} */ (
    createRequire(import.meta.url)('@electron/asar')
  );
  const draft = path.join(resources, `default_app.${process.pid}.draft`);
  fs.mkdirSync(resources, { recursive: true });
  await asar.createPackage(source, draft);
  fs.renameSync(draft, path.join(resources, 'default_app.asar'));
  fs.writeFileSync(stamp, wanted);
}
