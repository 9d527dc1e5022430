import './key-cap.css';

/** A key as `aria-keyshortcuts` writes it: `Ctrl+P` → `Control+P`. */
export const ariaKey = (cap: string): string =>
  cap
    .replace('Ctrl+', 'Control+')
    .replace(/^Esc$/, 'Escape')
    .replace(/^Del$/, 'Delete')
    .replace(/^Spasi$/, 'Space')
    .replace('↑', 'ArrowUp')
    .replace('↓', 'ArrowDown');

/** The key that does what it stands beside. Not read aloud: `aria-keyshortcuts` says it. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd className="key-cap" aria-hidden="true">
      {children}
    </kbd>
  );
}
