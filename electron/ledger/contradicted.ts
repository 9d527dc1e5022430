import type { RecordedOutcome } from '../../shared/payment/outcome.ts';

const outcome: RecordedOutcome = { kind: 'unknown', reason: 'contradicted' };

/** What stands as the outcome of a payment whose decision by hand an answer has contradicted. JSON. */
export const contradicted = JSON.stringify(outcome);
