import type { FoundPrinter } from '../../../../shared/printing/printer-connection.ts';
import { guessModel } from './guess-model.ts';

/** The ways by which printers are found, in the order in which they are shown. */
export const foundGroups = ['usb', 'queue', 'serial', 'other'] as const;
export type FoundGroup = (typeof foundGroups)[number];

export interface FoundInGroup {
  readonly group: FoundGroup;
  readonly printers: readonly FoundPrinter[];
}

/** Queues that print on no paper. */
const isVirtual = ({ name }: FoundPrinter): boolean => /pdf|xps|onenote|\bfax\b/i.test(name);

/** How likely it is a receipt printer: the lower the likelier. */
function rank(found: FoundPrinter): number {
  if (isVirtual(found)) return 2;
  return guessModel(found) !== null || /ESC.?POS/i.test(found.detail) ? 0 : 1;
}

const groupOf = ({ connection: { kind } }: FoundPrinter): FoundGroup =>
  kind === 'usb' || kind === 'queue' || kind === 'serial' ? kind : 'other';

/** Names a found printer as long as it is listed: a serial port is the same at every speed. */
export const keyOfFound = ({ connection }: Pick<FoundPrinter, 'connection'>): string =>
  connection.kind === 'serial' ? `serial ${connection.path}` : JSON.stringify(connection);

const compare = (one: FoundPrinter, other: FoundPrinter): number =>
  rank(one) - rank(other) ||
  one.name.localeCompare(other.name, 'id', { numeric: true, sensitivity: 'base' }) ||
  (keyOfFound(one) < keyOfFound(other) ? -1 : 1);

/**
 * The printers that were found by how they are reached, the likely receipt printers first; each once. The order is the
 * same however often they are sought.
 */
export function groupFound(found: readonly FoundPrinter[]): readonly FoundInGroup[] {
  const once = [...new Map(found.map((each) => [keyOfFound(each), each])).values()].toSorted(compare);
  return foundGroups
    .map((group) => ({ group, printers: once.filter((each) => groupOf(each) === group) }))
    .filter(({ printers }) => printers.length > 0);
}
