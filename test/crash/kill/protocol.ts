import type { SoldProduct } from '../fake-biller/customers.ts';
import type { KillPoint } from './kill-points.ts';

/** What the driver tells a counter to do: one JSON a line, one at a time, each answered by one `Answer`. */
export type Command =
  | ({ readonly do: 'open' } & Opening)
  | {
      readonly do: 'inquire';
      readonly product: SoldProduct;
      readonly number: string;
      /** Of a token. */
      readonly denomination: number;
    }
  | {
      readonly do: 'pay';
      readonly quote: string;
      readonly cash: number;
      /** How often the key is pressed, at once. */
      readonly presses: 1 | 2;
      readonly dieAt: KillPoint | null;
    }
  /** Confirms all that is in doubt about a quote, without a PIN. */
  | { readonly do: 'confirm'; readonly quote: string }
  | { readonly do: 'check'; readonly payment: string };

export interface Opening {
  readonly ledger: string;
  /** Where receipts go, a line each. */
  readonly paper: string;
  readonly origin: string;
  readonly preferredBiller: 'teleanjar' | 'iak';
  /** Whether Teleanjar's `cek_status` is used. */
  readonly statusCall: boolean;
  /** Whether unknown payments are asked after without anybody asking for it, as they are in the program. */
  readonly checks: boolean;
  /** Where the counter dies while it puts in order what the last one left. */
  readonly dieAt: KillPoint | null;
}

/** What became of a command. */
export type Answer =
  | { readonly kind: 'opened'; readonly open: readonly string[] }
  | { readonly kind: 'quoted'; readonly quote: string; readonly total: number; readonly identity: string }
  | { readonly kind: 'refused'; readonly code: string }
  /** The payment went out; what is known of it. */
  | { readonly kind: 'done'; readonly payment: string; readonly state: string }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'checked'; readonly code: string };

/** What a counter says on its way, each at the moment it holds, before anything else happens. */
export type Word =
  | { readonly kind: 'armed' | 'sending' | 'answered' | 'recorded'; readonly payment: string }
  | { readonly kind: 'settled'; readonly payment: string; readonly state: string; readonly actor: string }
  | { readonly kind: 'printing'; readonly line: string }
  | { readonly kind: 'fault'; readonly what: string }
  | { readonly kind: 'dying'; readonly at: KillPoint };

export type Line = ({ readonly say: 'answer' } & Answer) | ({ readonly say: 'word' } & Word);
