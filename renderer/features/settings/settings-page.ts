import { billerInHand, type CounterView } from '../../store/counter-view.ts';

/** The pages of the settings; every biller has one. */
export type SettingsPage =
  | 'shop'
  | 'printer'
  | 'numbers'
  | 'fees'
  | 'till'
  | 'staff'
  | 'keys'
  | 'pin'
  | 'backups'
  | 'screens'
  | 'archive'
  | 'updates'
  | 'vault'
  | 'money'
  | 'diagnostics'
  | `biller:${string}`;

/** The page that is in view at first where the settings are open; `undefined` where they are not. */
export function settingsPageOf(
  view: Pick<CounterView, 'place' | 'sale' | 'catalogue'>,
): SettingsPage | undefined {
  switch (view.place) {
    case 'settings':
      return 'shop';
    case 'printer-settings':
      return 'printer';
    case 'backups':
      return 'backups';
    case 'archive':
      return 'archive';
    case 'money-settings':
      return 'money';
    case 'vault-settings':
      return 'vault';
    case 'biller-settings': {
      const biller = billerInHand(view);
      return biller === undefined ? 'shop' : `biller:${biller}`;
    }
    default:
      return undefined;
  }
}
