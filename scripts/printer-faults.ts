// `npx tsx scripts/printer-faults.ts`: writes docs/printer-faults.md anew from the table that the device tests try.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as prettier from 'prettier';
import { messagesFor } from '../shared/i18n/messages.ts';
import {
  connections,
  endings,
  faultTable,
  type FaultCase,
  type FaultConnection,
} from '../test/devices/faults/fault-table.ts';

export const printerFaultsFile = path.resolve(import.meta.dirname, '../docs/printer-faults.md');

const titles: Readonly<Record<FaultConnection, string>> = {
  usb: 'USB (libusb on an emulated device)',
  network: 'Network, port 9100 (a network of its own)',
  serial: 'Serial and Bluetooth (a pseudo terminal)',
  queue: 'Print queue (a CUPS daemon of its own)',
  file: 'File (on a disk, or of a device)',
};

const states: Readonly<Record<FaultCase['state'], string>> = {
  queued: 'queued',
  sending: '`sending`, waits',
  printed: '`printed`',
  sent: '`sent`, unconfirmed',
  failed: '`failed`: nothing was sent',
  uncertain: '`uncertain`',
};

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const light = ({ light: problem }: FaultCase): string =>
  problem === null ? '–' : messagesFor('id').printerProblems[problem].short;

const tableOf = (connection: FaultConnection): string =>
  [
    row('what goes wrong', 'the printer', 'the receipt', 'the light says', 'then'),
    row('---', '---', '---', '---', '---'),
    ...Object.values<FaultCase>(faultTable[connection]).map((each) =>
      row(
        each.fault,
        each.printer === 'answers' ? 'answers' : 'never answers',
        states[each.state],
        light(each),
        endings[each.afterwards],
      ),
    ),
  ].join('\n');

/** The page, as it is to stand in the file. */
export async function printerFaults(): Promise<string> {
  const page = [
    '# What becomes of a receipt when the printer fails',
    '',
    'Made by `npm run docs` from the table that `npm run test:devices` tries on emulated devices, through the real',
    'libraries: every row is a test. In each, what came out is compared byte for byte: nothing twice, nothing lost.',
    '',
    '`failed` means that not a byte was sent: the receipt comes by itself when the printer is well again, unless that',
    'takes longer than the time set (ten minutes); then it waits for a yes. `uncertain` means that something was sent and',
    'nobody knows how far it got: the cashier is asked, and a copy is marked.',
    ...connections.flatMap((connection) => ['', `## ${titles[connection]}`, '', tableOf(connection)]),
    '',
  ].join('\n');
  const options = (await prettier.resolveConfig(printerFaultsFile)) ?? {};
  return prettier.format(page, { ...options, filepath: printerFaultsFile });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  fs.writeFileSync(printerFaultsFile, await printerFaults());
