/**
 * A ledger is born as one of these and never changes.
 * `training`: the biller is the counter's own fake. `sandbox`: a biller's test host. `live`: real money.
 */
export const ledgerKinds = ['training', 'sandbox', 'live'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];
