import { useState } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { vaultTroubleOf } from '../../../shared/vault-state.ts';
import { useMessages } from '../../store/use-counter.ts';
import { RetryKeyStore } from '../vault/retry-key-store.tsx';
import { UnlockForm } from '../vault/unlock-form.tsx';
import { ForgetSecrets } from './forget-secrets.tsx';
import { PassphrasePage } from './passphrase-page.tsx';
import '../vault/vault.css';

export interface VaultPageProps {
  readonly bridge: LoketBridge;
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}

/** What the accounts with the billers are locked by: shown, opened, and changed. */
export function VaultPage({ bridge, view, onSaved }: VaultPageProps) {
  const m = useMessages().vault;
  const [said, setSaid] = useState('');
  const { keyStore, passphrase } = view.vault;
  const trouble = vaultTroubleOf(view.vault);
  const done = (words: string) => (next: SettingsView) => {
    setSaid(words);
    onSaved(next);
  };
  return (
    <div className="vault-part">
      <p>{m.intro}</p>
      <dl className="vault-facts" data-testid="vault-state">
        <dt>{m.keyStore}</dt>
        <dd>{keyStore.kind === 'none' ? m.keyStores.none : m.keyStores[keyStore.kind](keyStore.name)}</dd>
        <dt>{m.passphraseState}</dt>
        <dd>{m.passphraseStates[passphrase]}</dd>
      </dl>
      <output>{said}</output>
      {trouble !== null && <TroubleWords trouble={trouble} />}
      {passphrase === 'asked' ? (
        <UnlockForm bridge={bridge} onOpen={done(m.unlocked)} />
      ) : (
        <>
          {keyStore.kind !== 'open' && <RetryKeyStore bridge={bridge} onLooked={onSaved} />}
          <PassphrasePage bridge={bridge} view={view} onSaved={done(m.saved)} onLeft={done(m.left)} />
        </>
      )}
      {trouble !== null && (
        <ForgetSecrets bridge={bridge} hasPin={view.hasPin} onForgotten={done(m.forgotten)} />
      )}
    </div>
  );
}

function TroubleWords({ trouble }: { readonly trouble: NonNullable<ReturnType<typeof vaultTroubleOf>> }) {
  const { what, money, next } = useMessages().vault.troubleOf(trouble);
  return (
    <p data-testid="vault-trouble">
      <strong>{what}</strong> {money} <strong>{next}</strong>
    </p>
  );
}
