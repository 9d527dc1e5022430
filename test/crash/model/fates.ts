import * as fc from 'fast-check';

/** What the wire and the biller make of a payment. */
export interface PaymentFate {
  readonly connection: 'made' | 'refused' | 'not-set-up';
  /** Whether the request arrives, and whether the money is taken then. */
  readonly request: 'charged' | 'not-charged' | 'lost';
  /**
   * `truth`: paid or rejected, as it is. `lie`: rejected, and the money is taken. `foreign`: paid, for another inquiry.
   * `unclear`: words that only the owner may take for a refusal.
   */
  readonly answer: 'truth' | 'lie' | 'garbage' | 'foreign' | 'unclear' | 'none';
  readonly isLate: boolean;
}

const made = { connection: 'made', isLate: false } as const;

export const paymentFates = {
  paid: { ...made, request: 'charged', answer: 'truth' },
  rejected: { ...made, request: 'not-charged', answer: 'truth' },
  'paid late': { ...made, request: 'charged', answer: 'truth', isLate: true },
  'rejected late': { ...made, request: 'not-charged', answer: 'truth', isLate: true },
  'charged, silent': { ...made, request: 'charged', answer: 'none' },
  'not charged, silent': { ...made, request: 'not-charged', answer: 'none' },
  'charged, garbage': { ...made, request: 'charged', answer: 'garbage' },
  'charged, garbage late': { ...made, request: 'charged', answer: 'garbage', isLate: true },
  'not charged, garbage': { ...made, request: 'not-charged', answer: 'garbage' },
  'charged, of another': { ...made, request: 'charged', answer: 'foreign' },
  'not charged, unclear': { ...made, request: 'not-charged', answer: 'unclear' },
  lost: { ...made, request: 'lost', answer: 'none' },
  'charged, denied': { ...made, request: 'charged', answer: 'lie' },
  'no connection': { connection: 'refused', request: 'lost', answer: 'none', isLate: false },
  'not set up': { connection: 'not-set-up', request: 'lost', answer: 'none', isLate: false },
} as const satisfies Readonly<Record<string, PaymentFate>>;
export type PaymentFateName = keyof typeof paymentFates;

const paymentWeights: Readonly<Record<PaymentFateName, number>> = {
  paid: 6,
  rejected: 4,
  'paid late': 10,
  'rejected late': 10,
  'charged, silent': 3,
  'not charged, silent': 2,
  'charged, garbage': 2,
  'charged, garbage late': 1,
  'not charged, garbage': 1,
  'charged, of another': 1,
  'not charged, unclear': 3,
  lost: 2,
  'charged, denied': 1,
  'no connection': 2,
  'not set up': 1,
};

/** What comes of a question about a payment. The biller never lies here; it may not know yet, or not be heard. */
const statusFates = ['truth', 'open', 'garbage', 'empty', 'no-answer', 'no-connection'] as const;
export type StatusFate = (typeof statusFates)[number];

const weighted = <Name extends string>(
  weights: Readonly<Record<Name, number>>,
  names: readonly Name[],
): fc.Arbitrary<Name> =>
  fc.oneof(...names.map((name) => ({ weight: weights[name], arbitrary: fc.constant(name) })));

export const paymentFate: fc.Arbitrary<PaymentFateName> = weighted(
  paymentWeights,
  Object.keys(paymentFates) as PaymentFateName[],
);

export const statusFate: fc.Arbitrary<StatusFate> = weighted(
  { truth: 14, open: 1, garbage: 1, empty: 1, 'no-answer': 1, 'no-connection': 1 },
  statusFates,
);
