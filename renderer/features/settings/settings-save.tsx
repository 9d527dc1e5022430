import { useMessages } from '../../store/use-counter.ts';
import { SaveRow } from '../../ui/form.tsx';
import type { ShopFault } from './shop-form.ts';
import type { Saved } from './use-shop-form.ts';

/** The page that a fault is mended on. */
const pageOf = {
  rules: 'numbers',
  cut: 'till',
  lock: 'till',
  'low-deposit': 'till',
  'lot-asks': 'till',
  fees: 'fees',
} as const satisfies Record<ShopFault, string>;

interface SettingsSaveProps {
  readonly saved: Saved;
  /** What keeps it from being saved, on this page or on another: the shop's pages are saved together. */
  readonly faults?: readonly ShopFault[];
}

/** The save button of a settings page, and what came of it. */
export function SettingsSave({ saved, faults }: SettingsSaveProps) {
  const m = useMessages();
  const isTrouble = saved !== 'not-yet' && saved !== 'saved';
  const pages = [...new Set(faults?.map((fault) => m.settings.tabs[pageOf[fault]]))];
  const note = ((): string => {
    switch (saved) {
      case 'not-yet':
        return '';
      case 'saved':
        return m.settings.saved;
      case 'faults':
        return m.settings.faultyOn(pages.join(', '));
      default:
        return m.settingsProblems[saved];
    }
  })();
  return <SaveRow label={m.settings.save} note={note} isTrouble={isTrouble} />;
}
