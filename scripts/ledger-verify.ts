// `npm run ledger:verify -- [FILE | --data-folder DIR]`: follows a ledger, or every ledger of a data folder, from the
// first event, and says what it found. Reads, and changes nothing. Exits with 0 where all is as it was written, else 1.
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ledgerFilesIn } from '../electron/ledger/ledger-files.ts';
import type { Alteration } from '../electron/ledger/verify.ts';
import { formatDateTime } from '../shared/time.ts';
import { verifyFile, type EventShown, type FileVerdict } from './verify-file.ts';

/** What each kind of alteration means. */
const meanings: Readonly<Record<Alteration['what'], string>> = {
  edited: 'it, or the quote or payment that it rests on, is not as it was written',
  removed: 'events are missing here',
  'state-differs':
    'the payment or quote stands in another state, or with another outcome, than its events led to',
  'illegal-step': 'it follows on an event that it cannot follow on',
  'no-event': 'there is a payment or a quote that no event has made',
  till: 'a shift, its Z report or the drawer’s book is not as it was written',
};

/** One verdict in plain words. */
function wordsOf(verdict: FileVerdict): string {
  switch (verdict.kind) {
    case 'whole': {
      const { born, events, payments, seconds } = verdict;
      return `whole (${born}): ${events} events followed, ${payments} payments folded, in ${seconds.toFixed(1)} seconds`;
    }
    case 'altered':
      return `NOT AS IT WAS WRITTEN\n${placeOf(verdict.alteration, verdict.shown)}\n  ${meanings[verdict.alteration.what]}`;
    case 'damaged':
      return `DAMAGED: SQLite finds\n${verdict.faults.map((fault) => `  ${fault}`).join('\n')}`;
    case 'missing':
      return 'there is no such file';
    case 'not-a-ledger':
      return 'this is no ledger of Loket’s';
    case 'other-version':
      return verdict.version < verdict.ours
        ? `an older Loket wrote this (version ${verdict.version}, this one reads ${verdict.ours}): it is migrated, after a backup, when this Loket opens it; check it then`
        : `a newer Loket wrote this (version ${verdict.version}, this one reads ${verdict.ours}): check it with that one`;
    case 'unreadable':
      return `cannot be read: ${verdict.detail}`;
  }
}

function placeOf({ seq }: Alteration, shown: EventShown | undefined): string {
  if (seq === 0) return '  no event in particular';
  if (shown === undefined) return `  event ${seq}, which is gone, and nothing follows it`;
  const { at, quote, event } = shown;
  const which = `“${event}” of ${formatDateTime(at, 'WIB')} WIB, payment ${quote}`;
  return shown.seq === seq
    ? `  event ${seq}: ${which}`
    : `  event ${seq}, which is gone; the next is ${shown.seq}: ${which}`;
}

/** Where Electron keeps this user's counter. */
function usualFolder(): string {
  const home = os.homedir();
  if (process.platform === 'win32') return path.join(process.env['APPDATA'] ?? home, 'Loket');
  if (process.platform === 'darwin') return path.join(home, 'Library/Application Support/Loket');
  return path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'), 'Loket');
}

function filesOf(args: readonly string[]): readonly string[] {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { 'data-folder': { type: 'string' } },
    allowPositionals: true,
  });
  // npm has changed to the project's folder; who typed the name had not.
  const resolve = (name: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', name);
  if (positionals.length > 0) return positionals.map(resolve);
  const folder = resolve(values['data-folder'] ?? usualFolder());
  const ledgers = ledgerFilesIn(folder);
  const files = ledgers.born().map((kind) => ledgers.of(kind));
  if (files.length === 0) throw new Error(`there is no ledger in ${folder}`);
  return files;
}

try {
  let isWhole = true;
  for (const file of filesOf(process.argv.slice(2))) {
    const verdict = verifyFile(file);
    isWhole &&= verdict.kind === 'whole';
    console.log(`${file}\n${wordsOf(verdict)}`);
  }
  process.exitCode = isWhole ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
