import { formatRupiah, type Rupiah } from '../../../shared/money.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import './pay-button.css';

interface PayButtonProps {
  readonly total: Rupiah;
  readonly isPaying: boolean;
  /** Enough cash is typed. The button can be pressed before, and then says what is missing. */
  readonly isReady: boolean;
}

/**
 * The only button that moves money. A key on it goes the way of the field's Enter, because a browser turns a key
 * that is held down on a button into click after click.
 */
export function PayButton({ total, isPaying, isReady }: PayButtonProps) {
  const m = useMessages();
  const commands = useCommands();
  const sum = formatRupiah(total);
  return (
    <button
      type="button"
      className={`pay ${isReady ? 'pay-ready' : ''}`}
      disabled={isPaying}
      aria-keyshortcuts="Enter"
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        commands.pay({ by: 'key', repeat: event.repeat });
      }}
      onKeyUp={(event) => {
        if (event.key === ' ') event.preventDefault();
      }}
      onClick={() => commands.pay({ by: 'pointer' })}
    >
      {isPaying ? m.cash.paying(sum) : m.cash.pay(sum)}
      {!isPaying && <KeyCap>Enter</KeyCap>}
    </button>
  );
}
