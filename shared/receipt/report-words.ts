/** The list of payments whose outcome is not known, for whoever asks the biller. At most 32 characters a line. */
export const openPaymentsWords = {
  title: 'DAFTAR BELUM PASTI',
  printedAt: (time: string): string => `Dicetak ${time}`,
  sentAt: (nth: number, time: string): string => `${nth}. ${time}`,
  number: 'NOMOR',
  name: 'NAMA',
  biller: 'BILLER',
  /** Under which the biller knows it. */
  transaction: 'NO TRANSAKSI',
  count: 'JUMLAH',
  total: 'TOTAL',
  /** Where there are more than one paper should hold. */
  more: (count: number): string => `dan ${count} lagi, lihat di layar`,
} as const;
