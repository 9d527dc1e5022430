/**
 * What `npm test -- …` asks for.
 * @typedef {object} TestRequest
 * @property {string[]} vitestArgs
 * @property {boolean} wholeSuite false where only a part was asked for; the static checks are then left out
 * @property {boolean} needsApp whether the built app may be looked at
 * @property {boolean} needsPackages whether installers may be tried
 */

/** Projects that never look at the built app. */
const withoutApp = new Set(['unit', 'contract', 'crash', 'devices']);

/** Options that choose a part of the tests. */
const narrowing = new Set(['-t', '--testNamePattern', '--project', '--exclude', '--shard']);

/** Options whose value may be a word of its own. */
const takesValue = new Set([...narrowing, '--reporter', '--bail', '--retry']);

/**
 * Reads the arguments: the name of a project (unit, contract, electron …) chooses it, any other word is
 * part of a test file's name, and options go to vitest as they are.
 * @param {readonly string[]} args
 * @param {(word: string) => boolean} isProject
 * @returns {TestRequest}
 */
export function readTestRequest(args, isProject) {
  /** @type {string[]} */
  const vitestArgs = [];
  /** @type {string[]} */
  const projects = [];
  let narrowed = false;
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    if (isProject(word)) projects.push(word);
    else vitestArgs.push(word);
    if (!word.startsWith('-') || narrowing.has(word.split('=')[0] ?? '')) narrowed = true;
    if (takesValue.has(word)) {
      index += 1;
      vitestArgs.push(args[index] ?? '');
    }
  }
  return {
    vitestArgs: [...projects.flatMap((name) => ['--project', name]), ...vitestArgs],
    wholeSuite: !narrowed,
    needsApp: projects.length === 0 || projects.some((name) => !withoutApp.has(name)),
    needsPackages: projects.includes('package') || (projects.length === 0 && !narrowed),
  };
}
