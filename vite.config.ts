import fs from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { releaseKeysOf } from './scripts/release/public-keys.ts';

const at = (folder: string): string => path.resolve(import.meta.dirname, folder);

/** Loaded from node_modules at run time: native code, which no bundler may touch. */
const natives = ['@photostructure/sqlite', 'usb', 'serialport'];

/** Whose code was bundled, and under which words: npm run dist puts them into what is installed, and into its list of parts. */
const license = { fileName: 'licenses.json' };

/**
 * Main, its workers and the preloads: CommonJS, everything but Electron and native code bundled. Main alone is in pieces: what it
 * imports on first use is read from the disk only then.
 */
const electronSide = (name: string, external: string[], source = `electron/${name}.ts`) => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, external },
  build: {
    outDir: at(`out/${name}`),
    emptyOutDir: true,
    ssr: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    license,
    rolldownOptions: {
      input: { [name]: at(source) },
      external,
      output: {
        format: 'cjs' as const,
        entryFileNames: '[name].cjs',
        chunkFileNames: '[name].cjs',
        codeSplitting: name === 'main',
      },
    },
  },
});

/**
 * The keys whose updates this build takes: public ones, in the PEM file that `LOKET_RELEASE_KEYS` names when it is built. They
 * are packed beside main's code. Without, the program takes no updates.
 */
const releaseKeys = (): Plugin => ({
  name: 'loket-release-keys',
  generateBundle() {
    const file = process.env['LOKET_RELEASE_KEYS'];
    if (this.environment.name !== 'main' || file === undefined || file === '') return;
    const source = JSON.stringify(releaseKeysOf(fs.readFileSync(file, 'utf8')));
    this.emitFile({ type: 'asset', fileName: 'release-keys.json', source });
  },
});

/** Has the counter's font fetched with its scripts: the browser itself looks for it only when there are words to draw. */
const preloadFont = (): Plugin => ({
  name: 'loket-preload-font',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle, filename }) {
      if (bundle === undefined || path.basename(filename) !== 'index.html') return [];
      return Object.keys(bundle)
        .filter((file) => file.endsWith('.woff2'))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        }));
    },
  },
});

/** One configuration: `vite build --app` builds the renderer, main, its worker and preload. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react(), releaseKeys(), preloadFont()],
  environments: {
    client: {
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        license,
        rolldownOptions: {
          input: ['index', 'paper', 'report', 'customer', 'crashed'].map((page) =>
            at(`renderer/${page}.html`),
          ),
          // What pages share is one file, not many: main answers for each. Styles stay with their pages, or they would meet.
          output: { codeSplitting: { groups: [{ name: 'shared', test: /(?<!\.css)$/, minShareCount: 2 }] } },
        },
      },
    },
    main: electronSide('main', ['electron', ...natives]),
    ledgerWorker: electronSide('ledger-worker', natives, 'electron/ledger/ledger-worker.ts'),
    queryWorker: electronSide('query-worker', natives, 'electron/ledger/query-worker.ts'),
    tablesWorker: electronSide('tables-worker', [], 'electron/tables/tables-worker.ts'),
    archiveWorker: electronSide('archive-worker', natives, 'electron/archive/archive-worker.ts'),
    preload: electronSide('preload', ['electron']),
    customerPreload: electronSide('customer-preload', ['electron'], 'electron/window/customer-preload.ts'),
  },
  builder: {},
  server: { port: 5199, strictPort: true, host: '127.0.0.1' },
});
