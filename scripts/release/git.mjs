import { capture } from '../setup/command.mjs';

/**
 * What git says; nothing where this is no copy of a repository.
 * @param {string} root
 * @param {readonly string[]} args
 * @returns {Promise<string[]>} its lines
 */
export async function gitLines(root, args) {
  const { code, stdout } = await capture('git', args, { cwd: root });
  return code === 0 ? stdout.split('\n').filter(Boolean) : [];
}

/**
 * The commit that lies here, if nothing was changed since.
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
export async function cleanCommit(root) {
  const [commit] = await gitLines(root, ['rev-parse', 'HEAD']);
  const changed = await gitLines(root, ['status', '--porcelain']);
  return changed.length === 0 ? commit : undefined;
}
