/** A fault that was foreseen, on its way out of a stream. */
export class Fault<Code extends string> extends Error {
  readonly code: Code;

  constructor(code: Code, cause?: unknown) {
    super(code, { cause });
    this.name = 'Fault';
    this.code = code;
  }
}

/** What the system calls a fault of a file: `ENOSPC` and its like. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
