/** What came of a call that a script made on its ledger. */
export interface Attempt {
  readonly call: string;
  readonly returned?: unknown;
  readonly threw?: { readonly name: string; readonly code: string | null; readonly message: string };
}
