/** The part of `npos` 0.1.19 that is used: its tokenizer alone. Its root loads drivers that are not installed. */
declare module 'npos/lib/parser/index.js' {
  interface Token {
    /** `ESC`, `GS`, `STX` for text … */
    readonly ascii: string;
    /** The code after it; empty for text. */
    readonly fn?: string;
    readonly offset: number;
    readonly length: number;
  }
  export default function createParser(): {
    analyze(bytes: Buffer): {
      readonly error?: Error;
      /** `null` where there is an error. */
      readonly tree: readonly Token[] | null;
    };
  };
}
