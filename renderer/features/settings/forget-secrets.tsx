import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { VaultProblemCode } from '../../../shared/contract/vault.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { TextField } from '../../ui/form.tsx';
import { sentPin } from './passphrase-form.ts';

interface ForgetSecretsProps {
  readonly bridge: LoketBridge;
  readonly hasPin: boolean;
  readonly onForgotten: (view: SettingsView) => void;
}

/** The way out where nothing opens the accounts any more: they are removed, and entered anew. */
export function ForgetSecrets({ bridge, hasPin, onForgotten }: ForgetSecretsProps) {
  const m = useMessages().vault;
  const [isAsking, setIsAsking] = useState(false);
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<VaultProblemCode | null>(null);
  const forget = async (): Promise<void> => {
    setPin('');
    const result = await bridge.forgetSecrets({ pin: sentPin(pin, hasPin) });
    setProblem(result.ok ? null : result.error.code);
    if (result.ok) onForgotten(result.value);
  };
  if (!isAsking) {
    return (
      <div>
        <button type="button" className="button" onClick={() => setIsAsking(true)}>
          {m.forget}
        </button>
      </div>
    );
  }
  return (
    <div className="vault-part">
      <p>{m.forgetNote}</p>
      {hasPin && (
        <TextField
          label={m.pin}
          type="password"
          inputMode="numeric"
          value={pin}
          maxLength={12}
          onType={setPin}
        />
      )}
      <div className="vault-keys">
        <button type="button" className="button" onClick={() => setIsAsking(false)}>
          {m.cancel}
        </button>
        <button type="button" className="button" onClick={() => void forget().catch(reportBug)}>
          {m.forgetNow}
        </button>
        <p role={problem === null ? undefined : 'alert'} className="form-fault">
          {problem === null ? '' : m.problems[problem]}
        </p>
      </div>
    </div>
  );
}
