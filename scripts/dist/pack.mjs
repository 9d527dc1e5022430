import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../setup/project-root.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { writeLicences } from './bundled.mjs';
import { readDistConfig } from './config.mjs';
import { foreignFiles, packagesToRun, packedFiles, weigh } from './contents.mjs';
import { runElectronBuilder } from './electron-builder.mjs';
import { fuseFaults, readFuseWire } from './fuses.mjs';

/**
 * @typedef {object} PackOptions
 * @property {string} output the folder for all that is made, relative to the project's
 * @property {string | undefined} electronDist the folder of an Electron; undefined: electron-builder downloads it
 * @property {NodeJS.ProcessEnv} env by `builderEnvironment`
 * @property {string} [version] another one than package.json's
 * @property {'gz'} [debCompression] another one than the usual
 */

/**
 * Packs the built program for one system, looks at what came out, and puts it into its installers. Nothing is put into one that
 * holds what it should not, is too large, or has a fuse that nobody decided.
 * @param {import('./plan.mjs').Packing} packing
 * @param {PackOptions} options
 * @throws {SetupError}
 */
export async function pack(packing, options) {
  const { system, electronVersion, targets } = packing;
  const { output, electronDist, env, version, debCompression } = options;
  const common = [
    `--${system}`,
    '--x64',
    `-c.directories.output=${output}`,
    `-c.electronVersion=${electronVersion}`,
    ...(version === undefined ? [] : [`-c.extraMetadata.version=${version}`]),
    ...(debCompression === undefined ? [] : [`-c.deb.compression=${debCompression}`]),
  ];
  const folder = unpackedFolder(packing, output);
  writeLicences(projectRoot);
  fs.rmSync(path.join(projectRoot, folder), { recursive: true, force: true });
  await runElectronBuilder(
    [...common, '--dir', ...(electronDist === undefined ? [] : [`-c.electronDist=${electronDist}`])],
    env,
  );
  const faults = await programFaults(path.join(projectRoot, folder), system);
  if (faults.length > 0) {
    throw new SetupError(`The program in ${folder} is not as it should be:\n  ${faults.join('\n  ')}`);
  }
  if (targets.length === 0) return;
  const [first = '', ...rest] = common;
  await runElectronBuilder([first, ...targets, ...rest, '--prepackaged', folder], env);
}

/**
 * @param {Pick<import('./plan.mjs').Packing, 'system'>} packing
 * @param {string} output
 */
export function unpackedFolder({ system }, output) {
  return path.join(output, `${system}-unpacked`);
}

/**
 * @param {string} folder of a packed program
 * @param {'linux' | 'win'} system
 * @returns {Promise<string[]>}
 */
export async function programFaults(folder, system) {
  const executable = path.join(folder, system === 'win' ? 'Loket.exe' : 'loket');
  const { electronFuses } = await readDistConfig();
  const files = packedFiles(folder);
  const { share, isSmall } = weigh(files);
  const foreign = foreignFiles(files, packagesToRun(), `${system === 'win' ? 'win32' : system}-x64`);
  const links = fs.statSync(executable).nlink;
  return [
    ...fuseFaults({ ...electronFuses }, await readFuseWire(executable)),
    ...foreign.map((name) => `${name} is on no list of what may be in it (scripts/dist/contents.mjs)`),
    ...(isSmall
      ? []
      : [`it is ${Math.round(share * 100)} % larger than the bare runtime, and 10 % are allowed`]),
    ...(links === 1 ? [] : ['its executable is a link to the runtime it was made from']),
  ];
}
