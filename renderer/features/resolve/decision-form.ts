import { tokenSchema, type HandReason } from '../../../shared/payment/hand-decision.ts';
import { isSoldInDenominations, type ProductId } from '../../../shared/products.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Decision } from '../../store/uncertain-payments.ts';
import type { Grouping } from '../../ui/grouped-input.ts';

/** An owner's decision as it is typed. Nothing is chosen at first: a guess must not be a press away. */
export interface DecisionForm {
  readonly verdict: 'paid' | 'rejected' | null;
  readonly reference: string;
  /** Digits only. */
  readonly token: string;
  readonly reason: HandReason | null;
  readonly evidence: string;
}

/** What still keeps it from being recorded. */
export type DecisionPart = keyof DecisionForm;

export const emptyDecision: DecisionForm = {
  verdict: null,
  reference: '',
  token: '',
  reason: null,
  evidence: '',
};

/** Whether what was bought is a token, which is worth nothing without its digits. */
export const asksToken = (product: ProductId): boolean => isSoldInDenominations(product);

/** A token as it stands on a receipt, 4-4-4-4-4. One digit too many is kept, so that it can be seen and taken out. */
export const tokenGrouping: Grouping = {
  clean: (text) => text.replaceAll(/\D/g, '').slice(0, 24),
  group: (clean) => clean.replaceAll(/(.{4})(?=.)/g, '$1 '),
};

/** Evidence that says less names nobody. The ledger takes 500 characters at most. */
const leastEvidence = 3;
export const mostEvidence = 500;
export const longestReference = 64;

export const saysEnough = (evidence: string): boolean => evidence.trim().length >= leastEvidence;

/** What is sent to main, or what is missing for it, in the order in which it is asked. */
export function readDecision(
  form: DecisionForm,
  product: ProductId,
): Result<Decision, readonly DecisionPart[]> {
  const { verdict, reason } = form;
  const reference = form.reference.trim();
  const evidence = form.evidence.trim();
  const isToken = asksToken(product);
  const missing: DecisionPart[] = [];
  if (verdict === null) missing.push('verdict');
  if (verdict === 'paid' && reference === '') missing.push('reference');
  if (verdict === 'paid' && isToken && !tokenSchema.safeParse(form.token).success) missing.push('token');
  if (reason === null) missing.push('reason');
  if (!saysEnough(evidence)) missing.push('evidence');
  if (missing.length > 0 || verdict === null || reason === null) return err(missing);
  if (verdict === 'rejected') return ok({ verdict: { kind: 'rejected' }, reason, evidence });
  return ok({
    verdict: { kind: 'paid', reference, ...(isToken ? { token: form.token } : {}) },
    reason,
    evidence,
  });
}
