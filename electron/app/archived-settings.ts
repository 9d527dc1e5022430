import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { Settings } from '../settings/settings.ts';

export interface SettingsToRestore {
  readonly here: Settings;
  readonly archived: Settings;
  /** Of the ledger that comes with them. */
  readonly ledger: LedgerKind;
  /** Names the counter that they make. */
  readonly counterId: string;
}

/** Whether a machine has printers of its own: the screen, which every one has, is none. */
export const hasPrinters = ({ printing }: Settings): boolean =>
  printing.printers.some(({ connection }) => connection.kind !== 'screen');

/**
 * What a counter is set to once it stands on this machine. What is the machine's stays: its printers, where it has any, and its
 * folders. The shop, the billers, the people and their PINs are the archive's.
 */
export function restoredSettings({ here, archived, ledger, counterId }: SettingsToRestore): Settings {
  const machine = hasPrinters(here) ? here : archived;
  const { backupFolder, pictureFolder } = here.shop;
  return {
    ...archived,
    open: ledger,
    // The archive's other ledgers did not come with it: none of them is lost here.
    born: [...new Set([...here.born, ledger])],
    shop: { ...archived.shop, backupFolder, pictureFolder },
    printing: machine.printing,
    printerMemory: machine.printerMemory,
    isIntroduced: true,
    counterId,
    retired: null,
    // Its own program, from its own place.
    updates: here.updates,
  };
}
