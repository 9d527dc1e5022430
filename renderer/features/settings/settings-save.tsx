import { useMessages } from '../../store/use-counter.ts';
import { SaveRow } from '../../ui/form.tsx';
import type { Saved } from './use-shop-form.ts';

/** The save button of a settings page, and what came of it. */
export function SettingsSave({ saved }: { readonly saved: Saved }) {
  const m = useMessages();
  const isTrouble = saved !== 'not-yet' && saved !== 'saved' && saved !== 'faults';
  const note = isTrouble ? m.settingsProblems[saved] : saved === 'saved' ? m.settings.saved : '';
  return <SaveRow label={m.settings.save} note={note} isTrouble={isTrouble} />;
}
