import type { LedgerKind } from '../ledger-kind.ts';

export interface StampWords {
  /** Set big. Fifteen or sixteen characters fill a 32-column line in double width. */
  readonly mark: string;
  readonly line: string;
}

/** What every slip of a payment that moved no real money says. In Indonesian whatever the screen's language is. */
export const stampWords: Readonly<Record<LedgerKind, StampWords | null>> = {
  training: { mark: '*** LATIHAN ***', line: 'BUKAN BUKTI PEMBAYARAN' },
  sandbox: { mark: '*** UJI COBA ***', line: 'SANDBOX - BUKAN BUKTI PEMBAYARAN' },
  live: null,
};

/** The mark of the n-th reprint. */
export const copyWords = (copy: number): string => `CETAK ULANG ke-${copy}`;
