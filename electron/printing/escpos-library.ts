import type EscposPrinter from 'escpos/printer.js';
import commands from 'escpos/commands.js';

/** The library's table of commands: plain strings, one character a byte. */
export const escposCommands = commands;

let loading: Promise<typeof EscposPrinter> | undefined;

/** The library's printer class, loaded on first use: it takes some 160 ms, which no start of the program waits for. */
export function loadEscposPrinter(): Promise<typeof EscposPrinter> {
  loading ??= import('escpos/printer.js').then((library) => library.default);
  return loading;
}
