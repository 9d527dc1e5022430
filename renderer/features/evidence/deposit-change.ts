import type { EvidenceView } from '../../../shared/contract/evidence.ts';

type DepositEvidence = EvidenceView['deposit'];

/** How the deposit moved around a payment, in whole rupiah: what fell is positive. */
export interface DepositChange {
  readonly fell: number;
  /** What other payments in between do not explain: taken where positive, added where negative. */
  readonly rest: number;
}

/** `null` where one of the two is not known. It is arithmetic and no verdict: deposits are also filled up. */
export function depositChange({ before, after, others }: DepositEvidence): DepositChange | null {
  if (before === null || after === null) return null;
  const fell = before.amount - after.amount;
  return { fell, rest: fell - others.total };
}
