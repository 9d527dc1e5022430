/** What a counter with a lot is told, and what it says when it has come to its end. */
export interface LotLife {
  readonly folder: string;
  readonly baseUrl: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly numbers: readonly string[];
  /** At which step it is killed; 0: it lives on. */
  readonly dieAt: number;
}

export interface LotReport {
  /** How many steps it took: so many places there are to be killed at. */
  readonly steps: number;
  readonly states: readonly string[];
  readonly payments: readonly string[];
}
