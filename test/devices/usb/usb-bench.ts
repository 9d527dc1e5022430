import { setTimeout } from 'node:timers/promises';
import { afterAll, onTestFinished } from 'vitest';
import type { FoundPrinter } from '../../../shared/printing/printer-connection.ts';
import { startUsbBus, type UsbBus, type UsbPrinter, type UsbPrinterOptions } from './start-usb-printer.ts';
import { startUsbUser, type UsbUser } from './start-usb-user.ts';
import type { Meant } from './usb-user-orders.ts';

/** What one test has to itself. */
export interface Bench {
  /** No other test has a printer of this make. */
  readonly meant: Meant;
  readonly user: UsbUser;
  readonly bus: UsbBus;
  /** What the user finds of this make. */
  readonly found: () => Promise<readonly FoundPrinter[]>;
}

/** One bus and one program serve a whole file: a program that has lived through all of it is the harder test. */
let shared: Promise<{ readonly bus: UsbBus; readonly user: UsbUser }> | undefined;
let makes = 0;

async function startShared(): Promise<{ readonly bus: UsbBus; readonly user: UsbUser }> {
  const bus = await startUsbBus([]);
  return { bus, user: startUsbUser(bus.env) };
}

async function endShared(): Promise<void> {
  if (shared === undefined) return;
  const { bus, user } = await shared;
  shared = undefined;
  await user.kill();
  await bus.stop();
}

afterAll(endShared);

async function bench(): Promise<Bench> {
  shared ??= startShared();
  const { bus, user } = await shared;
  makes += 1;
  const meant = { vendorId: 0x04b8, productId: 0x1000 + makes, serialNumber: 'FAKE0001' };
  return {
    meant,
    bus,
    user: user.anew(),
    found: async () =>
      (await user.find()).filter(
        ({ connection }) => connection.kind === 'usb' && connection.productId === meant.productId,
      ),
  };
}

async function plugIn({ bus, user, meant }: Bench, options: UsbPrinterOptions): Promise<UsbPrinter> {
  const { productId } = meant;
  // The system hears of it a moment later.
  const watcher = user.anew();
  await watcher.watch({ ...meant, ...options, productId, serialNumber: '' });
  const printer = await bus.add({ productId, ...options });
  if (options.plugged !== false) await watcher.until((events) => events.length > 0);
  await watcher.stopWatching();
  onTestFinished(async () => {
    // A program or a bus that has ended is as well, and so is a printer that is unplugged already.
    await user.closeAll().catch(() => undefined);
    await printer.tell('unplug').catch(() => undefined);
  });
  return printer;
}

/** A printer and a program beside it, for one test. */
export async function usbBench(
  options: UsbPrinterOptions = {},
): Promise<Bench & { readonly printer: UsbPrinter }> {
  const own = await bench();
  return { ...own, printer: await plugIn(own, options) };
}

/** Several printers of one make and a program beside them, for one test. */
export async function usbBenchOf(
  options: readonly UsbPrinterOptions[],
): Promise<Bench & { readonly printers: readonly UsbPrinter[] }> {
  const own = await bench();
  const printers: UsbPrinter[] = [];
  for (const option of options) printers.push(await plugIn(own, option));
  return { ...own, printers };
}

/**
 * Another program on the same bus, for one test. With its end umockdev may take hot plug from the first one too, so that
 * the next test begins on a bus of its own.
 */
export function anotherUser(bus: Pick<UsbBus, 'env'>, options?: { readonly isPrivileged: boolean }): UsbUser {
  const user = startUsbUser(bus.env, options);
  onTestFinished(async () => {
    await user.kill();
    await endShared();
  });
  return user;
}

/** Resolves when the printer has taken so many bytes. */
export async function untilTaken(printer: UsbPrinter, bytes: number): Promise<void> {
  while (printer.bytes().length < bytes) await setTimeout(5);
}
