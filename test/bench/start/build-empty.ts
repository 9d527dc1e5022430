import fs from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { createBuilder } from 'vite';

const source = path.join(import.meta.dirname, 'empty');

/** Builds the program with an empty page into `folder`, by the same bundler and for the same targets as the counter. */
export async function buildEmpty(folder: string): Promise<void> {
  const builder = await createBuilder({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    builder: {},
    environments: {
      client: {
        build: {
          outDir: path.join(folder, 'page'),
          emptyOutDir: true,
          target: 'chrome130',
          modulePreload: { polyfill: false },
          rolldownOptions: { input: ['index.html', 'bare.html'].map((page) => path.join(source, page)) },
        },
      },
      main: {
        consumer: 'server',
        resolve: { noExternal: true, external: ['electron'] },
        build: {
          outDir: folder,
          emptyOutDir: false,
          ssr: true,
          target: 'node20',
          minify: false,
          rolldownOptions: {
            input: { main: path.join(source, 'main.ts') },
            external: ['electron'],
            output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
          },
        },
      },
    },
  });
  await builder.buildApp();
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'loket-bench-empty', version: '0.0.0', main: 'main.cjs' }),
  );
}
