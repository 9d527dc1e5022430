import path from 'node:path';
import { capture } from '../setup/command.mjs';
import { tail } from '../setup/install.mjs';
import { projectRoot } from '../setup/project-root.mjs';
import { SetupError } from '../setup/setup-error.mjs';

/**
 * What changes how electron-builder works, and is nobody's wish here. With the first two it would make hard links into the
 * runtime in the cache, and write the fuses of the package there too.
 */
const unwanted = /^(VITEST|USE_HARD_LINKS|ELECTRON_BUILDER_|NODE_OPTIONS$|FPM_|USE_SYSTEM_FPM$)/;

/**
 * The environment in which electron-builder runs.
 * @param {NodeJS.ProcessEnv} env ours
 * @param {{ readonly archiver?: string | undefined, readonly level?: string | undefined }} tools `archiver`: a 7za of the
 *   system's; `level`: of the Debian package's compression
 * @returns {NodeJS.ProcessEnv}
 */
export function builderEnvironment(env, { archiver, level }) {
  const kept = Object.entries(env).filter(([name]) => !unwanted.test(name));
  return {
    ...Object.fromEntries(kept),
    CUSTOM_FPM_PATH: path.join(projectRoot, 'scripts/dist/fpm.mjs'),
    // Some 7 % larger than at its highest level, in a fifth of the time.
    ELECTRON_BUILDER_COMPRESSION_LEVEL: '5',
    ...(archiver === undefined ? {} : { ELECTRON_BUILDER_7ZIP_PATH: archiver }),
    ...(level === undefined ? {} : { LOKET_DEB_LEVEL: level }),
  };
}

/**
 * Runs electron-builder with the project's configuration, as a program of its own.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env by `builderEnvironment`
 * @throws {SetupError} with its own words where it fails
 */
export async function runElectronBuilder(args, env) {
  const program = path.join(projectRoot, 'node_modules/electron-builder/cli.js');
  const { code, stdout, stderr } = await capture(process.execPath, [program, ...args, '--publish', 'never'], {
    cwd: projectRoot,
    env,
  });
  if (code === 0) return;
  throw new SetupError(`electron-builder ${args.join(' ')} failed:\n${tail(`${stdout}\n${stderr}`, 30)}`);
}
