import { runScript } from './setup/run-script.mjs';

/**
 * Runs the demo in a project that is set up.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env as `prepare` gave it
 * @returns {Promise<number>} exit code
 */
export function demo(args, env) {
  return runScript('scripts/demo.ts', args, env);
}
