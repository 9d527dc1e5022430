import { useCounterState, useMessages } from '../../store/use-counter.ts';
import './ledger-banner.css';

/** Says over the whole width that this is not real money. At a live counter there is nothing to say. */
export function LedgerBanner() {
  const m = useMessages();
  const { ledger } = useCounterState();
  const words = m.banners[ledger];
  if (words === null) return null;
  return (
    <p className="ledger-banner" role="note" data-testid="ledger-banner" data-ledger={ledger}>
      <span>{words}</span>
    </p>
  );
}
