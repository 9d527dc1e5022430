/** Words that are heard and not seen: what the screen says by a sign, or by where something stands. */
export function Heard({ children }: { readonly children: string }) {
  return <span className="only-heard">{children}</span>;
}
