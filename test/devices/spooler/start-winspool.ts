import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { SpoolerTools } from '../../../electron/printing/transports/spooler/queue-transport.ts';
import { powershellArguments } from '../../../electron/printing/transports/spooler/windows/powershell.ts';

/** A Windows spooler that does not exist, and the program of ours that speaks to it, run by Mono. */
export interface Winspool {
  readonly tools: SpoolerTools;
  /** PRINTER_INFO_2's attributes and status. */
  setPrinter(attributes: number, status: number): void;
  /** JOB_INFO_1's status and printed pages. */
  setJob(status: number, pages: number): void;
  /** The spooler knows the job no more: it is printed. */
  forgetJob(): void;
  /** A call fails with that Win32 error. */
  refuse(call: 'start' | 'write' | 'delete', error: number): void;
  /** What has been written to the printer. */
  document(): Buffer;
  /** Where the last session has its files. */
  folder(): string;
  /** The title and the data type of the document. */
  said(): readonly string[];
  /** What was done to the job: 1 is pause, 5 is delete. */
  commands(): readonly number[];
  /** As at the start: no job, and all is well. No program of ours may be at work. */
  reset(): void;
  stop(): void;
}

/** Why the program cannot be run on this machine, or undefined. */
export function whyNoWinspool(): string | undefined {
  const missing = ['mcs', 'mono', 'gcc'].filter((program) => !fs.existsSync(`/usr/bin/${program}`));
  return missing.length === 0 ? undefined : `${missing.join(', ')} is not installed`;
}

/** The C# in the program that is handed to PowerShell. */
function sourceOf(encoded: string): string {
  const script = Buffer.from(encoded, 'base64').toString('utf16le');
  const [, source] = /Add-Type -TypeDefinition @'\n([\s\S]*?)\n'@\n/.exec(script) ?? [];
  if (source === undefined) throw new Error('the script holds no C#');
  return source;
}

/**
 * Compiles both.
 *
 * @param queue the name of its only queue.
 * @throws Error with the compiler's words; see `whyNoWinspool`.
 */
export function startWinspool(queue: string): Winspool {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-winspool-'));
  const at = (name: string): string => path.join(folder, name);
  const state = at('state');
  const stateFile = (name: string): string => path.join(state, name);
  const read = (name: string): Buffer =>
    fs.existsSync(stateFile(name)) ? fs.readFileSync(stateFile(name)) : Buffer.alloc(0);
  const write = (name: string, text: string | Buffer): void => {
    fs.writeFileSync(at('.part'), text);
    fs.renameSync(at('.part'), stateFile(name));
  };

  const reset = (): void => {
    fs.rmSync(state, { recursive: true, force: true });
    fs.mkdirSync(state);
    write('queue', Buffer.from(queue, 'utf16le'));
  };

  reset();
  const source = path.join(import.meta.dirname, 'fake-winspool.c');
  execFileSync('gcc', ['-Wall', '-Werror', '-shared', '-fPIC', '-o', at('libwinspool.drv.so'), source]);
  fs.writeFileSync(at('spooler.cs'), sourceOf(powershellArguments.at(-1) ?? ''));
  fs.writeFileSync(at('main.cs'), 'static class Program { static void Main() { LoketSpooler.Run(); } }');
  // C# 5 is what Windows carries.
  execFileSync('mcs', [
    '-langversion:5',
    '-warnaserror',
    `-out:${at('spooler.exe')}`,
    at('spooler.cs'),
    at('main.cs'),
  ]);
  fs.writeFileSync(
    at('powershell'),
    `#!/bin/sh\necho "$LOKET_SPOOL_FOLDER" > ${stateFile('folder')}\nexec mono ${at('spooler.exe')}\n`,
    { mode: 0o755 },
  );

  return {
    tools: {
      platform: 'win32',
      env: { ...process.env, LD_LIBRARY_PATH: folder, FAKE_WINSPOOL: state },
      lpstat: '/nonexistent/lpstat',
      powershell: at('powershell'),
    },
    setPrinter: (attributes, status) => write('printer', `${attributes} ${status}`),
    setJob: (status, pages) => write('job', `${status} ${pages}`),
    forgetJob: () => write('gone', '1'),
    refuse: (call, error) => write(`refuse-${call}`, String(error)),
    document: () => read('document'),
    folder: () => read('folder').toString().trim(),
    said: () => read('said').toString('utf16le').split('\n').slice(0, -1),
    commands: () => read('commands').toString().split('\n').slice(0, -1).map(Number),
    reset,
    stop: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
