import { z } from '../zod.ts';

/**
 * Whether receipts may be appended to the file at `path`: a device, or a file whose name says that it holds printer
 * bytes. No other file of the user is ever written to, whatever the window asks for.
 */
export const isPrinterPath = (path: string): boolean =>
  /^\/dev\/(?!.*\.\.)[\w./-]+$/.test(path) || /^(COM|LPT)\d+$/i.test(path) || /\.(bin|prn)$/i.test(path);

/** A serial port as the system names it: `/dev/ttyUSB0`, `/dev/rfcomm0`, `COM3`. */
export const isSerialPath = (path: string): boolean =>
  /^\/dev\/(?!.*\.\.)[\w./-]+$/.test(path) || /^COM\d{1,3}$/i.test(path);

/**
 * A print queue's name. CUPS allows no blank, slash or `#`; Windows nearly everything but a comma, `!` and control
 * characters, and a share begins with two backslashes. A leading `-` could be taken for an option.
 */
export const isQueueName = (name: string): boolean => /^(?![-\s])[^\p{Cc}/#,!]{1,220}$/u.test(name);

export const baudRates = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200] as const;
export const flowControls = ['none', 'rtscts', 'xonxoff'] as const;

/** How a printer is reached. */
export const printerConnectionSchema = z.discriminatedUnion('kind', [
  /** The receipt stands on the screen, and nowhere else. */
  z.strictObject({ kind: z.literal('screen') }),
  /** Every receipt as a picture or a page of its own, in a folder; empty: the folder of pictures. */
  z.strictObject({
    kind: z.literal('picture'),
    format: z.enum(['png', 'pdf']),
    folder: z.string().max(1000),
  }),
  /** A device file such as `/dev/usb/lp0`, or a file that keeps the printer's bytes. */
  z.strictObject({ kind: z.literal('file'), path: z.string().max(1000).refine(isPrinterPath) }),
  z.strictObject({
    kind: z.literal('network'),
    host: z.string().min(1).max(253),
    port: z.int().min(1).max(65_535),
  }),
  /** A USB printer by what it says of itself: its address on the bus changes with every plug. */
  z.strictObject({
    kind: z.literal('usb'),
    vendorId: z.int().min(0).max(0xffff),
    productId: z.int().min(0).max(0xffff),
    /** Empty where it has none: then any printer of that make will do. */
    serialNumber: z.string().max(126),
  }),
  /** A serial port; Bluetooth is one too (SPP). */
  z.strictObject({
    kind: z.literal('serial'),
    path: z.string().max(200).refine(isSerialPath),
    baudRate: z.literal(baudRates),
    flowControl: z.enum(flowControls),
  }),
  /** A print queue of the system: CUPS, or the Windows spooler. */
  z.strictObject({ kind: z.literal('queue'), name: z.string().refine(isQueueName) }),
]);
export type PrinterConnection = z.infer<typeof printerConnectionSchema>;
export type PrinterConnectionOf<Kind extends PrinterConnection['kind']> = Extract<
  PrinterConnection,
  { readonly kind: Kind }
>;

/** A printer that was found: how it is reached, and what the system or the printer itself calls it. */
export const foundPrinterSchema = z.strictObject({
  connection: printerConnectionSchema,
  name: z.string().max(200),
  /** What it says of itself (IEEE 1284 device id), or what the system adds; may be empty. */
  detail: z.string().max(300),
});
export type FoundPrinter = z.infer<typeof foundPrinterSchema>;
