import { useRef } from 'react';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import { PlaceDialog } from '../../ui/place.tsx';
import { RetryKeyStore } from './retry-key-store.tsx';
import { UnlockForm } from './unlock-form.tsx';
import './vault.css';

/** Why the accounts with the billers are not open, and what opens them. Esc leaves it for later: nothing is sold till then. */
export function VaultDialog({ bridge }: { readonly bridge: LoketBridge }) {
  const m = useMessages().vault;
  const { close, open } = useCommands();
  const { vault, unresolved } = useCounterState();
  const field = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLElement>(null);
  const { what, money, next } =
    vault === null ? { what: m.unlocked, money: '', next: '' } : m.troubleOf(vault);
  const asksPassphrase = vault?.kind === 'passphrase-asked';
  return (
    <PlaceDialog title={m.label} size="small" {...(asksPassphrase ? { focusFirst: first } : {})}>
      <div
        className="vault-place"
        ref={(element) => {
          first.current = element?.querySelector('input') ?? null;
        }}
      >
        <p className="vault-what">{what}</p>
        <p>
          {money} <strong>{next}</strong>
        </p>
        {asksPassphrase && (
          <UnlockForm
            bridge={bridge}
            field={field}
            // What is not certain can be asked after now.
            onOpen={() => (unresolved > 0 ? open('unresolved') : close())}
          />
        )}
        {vault !== null && !asksPassphrase && <RetryKeyStore bridge={bridge} onLooked={() => undefined} />}
        <button type="button" className="button" onClick={() => open('vault-settings')}>
          {m.toPage}
        </button>
      </div>
    </PlaceDialog>
  );
}
