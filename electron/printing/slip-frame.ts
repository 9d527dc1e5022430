import type { PrinterProfile } from '../../shared/printing/printer-profile.ts';
import { escposCommands as commands } from './escpos-library.ts';

/**
 * Every slip begins from nothing: initialise, Chinese double-byte mode off (many clones start in it), the code page.
 * `ESC @` undoes the other two, so they follow it each time.
 */
export const slipBegin = ({ codePage }: PrinterProfile): string =>
  `${commands.HARDWARE.HW_INIT}${commands.FS}.${commands.ESC}t${String.fromCharCode(codePage)}`;

/** `gs-v` feeds to the cutter's position and cuts partially; the library's constant lacks the last byte. */
const cuts: Readonly<Record<PrinterProfile['cutter'], string>> = {
  none: '',
  'gs-v': `${commands.PAPER.PAPER_CUT_B}\u0000`,
  'esc-i': `${commands.ESC}i`,
};

/** Empty for a printer without a cutter. Only at a line's beginning is it carried out. */
export const cutCommand = ({ cutter }: PrinterProfile): string => cuts[cutter];
