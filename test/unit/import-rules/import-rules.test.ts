import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from '../../../shared/zod.ts';
import { tempFolder } from '../ledger/temp-folder.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const oxlint = path.join(
  path.dirname(createRequire(import.meta.url).resolve('oxlint/package.json')),
  'bin/oxlint',
);

/** Breaches of "who may import whom": the file that imports, and what it must not. */
const breaches: readonly (readonly [from: string, source: string])[] = [
  // shared/ imports nothing of ours, and is neither Node, Electron nor the DOM's libraries.
  ['shared/x.ts', '../electron/app/clock.ts'],
  ['shared/x.ts', '../electron/ledger/ledger.ts'],
  ['shared/x.ts', '../renderer/bridge.ts'],
  ['shared/x.ts', '../test/unit/ledger/documents.ts'],
  ['shared/payment/x.ts', '../../electron/billers/biller.ts'],
  ['shared/receipt/x.ts', '../../renderer/ui/paper.tsx'],
  ['shared/x.ts', 'node:fs'],
  ['shared/i18n/x.ts', 'node:path'],
  ['shared/x.ts', 'electron'],
  ['shared/x.ts', 'electron/main'],
  ['shared/x.ts', 'react'],
  ['shared/x.ts', 'zustand'],

  // renderer/ imports only shared/.
  ['renderer/features/sale/x.tsx', '../../../electron/app/pay.ts'],
  ['renderer/x.ts', '../electron/preload.ts'],
  ['renderer/x.ts', '../test/unit/ledger/documents.ts'],
  ['renderer/x.ts', 'node:fs'],
  ['renderer/x.ts', 'electron'],
  ['renderer/x.ts', 'electron/renderer'],

  // Each of these imports only shared/ and itself.
  ...[
    'archive',
    'billers',
    'ledger',
    'printing',
    'vault',
    'settings',
    'tables',
    'training',
    'updates',
  ].flatMap((folder) => [
    ...[
      'app',
      'archive',
      'billers',
      'ipc',
      'ledger',
      'printing',
      'settings',
      'tables',
      'training',
      'updates',
      'vault',
      'window',
      'logging',
    ]
      .filter((other) => other !== folder)
      .flatMap((other): (readonly [string, string])[] => [
        [`electron/${folder}/x.ts`, `../${other}/y.ts`],
        [`electron/${folder}/inner/x.ts`, `../../${other}/y.ts`],
        [`electron/${folder}/inner/deep/x.ts`, `../../../${other}/inner/y.ts`],
        [`electron/${folder}/x.ts`, `../../electron/${other}/y.ts`],
      ]),
    [`electron/${folder}/x.ts`, '../../renderer/bridge.ts'] as const,
    [`electron/${folder}/x.ts`, '../../test/unit/ledger/documents.ts'] as const,
    [`electron/${folder}/x.ts`, '../main.ts'] as const,
    [`electron/${folder}/x.ts`, '../join/foundation.ts'] as const,
    [`electron/${folder}/inner/x.ts`, '../../join/foundation.ts'] as const,
    [`electron/${folder}/x.ts`, '../preload.ts'] as const,
    [`electron/${folder}/inner/x.ts`, '../../main.ts'] as const,
  ]),

  // app/ imports shared/ and the port files only.
  ['electron/app/x.ts', '../archive/archiver.ts'],
  ['electron/app/x.ts', '../billers/wire.ts'],
  ['electron/app/x.ts', '../billers/teleanjar/teleanjar.ts'],
  ['electron/app/x.ts', '../billers/this-machine.ts'],
  ['electron/app/x.ts', '../ledger/sqlite-ledger.ts'],
  ['electron/app/x.ts', '../ledger/database.ts'],
  ['electron/app/x.ts', '../printing/queue.ts'],
  ['electron/app/x.ts', '../printing/transports/network.ts'],
  ['electron/app/x.ts', '../vault/key-store-vault.ts'],
  ['electron/app/x.ts', '../settings/settings-file.ts'],
  ['electron/app/x.ts', '../tables/csv.ts'],
  ['electron/app/x.ts', '../training/teleanjar-server.ts'],
  ['electron/app/x.ts', '../updates/releases.ts'],
  ['electron/app/x.ts', '../updates/installer.ts'],
  ['electron/app/x.ts', '../ipc/registry.ts'],
  ['electron/app/x.ts', '../window/windows.ts'],
  ['electron/app/x.ts', '../logging/file-log.ts'],
  ['electron/app/x.ts', '../main.ts'],
  ['electron/app/x.ts', '../join/foundation.ts'],
  ['electron/app/x.ts', '../preload.ts'],
  ['electron/app/x.ts', '../../electron/ledger/sqlite-ledger.ts'],
  ['electron/app/x.ts', '../../renderer/bridge.ts'],
  ['electron/app/x.ts', '../../test/unit/ledger/documents.ts'],
  ['electron/app/inner/x.ts', '../../ledger/sqlite-ledger.ts'],
  ['electron/app/inner/x.ts', '../../window/windows.ts'],

  // ipc/, window/ and logging/ are joined to the others by main.ts and join/ alone.
  ...['ipc', 'window', 'logging'].flatMap((folder) =>
    [
      'app',
      'archive',
      'billers',
      'ipc',
      'ledger',
      'printing',
      'settings',
      'tables',
      'training',
      'updates',
      'vault',
      'window',
      'logging',
    ]
      .filter((other) => other !== folder)
      .map((other) => [`electron/${folder}/x.ts`, `../${other}/y.ts`] as const),
  ),
  ['electron/ipc/x.ts', '../main.ts'],
  ...['ipc', 'window', 'logging'].map(
    (folder) => [`electron/${folder}/x.ts`, '../join/foundation.ts'] as const,
  ),
  ['shared/x.ts', '../electron/join/foundation.ts'],
  ['renderer/x.ts', '../electron/join/foundation.ts'],
  ['electron/join/x.ts', 'electron/main'],
  ['electron/join/x.ts', 'zod'],
  ['electron/window/x.ts', '../../renderer/bridge.ts'],

  // Only main.ts, join/, preload.ts, ipc/, window/ and vault/ import electron, and never electron/main.
  ...[
    'app',
    'archive',
    'billers',
    'ledger',
    'printing',
    'settings',
    'tables',
    'training',
    'updates',
    'logging',
  ].map((folder) => [`electron/${folder}/x.ts`, 'electron'] as const),
  ['electron/billers/inner/x.ts', 'electron'],
  ['electron/other/x.ts', 'electron'],
  ...['main.ts', 'preload.ts', 'ipc/x.ts', 'window/x.ts', 'vault/x.ts', 'app/x.ts', 'ledger/x.ts'].map(
    (file) => [`electron/${file}`, 'electron/main'] as const,
  ),
  ['electron/preload.ts', 'electron/renderer'],

  // Zod is configured before the first schema.
  ...['shared/x.ts', 'renderer/x.ts', 'electron/main.ts', 'electron/app/x.ts', 'electron/ledger/x.ts'].map(
    (file) => [file, 'zod'] as const,
  ),
  ...['electron/vault/x.ts', 'electron/ipc/x.ts', 'electron/training/x.ts', 'test/unit/x.ts'].map(
    (file) => [file, 'zod'] as const,
  ),

  // The servers tests talk to cannot share a mistake with what they test.
  ['test/servers/x.ts', '../../electron/billers/teleanjar/envelope.ts'],
  ['test/unit/app/x.ts', 'electron/main'],
];

/** What a rule that is too eager would forbid. */
const allowed: readonly (readonly [from: string, source: string])[] = [
  ...[
    'archive/archive.ts',
    'billers/biller.ts',
    'ledger/ledger.ts',
    'printing/printer.ts',
    'vault/vault.ts',
    'settings/settings.ts',
    'tables/tables.ts',
    'updates/updates.ts',
  ].map((port) => ['electron/app/x.ts', `../${port}`] as const),
  ['electron/app/x.ts', './clock.ts'],
  ['electron/app/x.ts', '../../shared/money.ts'],
  ['electron/app/x.ts', '../../shared/ledger-kind.ts'],
  ['electron/app/x.ts', 'node:crypto'],
  ['electron/billers/teleanjar/x.ts', '../biller.ts'],
  ['electron/billers/teleanjar/x.ts', '../../../shared/payment/outcome.ts'],
  ['electron/billers/x.ts', './wire.ts'],
  ['electron/billers/x.ts', '../../shared/settings.ts'],
  ['electron/billers/x.ts', '../../shared/ledger-kind.ts'],
  ['electron/ledger/x.ts', './ledger.ts'],
  ['electron/ledger/x.ts', '@photostructure/sqlite'],
  ['electron/printing/transports/x.ts', '../printer.ts'],
  ['electron/printing/x.ts', './transports/network.ts'],
  ['electron/printing/x.ts', 'escpos/printer.js'],
  ['electron/settings/x.ts', '../../shared/settings.ts'],
  ['electron/settings/x.ts', './settings.ts'],
  ['electron/tables/x.ts', '../../shared/tables/table.ts'],
  ['electron/training/teleanjar/x.ts', '../../../shared/money.ts'],
  ['electron/training/x.ts', './teleanjar/page.ts'],
  ['electron/updates/x.ts', '../../shared/update/manifest.ts'],
  ['electron/updates/x.ts', './updates.ts'],
  ['electron/vault/x.ts', 'electron'],
  ['electron/vault/x.ts', './vault.ts'],
  ['electron/ipc/x.ts', 'electron'],
  ['electron/ipc/x.ts', '../../shared/contract/contract.ts'],
  ['electron/window/x.ts', 'electron'],
  ['electron/window/x.ts', './guards.ts'],
  ['electron/logging/x.ts', './redact.ts'],
  ['electron/logging/x.ts', 'electron-log/node'],
  ['electron/main.ts', 'electron'],
  ['electron/main.ts', './join/foundation.ts'],
  ['electron/join/x.ts', 'electron'],
  ['electron/join/x.ts', '../app/pay.ts'],
  ['electron/join/x.ts', '../ledger/sqlite-ledger.ts'],
  ['electron/join/x.ts', './foundation.ts'],
  ['electron/main.ts', './app/pay.ts'],
  ['electron/main.ts', './ledger/sqlite-ledger.ts'],
  ['electron/main.ts', './window/windows.ts'],
  ['electron/preload.ts', 'electron'],
  ['electron/preload.ts', '../shared/contract/channels.ts'],
  ['renderer/features/sale/x.tsx', '../../../shared/money.ts'],
  ['renderer/features/sale/x.tsx', '../../ui/button.tsx'],
  ['renderer/x.ts', 'react'],
  ['renderer/x.ts', 'zustand'],
  ['shared/x.ts', './zod.ts'],
  ['shared/payment/x.ts', '../money.ts'],
  ['shared/receipt/x.ts', '../i18n/messages.ts'],
  ['shared/zod.ts', 'zod'],
  ['test/servers/x.ts', '../../shared/money.ts'],
  ['test/unit/app/x.ts', '../../../electron/app/pay.ts'],
  ['test/unit/app/x.ts', '../../../electron/billers/wire.ts'],
  ['test/unit/app/x.ts', '../../../shared/zod.ts'],
];

/** Every form an import takes, each on one line: all of them must be seen. `n` keeps their names apart. */
const typeForms: readonly ((source: string, n: number) => string)[] = [
  (source, n) => `import type { A as A${n} } from '${source}';`,
  (source) => `export type { B } from '${source}';`,
];
const valueForms: readonly ((source: string, n: number) => string)[] = [
  (source, n) => `import { a as a${n} } from '${source}';`,
  (source, n) => `import d${n} from '${source}';`,
  (source, n) => `import * as all${n} from '${source}';`,
  (source) => `import '${source}';`,
  (source, n) => `export { a as e${n} } from '${source}';`,
  (source, n) => `export * as s${n} from '${source}';`,
  (source) => `export * from '${source}';`,
  (source, n) => `export const load${n} = () => import('${source}');`,
];

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string().optional(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.int() }) })),
    }),
  ),
});

/** Runs oxlint with the repository's rules over `files` (path to lines), in a folder of their own; answers findings. */
async function lint(files: ReadonlyMap<string, readonly string[]>): Promise<readonly string[]> {
  const folder = tempFolder();
  for (const [file, lines] of files) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), `${lines.join('\n')}\n`);
  }
  fs.copyFileSync(path.join(repository, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
  const run = promisify(execFile)(process.execPath, [oxlint, '--format', 'json'], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  // It ends with 1 when it has found something; what it found is on its output all the same.
  const output = await run.then(
    ({ stdout }) => stdout,
    (error: unknown) => z.object({ stdout: z.string() }).parse(error).stdout,
  );
  return reportSchema.parse(JSON.parse(output)).diagnostics.map(({ code, filename, labels }) => {
    const line = files.get(filename)?.[(labels[0]?.span.line ?? 0) - 1];
    return `${code ?? 'no rule'} | ${filename} | ${line ?? 'no line'}`;
  });
}

type Forms = typeof valueForms;

/** The lines of each file, and what the rule is to report of them. */
function plant(imports: readonly (readonly [from: string, source: string])[], forms: Forms) {
  const files = new Map<string, string[]>();
  for (const [from, source] of imports) {
    const lines = files.get(from) ?? [];
    for (const form of forms) lines.push(form(source, lines.length));
    files.set(from, lines);
  }
  const reports = [...files].flatMap(([file, lines]) =>
    lines.map((line) => `eslint(no-restricted-imports) | ${file} | ${line}`),
  );
  return { files, reports };
}

const restricted = (findings: readonly string[]): readonly string[] =>
  findings.filter((finding) => finding.startsWith('eslint(no-restricted-imports)'));

describe('who may import whom', () => {
  it(
    'is said by the linter for every breach, in whatever form it is written',
    { timeout: 30_000 },
    async () => {
      const { files, reports } = plant(breaches, [...valueForms, ...typeForms]);
      const found = new Set(await lint(files));
      expect(reports.length).toBeGreaterThan(1000);
      expect(reports.filter((report) => !found.has(report))).toEqual([]);
    },
  );

  it('lets a test name Electron’s types, and nothing of it that runs', { timeout: 30_000 }, async () => {
    const inTests = [
      ['test/unit/app/x.ts', 'electron'],
      ['test/electron/x.ts', 'electron'],
    ] as const;
    const values = plant(inTests, valueForms);
    const found = new Set(await lint(values.files));
    expect(values.reports.filter((report) => !found.has(report))).toEqual([]);
    expect(restricted(await lint(plant(inTests, typeForms).files))).toEqual([]);
  });

  it('lets pass what is allowed, the ports of app/ above all', { timeout: 30_000 }, async () => {
    const { files } = plant(allowed, [...valueForms, ...typeForms]);
    expect(restricted(await lint(files))).toEqual([]);
  });

  it(
    'says so when files import each other in a circle, also by way of a third',
    { timeout: 30_000 },
    async () => {
      const circle = new Map([
        ['shared/a.ts', ["import { b } from './b.ts';", 'export const a = () => b;']],
        ['shared/b.ts', ["import { c } from './c.ts';", 'export const b = () => c;']],
        ['shared/c.ts', ["import { a } from './a.ts';", 'export const c = () => a;']],
        ['electron/app/a.ts', ["import { b } from './b.ts';", 'export const a = () => b;']],
        ['electron/app/b.ts', ["export { a as b } from './a.ts';"]],
        ['electron/app/straight.ts', ["import { a } from './a.ts';", 'export const straight = () => a;']],
      ]);
      const found = await lint(circle);
      const files = found
        .filter((finding) => finding.startsWith('import(no-cycle)'))
        .map((each) => each.split(' | ')[1] ?? '');
      expect(files.toSorted()).toEqual([
        'electron/app/a.ts',
        'electron/app/b.ts',
        'shared/a.ts',
        'shared/b.ts',
        'shared/c.ts',
      ]);
    },
  );

  it('says so when a type is imported as a value, or named by import()', { timeout: 30_000 }, async () => {
    const lines = [
      "import { Quote } from './quote.ts';",
      "import { type Bill, readBill } from './bill.ts';",
      'export const total = (quote: Quote, bill: Bill): number => readBill(quote, bill);',
      "export type Offer = import('./quote.ts').Offer;",
    ];
    const found = await lint(new Map([['shared/payment/x.ts', lines]]));
    expect(found.filter((finding) => finding.startsWith('typescript(consistent-type-imports)'))).toEqual(
      [lines[0], lines[3]].map(
        (line) => `typescript(consistent-type-imports) | shared/payment/x.ts | ${line ?? ''}`,
      ),
    );
  });

  it('does not depend on a look-ahead, which the linter ignores without a word', () => {
    expect(fs.readFileSync(path.join(repository, '.oxlintrc.json'), 'utf8')).not.toMatch(/\(\?[!=<]/);
  });
});
