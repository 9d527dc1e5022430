import { run } from './command.mjs';
import { hasDisplay, onVirtualDisplay } from './display.mjs';
import { say } from './progress.mjs';
import { projectRoot } from './project-root.mjs';

/**
 * Runs one of our TypeScript files, on a virtual display where there is no other.
 * @param {string} file relative to the project's folder
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export async function runScript(file, args, env) {
  const words = ['--import', 'tsx', file, ...args];
  if (hasDisplay(env)) return run(process.execPath, words, { cwd: projectRoot, env });
  say('there is no display here: using a virtual one');
  const { command, args: wrapped, options } = onVirtualDisplay(process.execPath, words, env);
  return run(command, wrapped, { ...options, cwd: projectRoot });
}
