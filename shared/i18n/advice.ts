/**
 * What a person at the counter must be told when something stands in the way, always in three parts:
 * what happened, what it means for the customer's money, and what to do next.
 */
export interface Advice {
  readonly what: string;
  readonly money: string;
  readonly next: string;
}

/** Why a biller refused: a clause that can follow "Ditolak:", and what to do about it. */
export interface Refusal {
  readonly reason: string;
  readonly next: string;
}
