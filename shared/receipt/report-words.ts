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

/** The reports of a shift: X while it goes on, Z when it is closed. At most 32 characters a line. */
export const shiftReportWords = {
  title: { x: 'LAPORAN X', z: 'LAPORAN Z' },
  /** An X report closes nothing. */
  interim: 'Sementara, shift belum ditutup',
  /** Printed once more, when. */
  copy: (time: string): string => `Salinan ${time}`,
  shift: 'NO SHIFT',
  day: 'HARI BUKU',
  opened: 'DIBUKA',
  closed: 'DITUTUP',
  printedAt: 'DICETAK',
  by: 'OLEH',

  cash: 'UANG DI LACI',
  opening: 'Modal awal',
  cashIn: (count: number): string => `+ Uang masuk (${count})`,
  cashOut: (count: number): string => `- Uang keluar (${count})`,
  sold: (count: number): string => `+ Penjualan (${count})`,
  uncertain: (count: number): string => `+ Belum pasti (${count})`,
  owed: (count: number): string => `+ Hrs dikembalikan (${count})`,
  refunds: (count: number): string => `- Pengembalian (${count})`,
  expected: 'SEHARUSNYA',
  counted: 'DIHITUNG',
  difference: 'SELISIH',
  exact: 'PAS',
  over: (amount: string): string => `LEBIH ${amount}`,
  short: (amount: string): string => `KURANG ${amount}`,

  byProduct: 'PENJUALAN PER PRODUK',
  product: (name: string, count: number): string => `${name} (${count})`,
  billed: '  Tagihan',
  counterFee: '  Biaya loket',
  rounding: '  Pembulatan',
  byCashier: 'PENJUALAN PER KASIR',
  nobody: 'Tanpa nama',
  noSales: 'Tidak ada penjualan',

  count: 'HITUNGAN UANG',
  pieces: (value: string, pieces: number): string => `${value} x ${pieces}`,

  uncertainList: 'BELUM PASTI',
  owedList: 'HARUS DIKEMBALIKAN',
  carriedList: 'DARI SHIFT LALU',
  carriedNote: 'Uangnya tidak dihitung di sini',
  mustGoBack: 'HARUS DIKEMBALIKAN',
  notKnown: 'BELUM PASTI',
  more: (count: number): string => `dan ${count} lagi, lihat di layar`,
} as const;

/** What became of each of several payments. At most 30 characters, to stand behind a mark. */
const stateWords = {
  waiting: 'BELUM DIBAYAR',
  sent: 'SEDANG DIPROSES',
  paid: 'LUNAS',
  refused: 'DITOLAK, uang kembali',
  unknown: 'BELUM PASTI, uang disimpan',
  'not-sent': 'TIDAK TERKIRIM, uang kembali',
  'left-out': 'TIDAK IKUT DIBAYAR',
} as const;

/** The slip that sums up a basket. At most 32 characters a line. */
export const basketRecapWords = {
  title: 'REKAP PEMBAYARAN',
  number: 'NO REKAP',
  printedAt: 'DICETAK',
  by: 'KASIR',
  states: stateWords,
  refusedLater: 'DITOLAK, uang belum kembali',
  cash: 'TUNAI',
  paid: 'Dibayarkan',
  uncertain: 'Belum pasti, disimpan',
  owed: 'Ditolak, belum kembali',
  back: 'KEMBALI',
} as const;

/** The slip that sums up a lot. At most 32 characters a line. */
export const lotRecapWords = {
  title: 'REKAP KOLEKTIF',
  number: 'NO',
  opened: 'DIBUKA',
  by: 'OLEH',
  printedAt: 'DICETAK',
  nobody: 'Tanpa penagih',
  entry: (nth: number, product: string): string => `${nth}. ${product}`,
  states: {
    ...stateWords,
    refused: 'DITOLAK',
    unknown: 'BELUM PASTI',
    'not-sent': 'TIDAK TERKIRIM',
    asking: 'SEDANG DITANYAKAN',
    billed: 'BELUM DIBAYAR',
    'no-bill': 'TIDAK ADA TAGIHAN',
    failed: 'GAGAL DITANYAKAN',
  },
  paid: (count: number): string => `LUNAS (${count})`,
  unknown: (count: number): string => `Belum pasti (${count})`,
  refused: (count: number): string => `Ditolak (${count})`,
  notSent: (count: number): string => `Tidak terkirim (${count})`,
  withoutBill: 'Tanpa tagihan',
  all: 'SELURUHNYA',
} as const;
