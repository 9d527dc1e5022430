import { useEffect, useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';

/** What is set, fetched anew whenever a place that shows it opens; `null` until it is there. */
export function useSettings(
  bridge: LoketBridge,
): readonly [SettingsView | null, (view: SettingsView) => void] {
  const [view, setView] = useState<SettingsView | null>(null);
  useEffect(() => {
    let isGone = false;
    bridge
      .settings()
      .then((result) => {
        if (result.ok && !isGone) setView(result.value);
      })
      .catch(reportBug);
    return () => {
      isGone = true;
    };
  }, [bridge]);
  return [view, setView];
}
