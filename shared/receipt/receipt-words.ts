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

/** What a receipt has to confess besides its ledger, in the order of print. */
export const receiptMarks = ['by-hand', 'unsaved'] as const;
/**
 * `by-hand`: a person decided that it is paid, and the biller has not said so. `unsaved`: it is paid, but this
 * counter's ledger could not be written.
 */
export type ReceiptMark = (typeof receiptMarks)[number];

/** As wide as a stamp at most: the mark 16 characters, the line 32. */
export const markWords: Readonly<Record<ReceiptMark, StampWords>> = {
  'by-hand': { mark: 'DISALIN', line: 'OLEH PETUGAS - BUKAN DARI BILLER' },
  unsaved: { mark: 'BELUM TERSIMPAN', line: 'CATAT: BELUM ADA DI BUKU LOKET' },
};

/** What the counter itself puts under a biller's words. */
export const counterWords = {
  bills: (slips: number): string => `TAGIHAN ${slips} LEMBAR`,
  billed: 'TOTAL TAGIHAN',
  fee: 'BIAYA LOKET',
  rounding: 'PEMBULATAN',
  due: 'TOTAL BAYAR',
  cashier: (name: string): string => `KASIR: ${name}`,
} as const;

/** A receipt by hand says in itself what it is, also where it is shared without its mark. */
export const byHandWords = {
  at: (time: string): string => `Dicatat ${time}`,
  sentence: (biller: string): string =>
    `Disalin petugas loket menurut bukti yang ada. Bukan struk dari ${biller}.`,
  token: 'Kalau meter menolak token ini, bawa slip ini ke loket.',
} as const;

/** The customer's slip while nobody knows whether the payment went through. */
export const interimWords = {
  mark: 'BELUM PASTI',
  title: 'BUKTI SEMENTARA',
  sentAt: (time: string): string => `Dikirim ${time}`,
  sentences: [
    'Pembayaran sedang diperiksa. Jangan bayar lagi di tempat lain: tagihan mungkin sudah terbayar.',
    'Simpan slip ini. Struk asli menyusul kalau terbayar; kalau tidak, uang kembali.',
  ],
  warning: 'BUKAN BUKTI PEMBAYARAN',
} as const;
