import { encodeCommand, spoolerScript } from './spooler-script.ts';

/** Windows PowerShell 5.1, by its full path: whatever else is called so in the search path is not asked. */
export const powershellPath = (env: NodeJS.ProcessEnv): string =>
  `${env['SystemRoot'] ?? String.raw`C:\Windows`}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;

/** Always the same: no name and no byte of ours is on the command line. */
export const powershellArguments: readonly string[] = [
  '-NoProfile',
  '-NonInteractive',
  '-ExecutionPolicy',
  'Bypass',
  '-EncodedCommand',
  encodeCommand(spoolerScript),
];

/** Starting PowerShell and compiling takes ten seconds on an old PC that is busy starting. */
export const powershellDeadlineMs = 30_000;
