import './key-cap.css';

/** The key that does what it stands beside. Not read aloud: `aria-keyshortcuts` says it. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd className="key-cap" aria-hidden="true">
      {children}
    </kbd>
  );
}
