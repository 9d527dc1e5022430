import path from 'node:path';
import log from 'electron-log/node';
import { redactor } from '../../shared/redact.ts';

/** Where faults are told: a file in the data folder, rotated at 1 MB; on the console too in development. */
export interface FileLog {
  fault(what: string, cause: unknown): void;
  note(what: string): void;
}

export interface FileLogOptions {
  readonly folder: string;
  readonly toConsole: boolean;
  /** What must never stand in the log, whoever handed it in. */
  readonly secrets: () => readonly string[];
}

export function openFileLog({ folder, toConsole, secrets }: FileLogOptions): FileLog {
  log.transports.file.resolvePathFn = () => path.join(folder, 'loket.log');
  log.transports.file.maxSize = 1_048_576;
  log.transports.file.format = '{iso} {level} {text}';
  log.transports.console.level = toConsole ? 'info' : false;
  return {
    fault: (what, cause) => log.error(redactor(secrets())(`${what}: ${describe(cause)}`)),
    note: (what) => log.info(redactor(secrets())(what)),
  };
}

const describe = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
