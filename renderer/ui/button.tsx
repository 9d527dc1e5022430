import type { ReactNode } from 'react';
import { ariaKey, KeyCap } from './key-cap.tsx';
import './button.css';

interface ButtonLook {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'plain' | 'main' | 'quiet';
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly className?: string;
}

/** What stands on a button is its name, and its key is told apart from it; what is only to be heard is `Heard` in it. */
type ButtonProps = ButtonLook &
  (
    | {
        /** The key that does the same, as it is written on the cap. */
        readonly keyCap?: string;
        readonly label?: never;
      }
    | {
        /** Its whole name, which begins with the words that are seen. */
        readonly label: string;
        readonly keyCap?: never;
      }
  );

/**
 * A button of the counter. Pressing it with a finger or the mouse leaves the cursor where it is, so that the
 * cashier goes on typing.
 */
export function Button({
  children,
  onPress,
  look = 'plain',
  keyCap,
  disabled = false,
  label,
  pressed,
  className = '',
}: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${look} ${className}`}
      disabled={disabled}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={keyCap === undefined ? undefined : ariaKey(keyCap)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <span className="button-words">{children}</span>
      {keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}
    </button>
  );
}
