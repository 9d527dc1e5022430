import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsProblemCode, SettingsView, ShopSettings } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { readShopForm, shopFormOf, type ShopFault, type ShopForm } from './shop-form.ts';

/** What came of the last press of save. */
export type Saved = 'not-yet' | 'saved' | SettingsProblemCode | 'faults';

/** The shop's settings while they are edited: one form over its pages. */
export interface ShopFormState {
  readonly form: ShopForm;
  readonly change: (part: Partial<ShopForm>) => void;
  readonly faults: readonly ShopFault[];
  readonly saved: Saved;
  readonly save: () => void;
}

export function useShopForm(
  bridge: LoketBridge,
  settings: ShopSettings,
  onSaved: (view: SettingsView) => void,
): ShopFormState {
  const [form, setForm] = useState(() => shopFormOf(settings));
  const [saved, setSaved] = useState<Saved>('not-yet');
  const [faults, setFaults] = useState<readonly ShopFault[]>([]);

  const save = async (): Promise<void> => {
    const read = readShopForm(form, settings);
    setFaults(read.ok ? [] : read.error);
    if (!read.ok) return setSaved('faults');
    const result = await bridge.saveShopSettings(read.value);
    setSaved(result.ok ? 'saved' : result.error.code);
    if (result.ok) onSaved(result.value);
  };

  return {
    form,
    change: (part) => {
      setForm((current) => ({ ...current, ...part }));
      setSaved('not-yet');
    },
    faults,
    saved,
    save: () => void save().catch(reportBug),
  };
}
