import { useCommands, useCounterState, useMessages } from '../../store/use-counter.ts';
import './ledger-banner.css';

/**
 * Says over the whole width that this is not real money, and leads to where that is changed. At a live counter there is
 * nothing to say. `isStill`: where nothing may be opened.
 */
export function LedgerBanner({ isStill = false }: { readonly isStill?: boolean }) {
  const m = useMessages();
  const { ledger } = useCounterState();
  const commands = useCommands();
  const words = m.banners[ledger];
  if (words === null) return null;
  if (isStill) {
    return (
      <p className="ledger-banner" data-testid="ledger-banner" data-ledger={ledger}>
        <span>{words}</span>
      </p>
    );
  }
  return (
    <button
      type="button"
      className="ledger-banner"
      data-testid="ledger-banner"
      data-ledger={ledger}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => commands.open('money-settings')}
    >
      <span>{words}</span>
    </button>
  );
}
