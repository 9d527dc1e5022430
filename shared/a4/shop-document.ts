import { messagesFor } from '../i18n/messages.ts';
import type { LedgerKind } from '../ledger-kind.ts';
import type { ShopSettings } from '../settings.ts';
import { formatMoment, type Instant } from '../time.ts';
import type { A4Document } from './a4-document.ts';

export interface MadeBy {
  readonly shop: ShopSettings;
  readonly ledger: LedgerKind;
  readonly at: Instant;
}

/** A document of this shop: whose it is, when it was made by the shop's clock, and that no money moved where none did. */
export function shopDocument(
  over: Pick<A4Document, 'title' | 'facts' | 'tables' | 'notes'>,
  { shop: { language, shop, day }, ledger, at }: MadeBy,
): A4Document {
  const { reports: words } = messagesFor(language);
  return {
    language,
    shop,
    ...over,
    facts: [...over.facts, { label: words.made, value: formatMoment(at, day.zone) }],
    notes: ledger === 'live' ? over.notes : [words.training, ...over.notes],
  };
}
