import { SetupError } from './setup-error.mjs';

const oldestNode = [20, 19];

/**
 * Whether this Node can run the tools: 20.19 is the first that Vite 8 takes.
 * @param {string} version for instance `20.20.2`
 * @returns {boolean}
 */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * Runs a command's main function and exits with the code it gives. A `SetupError` is shown as its plain
 * message, anything else with its stack.
 * @param {() => Promise<number>} main
 * @returns {Promise<void>}
 */
export async function runEntry(main) {
  try {
    if (!nodeIsNewEnough(process.versions.node)) {
      throw new SetupError(
        `Node ${process.versions.node} is too old: Loket needs Node ${oldestNode.join('.')} or newer.`,
      );
    }
    process.exitCode = await main();
  } catch (fault) {
    showFault(fault);
    process.exitCode = 1;
  }
}

/** Writes a fault to stderr: the message alone where the person can mend it. @param {unknown} fault */
export function showFault(fault) {
  const text = fault instanceof SetupError ? fault.message : fault instanceof Error ? fault.stack : fault;
  process.stderr.write(`loket: ${String(text)}\n`);
}
