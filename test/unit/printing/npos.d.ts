/** The part of `npos` 0.1.19 that is used: its tokenizer alone. Its root loads drivers that are not installed. */
declare module 'npos/lib/parser/index.js' {
  import type { Rules } from 'npos/lib/parser/rules.js';

  interface Token {
    /** `ESC`, `GS`, `STX` for text … */
    readonly ascii: string;
    /** The codes after it that name the command; empty for text. */
    readonly fn?: string;
    readonly offset: number;
    readonly length: number;
  }
  /** @param rules its own where none are given. */
  export default function createParser(rules?: Rules): {
    analyze(bytes: Buffer): {
      readonly error?: Error;
      /** `null` where there is an error. */
      readonly tree: readonly Token[] | null;
    };
  };
}

declare module 'npos/lib/parser/rules.js' {
  /** By lead code, then by the codes after it: how long the arguments are. */
  export type Rules = Readonly<Record<number, number | Readonly<Record<string, unknown>>>>;
  const rules: Rules;
  export default rules;
}
