import { ledgerKinds, type LedgerKind } from '../../../shared/ledger-kind.ts';
import type { SettingsView } from '../../../shared/settings.ts';

/** A kind of ledger, and whether the counter can go over to it. */
export type LedgerChoice = { readonly kind: LedgerKind } & (
  | { readonly state: 'open' }
  /** `billers` are the names of those that would sell there; in training the counter's own fakes do. */
  | { readonly state: 'ready'; readonly billers: readonly string[] }
  | { readonly state: 'no-biller' }
  /** Billers whose address is of this kind, and whose account is not filled in. */
  | { readonly state: 'no-credentials'; readonly billers: readonly string[] }
);

/** The three kinds of ledger, and what stands in the way of each. */
export const ledgerChoices = ({ ledger, billers }: SettingsView): readonly LedgerChoice[] =>
  ledgerKinds.map((kind): LedgerChoice => {
    if (kind === ledger) return { kind, state: 'open' };
    if (kind === 'training') return { kind, state: 'ready', billers: [] };
    const there = billers.filter((biller) => biller.kind === kind);
    const named = (list: typeof there): readonly string[] => list.map(({ form }) => form.name);
    const selling = there.filter(({ hasCredentials }) => hasCredentials);
    if (selling.length > 0) return { kind, state: 'ready', billers: named(selling) };
    return there.length === 0
      ? { kind, state: 'no-biller' }
      : { kind, state: 'no-credentials', billers: named(there) };
  });
