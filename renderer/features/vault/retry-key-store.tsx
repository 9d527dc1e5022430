import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { VaultProblemCode } from '../../../shared/contract/vault.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';

interface RetryKeyStoreProps {
  readonly bridge: LoketBridge;
  readonly onLooked: (view: SettingsView) => void;
}

/** Looks for the computer's key store again. */
export function RetryKeyStore({ bridge, onLooked }: RetryKeyStoreProps) {
  const m = useMessages().vault;
  const [problem, setProblem] = useState<VaultProblemCode | null>(null);
  const retry = async (): Promise<void> => {
    const result = await bridge.retryKeyStore();
    setProblem(result.ok ? null : result.error.code);
    if (result.ok) onLooked(result.value);
  };
  return (
    <div className="vault-keys">
      <button type="button" className="button" onClick={() => void retry().catch(reportBug)}>
        {m.retry}
      </button>
      <p role={problem === null ? undefined : 'alert'} className={problem === null ? 'small' : 'form-fault'}>
        {problem === null ? m.retryNote : m.problems[problem]}
      </p>
    </div>
  );
}
