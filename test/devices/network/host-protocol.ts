import type { NetworkDeadlines } from '../../../electron/printing/transports/network/socket-connection.ts';
import type { PrinterProblem } from '../../../shared/payment/print-job.ts';
import type { FoundPrinter, PrinterConnectionOf } from '../../../shared/printing/printer-connection.ts';

/** A transport of the program, by what it is made from. */
export type TransportSpec =
  | (PrinterConnectionOf<'network'> & { readonly deadlines?: NetworkDeadlines })
  | PrinterConnectionOf<'serial'>
  | PrinterConnectionOf<'file'>;

/** What the test asks of its host; `id` is the test's own, and names the connection too that an `open` has made. */
export type Question = { readonly id: number } & (
  | { readonly op: 'open'; readonly spec: TransportSpec }
  | { readonly op: 'write'; readonly on: number; readonly bytes: string }
  | { readonly op: 'finish' | 'close'; readonly on: number }
  | { readonly op: 'listen' | 'deafen'; readonly on: number }
  | { readonly op: 'find-serial-ports' }
  /** Fires the signal of the question that `on` names. */
  | { readonly op: 'abort'; readonly on: number }
);

/** What the host says. Bytes are in base64. */
export type Message =
  | { readonly ready: true }
  | { readonly id: number; readonly value: Answer }
  | { readonly id: number; readonly problem: PrinterProblem }
  /** An error that no transport may have. */
  | { readonly id: number; readonly bug: string }
  | { readonly taken: number; readonly id: number }
  | { readonly heard: string; readonly on: number }
  | { readonly lost: PrinterProblem; readonly on: number };

export type Answer = { readonly hasEars: boolean } | 'printed' | 'sent' | 'done' | readonly FoundPrinter[];
