/**
 * What a person at the counter must be told when something stands in the way, always in three parts:
 * what happened, what it means for the customer's money, and what to do next.
 */
export interface Advice {
  readonly what: string;
  readonly money: string;
  readonly next: string;
}
