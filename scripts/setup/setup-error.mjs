/**
 * A fault which the person at the keyboard can mend. Its message says what happened and what to do;
 * no stack is shown. Everything else that is thrown is a bug and keeps its stack.
 */
export class SetupError extends Error {
  /**
   * @param {string} message what happened, and what to do about it
   * @param {unknown} [cause] the fault underneath
   */
  constructor(message, cause) {
    super(message, { cause });
    this.name = 'SetupError';
  }
}

/**
 * The short reason inside anything thrown; `fetch` hides the useful part in `cause`.
 * @param {unknown} fault
 * @returns {string}
 */
export function reasonOf(fault) {
  if (!(fault instanceof Error)) return String(fault);
  const inner = fault.cause instanceof Error ? fault.cause.message : '';
  return inner && !(fault instanceof SetupError) ? `${fault.message} (${inner})` : fault.message;
}

/**
 * The system's error code (`ENOENT`, `EEXIST` …) of anything thrown, or an empty string.
 * @param {unknown} fault
 * @returns {string}
 */
export function codeOf(fault) {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
}
