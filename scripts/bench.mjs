// `npm run bench -- NAME`: sets up what is missing and runs one benchmark of test/bench.
import fs from 'node:fs';
import path from 'node:path';
import { runEntry } from './setup/entry.mjs';
import { prepare } from './setup/prepare.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { runScript } from './setup/run-script.mjs';
import { SetupError } from './setup/setup-error.mjs';

await runEntry(async () => {
  const [name = '', ...rest] = process.argv.slice(2);
  const names = benchmarks();
  if (!names.includes(name)) {
    throw new SetupError(`usage: npm run bench -- NAME\nBenchmarks: ${names.join(', ') || 'none yet'}`);
  }
  const { env } = await prepare({ virtualDisplay: false, keyStore: true, build: true, recheck: false });
  return runScript(`test/bench/${name}.ts`, rest, env);
});

/** @returns {string[]} names, sorted */
function benchmarks() {
  const folder = path.join(projectRoot, 'test/bench');
  const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return files.flatMap((file) => (file.endsWith('.ts') ? [path.basename(file, '.ts')] : [])).sort();
}
