import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isSerialPath, type FoundPrinter } from '../../../../shared/printing/printer-connection.ts';

/** What the system knows of a port; as the library lists it. */
export interface KnownPort {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly pnpId?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  /** Windows: the name in its list of devices. */
  readonly friendlyName?: string | undefined;
}

/** What looking for ports needs of the system. */
export interface PortSources {
  /** The library's list; on Linux it asks udevadm, which may not be there. */
  list(): Promise<readonly KnownPort[]>;
  /** The names in a folder. */
  names(folder: string): Promise<readonly string[]>;
  /** A file's text. */
  read(file: string): Promise<string>;
}

const listMs = 3_000;

const systemPorts: PortSources = {
  async list() {
    const { SerialPort } = await import('serialport');
    return SerialPort.list();
  },
  names: (folder) => readdir(folder),
  read: (file) => readFile(file, 'utf8'),
};

/**
 * The serial ports of this PC, as printers may stand behind them: built-in ports last. Whether a printer does, and how
 * fast it speaks, no port tells: 9600 baud is what most are delivered with (Epson, Zjiang). Over Bluetooth the rate is
 * only the pace at which bytes are handed over (DantSu's library waits likewise). Never rejects.
 */
export async function findSerialPorts(sources: PortSources = systemPorts): Promise<readonly FoundPrinter[]> {
  const ports = await listed(sources);
  const real = await Promise.all(ports.map((port) => isReal(port, sources)));
  return ports
    .filter((port, at) => real[at] === true && isSerialPath(port.path) && port.path.length <= 200)
    .sort((a, b) => Number(isBuiltIn(a.path)) - Number(isBuiltIn(b.path)))
    .map(asFound);
}

async function listed(sources: PortSources): Promise<readonly KnownPort[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the list of ports does not come')), listMs);
  });
  try {
    return await Promise.race([sources.list(), tooLate]);
  } catch {
    const names = await sources.names('/dev').catch((): readonly string[] => []);
    return names
      .filter((name) => /^(ttyUSB|ttyACM|rfcomm)\d+$/.test(name))
      .sort()
      .map((name) => ({ path: `/dev/${name}` }));
  } finally {
    clearTimeout(timer);
  }
}

const isBuiltIn = (port: string): boolean => /^\/dev\/ttyS\d+$/.test(port);

/** Linux has a device file for four and more built-in ports, most of them without a port: type 0, unknown. */
async function isReal({ path: port }: KnownPort, sources: PortSources): Promise<boolean> {
  if (!isBuiltIn(port)) return true;
  const type = await sources.read(`/sys/class/tty/${path.basename(port)}/type`).catch(() => undefined);
  return type?.trim() !== '0';
}

function asFound(port: KnownPort): FoundPrinter {
  const short = port.path.startsWith('/dev/') ? path.posix.basename(port.path) : port.path;
  const isBluetooth = short.startsWith('rfcomm');
  const maker = port.friendlyName ?? port.manufacturer;
  const usbId =
    port.vendorId === undefined || port.productId === undefined
      ? undefined
      : `${port.vendorId}:${port.productId}`;
  const known = [isBluetooth ? 'Bluetooth' : undefined, port.pnpId, usbId, port.serialNumber];
  return {
    connection: {
      kind: 'serial',
      path: port.path,
      baudRate: isBluetooth ? 115_200 : 9600,
      flowControl: 'none',
    },
    name: (maker === undefined || maker.includes(short) ? (maker ?? short) : `${maker} (${short})`).slice(
      0,
      200,
    ),
    detail: known
      .filter((word) => word !== undefined && word !== '')
      .join(', ')
      .slice(0, 300),
  };
}
