/** A source that ended before its file did. */
export class BrokenOff extends Error {
  constructor(cause: unknown) {
    super('the source broke off', { cause });
    this.name = 'BrokenOff';
  }
}

/** The system's code of an error; empty where it has none. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
