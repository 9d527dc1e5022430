/** The program's printers and its queue on one connection, with its jobs in memory; `printing-protocol.ts` tells how it is spoken to. */
import { createInterface } from 'node:readline';
import { createPrinters } from '../../../electron/printing/printers.ts';
import { createPrintQueue } from '../../../electron/printing/queue.ts';
import { transportFor, type PictureMaker } from '../../../electron/printing/transport-for.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import type { PrinterMemory, PrinterSetup } from '../../../shared/printing/printing-settings.ts';
import { instant } from '../../../shared/time.ts';
import { createMemoryStore } from '../../unit/printing/memory-store.ts';
import type { PrintingOrder, Said, Told } from './printing-protocol.ts';

const { connection, memory: known, deadlines } = JSON.parse(process.argv[2] ?? '') as PrintingOrder;
const setup: PrinterSetup = { id: 'p', name: 'Printer', connection, profile: printerProfiles['58mm'] };
const store = createMemoryStore();
let memory: PrinterMemory = known;

const tell = (told: Told): void => void process.stdout.write(`${JSON.stringify(told)}\n`);
const onFault = (error: unknown): void => tell({ fault: String(error) });
const noPictures: PictureMaker = {
  draw: () => Promise.reject(new Error('nothing is drawn here')),
  folder: () => '',
  name: () => '',
};

let isUnwell = false;
const printers = createPrinters({
  setups: () => [setup],
  transportFor: (each) => transportFor(each, noPictures),
  memory: {
    get: () => memory,
    set(_, next) {
      memory = next;
    },
  },
  onLook(_, look) {
    tell({ look });
    if (look.status === 'attention') isUnwell = true;
    else if (isUnwell) {
      isUnwell = false;
      queue.printerIsBack('p');
    }
  },
  onFault,
  onReason: () => undefined,
  deadlines,
});
const queue = createPrintQueue({
  store,
  printers: () => printers.all(),
  askAfterMs: () => 600_000,
  now: () => instant(Date.now()),
  onChange: ({ id, state, problem }) => tell({ n: Number.parseInt(id, 16), state, problem }),
  onFault,
});

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const said = JSON.parse(line) as Said;
  if (said.do === 'stop') return lines.close();
  store.add(
    said.n,
    { state: 'queued', problem: null },
    {
      bytes: new Uint8Array(Buffer.from(said.bytes, 'base64')),
      askedAt: instant(Date.now()),
    },
  );
  queue.wake();
});
lines.on('close', () => {
  void queue.stop().then(() => printers.close());
});
queue.wake();
tell({ ready: true });
