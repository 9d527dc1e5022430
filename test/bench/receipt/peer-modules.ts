import { createRequire } from 'node:module';
import path from 'node:path';

/** What the benchmark calls of `escpos` 2.5.2, which the program itself uses for less. */
export interface EscposPrinter {
  hardware(command: 'init'): this;
  font(family: 'a' | 'b'): this;
  align(to: 'lt'): this;
  style(type: 'normal'): this;
  size(width: number, height: number): this;
  text(line: string): this;
  cut(partial: boolean): this;
  flush(): this;
}

export type EscposPrinterClass = new (
  adapter: { write(view: Buffer): void },
  options: { readonly encoding: string | undefined },
) => EscposPrinter;

/** Of node-thermal-printer 4.6.1. */
export interface ThermalPrinter {
  println(text: string): void;
  setTypeFontA(): void;
  setTypeFontB(): void;
  setTextNormal(): void;
  setTextDoubleHeight(): void;
  partialCut(): void;
  getBuffer(): Buffer;
  clear(): void;
}

export interface NodeThermalPrinter {
  readonly ThermalPrinter: new (options: {
    readonly type: string;
    readonly width: number;
    readonly characterSet: string;
  }) => ThermalPrinter;
}

/** Of \@point-of-sale/receipt-printer-encoder 4.0.1. */
export interface ReceiptPrinterEncoder {
  initialize(): this;
  codepage(name: string): this;
  font(name: 'A' | 'B'): this;
  height(times: number): this;
  line(text: string): this;
  cut(type: 'partial'): this;
  encode(): Uint8Array;
}

export type ReceiptPrinterEncoderClass = new (options: {
  readonly language: string;
  readonly columns: number;
  readonly newline: string;
}) => ReceiptPrinterEncoder;

/** Of receiptline 4.0.4. Its commands come as a string, one character a byte. */
export interface Receiptline {
  transform(
    document: string,
    printer: { readonly cpl: number; readonly encoding: string; readonly command: string },
  ): string;
}

const ofProject = createRequire(import.meta.url);
/** The folder with a package.json and a lock of its own, which `npm run bench` installs. */
const ofPeers = createRequire(path.join(import.meta.dirname, 'peers/package.json'));

export const EscposPrinter = ofProject('escpos/printer.js') as EscposPrinterClass;
export const { ThermalPrinter } = ofPeers('node-thermal-printer') as NodeThermalPrinter;
export const ReceiptPrinterEncoder = ofPeers(
  '@point-of-sale/receipt-printer-encoder',
) as ReceiptPrinterEncoderClass;
export const receiptline = ofPeers('receiptline') as Receiptline;
