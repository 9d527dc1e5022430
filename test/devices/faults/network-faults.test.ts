import { afterAll, beforeAll, it } from 'vitest';
import {
  startNetworkPrinter,
  type NetworkPrinter,
  type NetworkPrinterOptions,
} from '../network/start-network-printer.ts';
import { startNetwork, whyNoNetwork, type Network } from '../network/start-network.ts';
import { faultsOf, type FaultOf } from './fault-table.ts';
import { runFault, type Stage } from './run-fault.ts';
import { describeWhere } from '../describe-where.ts';

/** Long enough that it does not fit in what the printer and the system take for it. */
const longReceipt = 4_000;

let network: Network;

const stageOf = async (
  act: (printer: NetworkPrinter) => Partial<Stage> = () => ({}),
  options: NetworkPrinterOptions = {},
): Promise<Stage> => {
  const printer = await startNetworkPrinter({ network, ...options });
  return {
    connection: { kind: 'network', host: printer.host, port: printer.port },
    inside: network.inside,
    printed: () => printer.printed(),
    stop: () => printer.stop(),
    ...act(printer),
  };
};

const silent = (act: (printer: NetworkPrinter) => Partial<Stage> = () => ({})): Promise<Stage> =>
  stageOf((printer) => {
    const stage = act(printer);
    return {
      ...stage,
      async before() {
        await printer.tell('answers none');
        await stage.before?.();
      },
    };
  });

/** The same address, where nobody listens until it is mended. */
async function switchedOff(): Promise<Stage> {
  const before = await startNetworkPrinter({ network });
  const { port, host } = before;
  await before.stop();
  let printer: NetworkPrinter | undefined;
  return {
    connection: { kind: 'network', host, port },
    inside: network.inside,
    printed: () => printer?.printed() ?? Buffer.alloc(0),
    async mend() {
      printer = await startNetworkPrinter({ network, port });
      await printer.tell('answers none');
    },
    stop: async () => printer?.stop(),
  };
}

const stages: Readonly<Record<FaultOf<'network'>, () => Promise<Stage>>> = {
  'answers-well': () => stageOf(),
  'silent-well': () => silent(),
  slow: () => stageOf((printer) => ({ before: () => printer.tell('slow 1000') })),
  'paper-out': () =>
    stageOf((printer) => ({ before: () => printer.tell('paper out'), mend: () => printer.tell('paper ok') })),
  'cover-open': () =>
    stageOf((printer) => ({
      before: () => printer.tell('cover open'),
      mend: () => printer.tell('cover closed'),
    })),
  'paper-ends': () =>
    stageOf((printer) => ({
      before: () => printer.tell('slow 400'),
      async midst() {
        await printer.until(({ printed }) => printed >= 200);
        await printer.tell('paper out');
      },
      async mend() {
        await printer.tell('fast');
        await printer.tell('paper ok');
      },
    })),
  refused: switchedOff,
  'cable-before': () =>
    silent(() => ({ before: () => network.pullCable(), mend: () => network.plugCable() })),
  'stops-reading': () =>
    silent((printer) => ({
      lines: longReceipt,
      before: () => printer.tell('at 8000 pause'),
      mend: () => printer.tell('resume'),
    })),
  resets: () => silent((printer) => ({ lines: longReceipt, before: () => printer.tell('rst-after 9000') })),
  closes: () => silent((printer) => ({ lines: longReceipt, before: () => printer.tell('fin-after 9000') })),
  'freezes-before': () =>
    stageOf((printer) => ({ before: async () => printer.freeze(), mend: async () => printer.thaw() })),
  'freezes-in-midst': () =>
    stageOf((printer) => ({
      before: () => printer.tell('slow 300'),
      async midst() {
        await printer.until(({ printed }) => printed >= 100);
        printer.freeze();
      },
      async mend() {
        printer.thaw();
        await printer.tell('fast');
      },
    })),
};

describeWhere(whyNoNetwork(), 'a receipt for a network printer', () => {
  beforeAll(async () => {
    network = await startNetwork();
  });
  afterAll(() => network.stop());

  it.each(faultsOf('network'))('%s', (_, name, wanted) => runFault(wanted, stages[name]));
});
