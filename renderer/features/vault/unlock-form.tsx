import { useRef, useState, type RefObject } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { VaultProblemCode } from '../../../shared/contract/vault.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { reportBug } from '../../report-bug.ts';
import { useMessages } from '../../store/use-counter.ts';
import { FormPage, SaveRow, TextField } from '../../ui/form.tsx';

interface UnlockFormProps {
  readonly bridge: LoketBridge;
  readonly onOpen: (view: SettingsView) => void;
  readonly field?: RefObject<HTMLDivElement | null>;
}

/** Asks for the owner's passphrase. It stays in this field and leaves with it. */
export function UnlockForm({ bridge, onOpen, field }: UnlockFormProps) {
  const m = useMessages().vault;
  const own = useRef<HTMLDivElement>(null);
  const place = field ?? own;
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'typing' | 'asking' | VaultProblemCode>('typing');
  const problem = state === 'typing' || state === 'asking' ? undefined : m.problems[state];

  const unlock = async (): Promise<void> => {
    if (passphrase === '' || state === 'asking') return;
    setState('asking');
    setPassphrase('');
    try {
      const result = await bridge.unlockVault({ passphrase });
      setState(result.ok ? 'typing' : result.error.code);
      if (result.ok) onOpen(result.value);
      else place.current?.querySelector('input')?.focus();
    } catch (fault) {
      setState('typing');
      reportBug(fault);
    }
  };

  return (
    <FormPage onSave={() => void unlock()}>
      <div ref={place}>
        <TextField
          label={m.passphrase}
          type="password"
          value={passphrase}
          fault={problem}
          maxLength={200}
          onType={(typed) => {
            setPassphrase(typed);
            if (state !== 'asking') setState('typing');
          }}
        />
      </div>
      <SaveRow label={m.unlock} note={state === 'asking' ? m.checking : ''} isTrouble={false} />
    </FormPage>
  );
}
