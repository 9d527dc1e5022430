import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../../..');

/**
 * Bundles a program of the tests into one file that plain Node starts in a fraction of the time that reading the
 * sources takes. `folder` gets the packages beside it, since native code cannot be bundled.
 */
export async function bundle(entry: string, folder: string): Promise<string> {
  const name = path.basename(entry, '.ts');
  const packages = path.join(folder, 'node_modules');
  if (!fs.existsSync(packages)) fs.symlinkSync(path.join(root, 'node_modules'), packages);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { [name]: path.join(root, 'test/crash', entry) },
        external: ['@photostructure/sqlite'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
  return path.join(folder, `${name}.cjs`);
}
