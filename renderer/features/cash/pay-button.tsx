import type { PayPress } from '../../store/sale.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import './pay-button.css';

interface PayButtonProps {
  /** What it says, with the sum. */
  readonly words: string;
  readonly isPaying: boolean;
  /** Enough cash is typed. The button can be pressed before, and then says what is missing. */
  readonly isReady: boolean;
  readonly onPay: (press: PayPress) => void;
}

/**
 * The only button that moves money. A key on it goes the way of the field's Enter, because a browser turns a key
 * that is held down on a button into click after click.
 */
export function PayButton({ words, isPaying, isReady, onPay }: PayButtonProps) {
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
        onPay({ by: 'key', repeat: event.repeat });
      }}
      onKeyUp={(event) => {
        if (event.key === ' ') event.preventDefault();
      }}
      onClick={() => onPay({ by: 'pointer' })}
    >
      {words}
      {!isPaying && <KeyCap>Enter</KeyCap>}
    </button>
  );
}
