import path from 'node:path';
import { projectRoot } from '../setup/project-root.mjs';

/**
 * The configuration as electron-builder reads it.
 * @returns {Promise<import('electron-builder').Configuration>}
 */
export async function readDistConfig() {
  // After the install only: before it there is no node_modules.
  const { getConfig } = await import('app-builder-lib/out/util/config/config.js');
  return getConfig(projectRoot, path.join(projectRoot, 'electron-builder.yml'), null);
}
