import type { PrinterProfile } from '../../shared/printing/printer-profile.ts';
import { ruler, rulers } from '../../shared/printing/test-page.ts';
import { plainStyle, type Style } from '../../shared/receipt/document.ts';
import { printModeOf } from '../../shared/receipt/print-mode.ts';
import { drawerPulse } from './encode-drawer.ts';
import { cutCommand, slipBegin } from './slip-frame.ts';

const lineFeed = '\n';
const styled = (text: string, style: Partial<Style>): string => {
  const mode = String.fromCharCode(printModeOf({ ...plainStyle, ...style }));
  return `\u001b!${mode}${text}${lineFeed}\u001b!\u0000`;
};

/**
 * The page by which an owner finds out what a printer can do: rulers in both fonts, of which the longer ones run over the
 * edge on purpose, and a sample of each style. Not laid out for any width, since that is what it asks.
 */
export function encodeTestPage(profile: PrinterProfile, printerName: string): Uint8Array {
  const lines = [
    styled('LOKET', { bold: true, doubleHeight: true, doubleWidth: true }),
    `Halaman uji${lineFeed}${asciiOf(printerName)}${lineFeed}${lineFeed}`,
    `Huruf besar:${lineFeed}`,
    ...rulers.A.map((columns) => ruler(columns) + lineFeed),
    `${lineFeed}Huruf kecil:${lineFeed}`,
    ...rulers.B.map((columns) => styled(ruler(columns), { font: 'B' })),
    lineFeed,
    styled('Tebal', { bold: true }),
    styled('Tinggi', { doubleHeight: true }),
    styled('Lebar', { doubleWidth: true }),
    styled('Garis bawah', { underline: true }),
    `Biasa 0123456789 Rp 1.250.000${lineFeed}`,
  ];
  return bytesOf(slipBegin(profile) + lines.join('') + lineFeed.repeat(profile.feedLines));
}

/** A line, the feed and the cut, for seeing whether it cuts, and where. */
export const encodeCutTest = (profile: PrinterProfile): Uint8Array =>
  bytesOf(
    `${slipBegin(profile)}Uji potong${lineFeed}${lineFeed.repeat(profile.feedLines)}${cutCommand(profile)}`,
  );

/** `undefined` where the profile has no drawer. */
export const encodeDrawerTest = ({ drawer }: PrinterProfile): Uint8Array | undefined =>
  drawer === null ? undefined : drawerPulse(drawer);

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const asciiOf = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 32);
