/**
 * For what can only be a bug of ours, such as a request that main answers with an exception: the shop cannot mend it,
 * so nothing is shown; the window's error event has it.
 */
export const reportBug = (reason: unknown): void => reportError(reason);
