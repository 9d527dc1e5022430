import type { ReceiptProblem } from '../contract/contract.ts';
import type { SaleProblemCode } from '../contract/sale-problem.ts';
import type { LedgerKind } from '../ledger-kind.ts';
import type { UnknownReason } from '../payment/outcome.ts';
import type { PrinterProblem } from '../payment/print-job.ts';
import type { DetailLabel } from '../payment/quote.ts';
import type { PaymentState } from '../payment/states.ts';
import type { BillerId, NumberRule, ProductId } from '../products.ts';
import type { PaperId } from '../receipt/paper.ts';
import type {
  Language,
  PrinterSettings,
  SettingsProblemCode,
  TeleanjarCredentials,
  TeleanjarSeparator,
  Theme,
} from '../settings.ts';
import type { Advice, Refusal } from './advice.ts';
import type { RefusalCode } from './refusal-codes.ts';

const biller = 'Teleanjar';
const nothingMoved = 'Belum ada uang yang berpindah.';
const depositSafe = 'Saldo aman, belum terpotong.';

const lengths = (rule: NumberRule): string =>
  rule.minLength === rule.maxLength ? `${rule.minLength}` : `${rule.minLength}–${rule.maxLength}`;
const characters = (rule: NumberRule): string => (rule.alphabet === 'digits' ? 'angka' : 'huruf/angka');

/** The cashier's screen in Indonesian: the source of all texts. Amounts and times come in already formatted. */
export const id = {
  appName: 'Loket',
  languages: { id: 'Indonesia', en: 'Inggris' } satisfies Record<Language, string>,
  billers: { teleanjar: biller } satisfies Record<BillerId, string>,
  products: {
    'pln-postpaid': { short: 'PLN', name: 'PLN pascabayar' },
    'pln-prepaid': { short: 'Token', name: 'Token listrik' },
    'pln-nontaglis': { short: 'Non-tagihan', name: 'PLN non-tagihan listrik' },
    'telkom-pstn': { short: 'Telkom', name: 'Telepon & internet Telkom' },
  } satisfies Record<ProductId, { readonly short: string; readonly name: string }>,
  details: {
    'tariff-power': 'Tarif / daya',
    'meter-number': 'No. meter',
    idpel: 'ID pelanggan',
    transaction: 'Transaksi',
    'registration-date': 'Tgl. registrasi',
    reference: 'Referensi',
  } satisfies Record<DetailLabel, string>,
  states: {
    quoted: 'belum dibayar',
    expired: 'kedaluwarsa',
    sent: 'sedang dikirim',
    paid: 'terbayar',
    rejected: 'ditolak',
    unknown: 'belum pasti',
  } satisfies Record<PaymentState, string>,

  banners: {
    training: 'MODE LATIHAN – uang tidak berpindah',
    sandbox: 'UJI COBA – bukan uang sungguhan',
    live: null,
  } satisfies Record<LedgerKind, string | null>,

  topBar: {
    label: 'Keadaan loket',
    deposit: 'Saldo',
    depositAt: (clock: string) => `pukul ${clock}`,
    depositUnknown: 'belum diketahui',
    connection: {
      notReady: `${biller} belum diatur`,
      untried: `${biller} belum dicoba`,
      up: `${biller} tersambung`,
      down: `${biller} terputus`,
    },
    printer: {
      screen: 'Struk di layar',
      ok: 'Printer siap',
      unknown: 'Printer belum dicoba',
      attention: 'Printer perlu dilihat',
    },
    printerProblems: {
      unreachable: 'Printer tidak menjawab',
      stalled: 'Printer berhenti',
      'broken-off': 'Printer terputus',
    } satisfies Record<PrinterProblem, string>,
    unresolved: (count: number) => `${count} belum pasti`,
    language: 'Bahasa',
    settings: 'Setelan',
    keys: 'Semua tombol',
  },

  product: { label: 'Produk' },

  number: {
    label: 'Nomor pelanggan',
    labels: {
      'pln-postpaid': 'ID pelanggan',
      'pln-prepaid': 'Nomor meter atau ID pelanggan',
      'pln-nontaglis': 'Nomor registrasi',
      'telkom-pstn': 'Nomor telepon / internet',
    } satisfies Record<ProductId, string>,
    rule: (product: ProductId, rule: NumberRule) =>
      product === 'pln-prepaid' &&
      rule.alphabet === 'digits' &&
      rule.minLength === 11 &&
      rule.maxLength === 12
        ? '11 angka meter atau 12 angka idpel'
        : `${lengths(rule)} ${characters(rule)}`,
    soFar: (ruleText: string, length: number) => `${ruleText}, baru ${length}`,
    tooLong: (ruleText: string, length: number) => `${ruleText}, ini ${length}`,
    badCharacter: (ruleText: string, character: string) => `${ruleText}; “${character}” tidak dipakai`,
    fits: 'pas',
    ask: 'Cek tagihan',
    asking: (seconds: number) => `Menghubungi ${biller}… ${seconds} dtk`,
    waiting: (seconds: number) => `Menunggu jawaban ${biller}… ${seconds} dtk`,
    deadline: (seconds: number) =>
      `Kalau ${seconds} dtk lagi belum ada jawaban, Loket berhenti menunggu. ${nothingMoved}`,
    stop: 'Berhenti',
    stopped: 'Cek tagihan dihentikan.',
  },

  guide: {
    label: 'Cara menjual',
    steps: [
      { title: 'Pilih produk, ketik atau pindai nomor', keys: ['F1–F4', 'Enter'] },
      { title: 'Cocokkan nama, ketik uang yang diterima', keys: ['P = uang pas'] },
      { title: 'Bayar; struk tercetak sendiri', keys: ['Enter'] },
    ],
    notReady: `Akun ${biller} belum diatur, jadi tagihan belum bisa dicek. Buka Setelan (Ctrl+,).`,
  },

  bill: {
    label: 'Tagihan',
    amount: 'Tagihan',
    adminFee: 'Admin',
    sum: 'Jumlah',
    bill: (ordinal: number) => `Lembar ${ordinal}`,
    months: (count: number) => `${count} lembar`,
    total: 'TOTAL',
    cancel: 'Batal',
    back: 'Ganti nominal',
    denomination: 'Nominal',
  },

  token: {
    label: 'Pilih nominal',
    adminFee: (amount: string) => `+ admin ${amount}`,
    choosing: 'Menyiapkan tagihan…',
    cancel: 'Batal',
    token: 'Token',
    kwh: (kwh: string) => `${kwh} kWh`,
  },

  cash: {
    label: 'Uang diterima',
    exact: 'Pas',
    quick: 'Uang cepat',
    clear: 'Kosongkan uang',
    change: 'KEMBALI',
    short: 'KURANG',
    pay: (total: string) => `BAYAR ${total}`,
    paying: (total: string) => `MEMBAYAR ${total}`,
    needsCash: 'Ketik uang diterima, atau P untuk uang pas.',
    needsMore: (missing: string) => `Uang masih kurang ${missing}.`,
    tooMuch: 'Uang diterima terlalu besar untuk tagihan ini. Periksa angkanya.',
    scanned: 'Itu hasil pindaian, bukan uang. Ketik uang diterima.',
    held: 'Lepas Enter dulu, lalu tekan lagi untuk membayar.',
  },

  paying: {
    connecting: (seconds: number) => `Menghubungi ${biller}… ${seconds} dtk`,
    sent: (seconds: number) => `Pembayaran dikirim, menunggu jawaban ${biller}… ${seconds} dtk`,
    deadline: (clock: string) => `Kalau sampai ${clock} belum ada jawaban, hasilnya “belum pasti”.`,
    cannotStop: 'Pembayaran tidak bisa dihentikan. Tunggu hasilnya.',
  },

  outcome: {
    label: 'Hasil',
    paid: 'Terbayar',
    rejected: 'Ditolak',
    unknown: 'Belum pasti',
    notSent: 'Tidak terkirim',
    reference: 'Ref',
    time: 'Waktu',
    number: 'Nomor',
    total: 'Total',
    cash: 'Uang diterima',
    code: 'Kode',
    change: 'KEMBALI',
    giveBack: 'KEMBALIKAN UANG',
    refusedBecause: (reason: string) => `Ditolak: ${reason}.`,
    refusedWithoutReason: `Ditolak oleh ${biller}.`,
    billerSays: `Kata ${biller}`,
    notTaken: 'Uang belum terpotong. Kembalikan uang pelanggan.',
    maybePaid: 'Tagihan mungkin sudah terbayar. Jangan bayar ulang.',
    cannotCheck: (clock: string) =>
      `Loket tidak bisa memeriksa sendiri. Hubungi ${biller}, sebut nomor dan jam ini: ${clock}.`,
    arrears: (months: number) => `Masih ada tunggakan ${months} bulan lagi.`,
    noArrears: 'Tidak ada tunggakan lagi.',
    totalDiffers: (replied: string, quoted: string) =>
      `Total dari ${biller} ${replied}, tagihan ${quoted}. Keduanya dicatat.`,
    dismiss: 'Tutup',
    nextSale: 'Nomor berikutnya boleh langsung diketik.',
    lost: 'Loket terganggu saat menunggu hasil.',
  },

  unknownReasons: {
    'no-answer': `${biller} tidak menjawab sampai batas waktu.`,
    interrupted: 'Program terhenti sebelum jawabannya datang.',
    'unreadable-reply': `Jawaban ${biller} tidak bisa dibaca.`,
    'mismatched-reply': `Jawaban ${biller} tidak cocok dengan pelanggan atau jumlah ini.`,
    'unclear-answer': `Jawaban ${biller} tidak memastikan terbayar atau tidak.`,
  } satisfies Record<UnknownReason, string>,

  print: {
    none: 'Struk belum ada.',
    'on-screen': 'Struk tampil di layar.',
    printing: 'Struk sedang dicetak.',
    printed: 'Struk sudah tercetak.',
    sent: 'Struk sudah dikirim ke printer.',
    failed: 'Terbayar, tetapi struk belum tercetak.',
    uncertain: 'Terbayar, tetapi struk mungkin tidak lengkap.',
  },
  printerProblems: {
    unreachable: 'Printer tidak menjawab. Periksa listrik dan kabelnya, lalu tekan Ctrl+P.',
    stalled: 'Printer berhenti: kertas habis atau tutupnya terbuka. Isi kertas, tutup, lalu lihat struknya.',
    'broken-off': 'Sambungan ke printer putus. Lihat kertasnya; kalau tidak lengkap, tekan Ctrl+P.',
  } satisfies Record<PrinterProblem, string>,
  printNext: {
    failed: 'Periksa printer, lalu tekan Ctrl+P.',
    uncertain: 'Lihat kertasnya. Kalau tidak lengkap, tekan Ctrl+P; salinannya bertanda CETAK ULANG.',
  },

  problems: {
    busy: {
      what: 'Masih ada permintaan lain yang berjalan.',
      money: 'Permintaan yang ini belum dikirim.',
      next: 'Tunggu sampai yang tadi selesai dan lihat hasilnya, baru lanjutkan.',
    },
    'not-set-up': {
      what: `Akun ${biller} belum diatur di loket ini.`,
      money: nothingMoved,
      next: 'Buka Setelan (Ctrl+,) dan isi akunnya.',
    },
    'number-refused': {
      what: 'Nomor ini tidak sesuai aturan produknya.',
      money: nothingMoved,
      next: 'Periksa nomor dan produknya, lalu ketik lagi.',
    },
    'no-connection': {
      what: `${biller} tidak bisa dihubungi.`,
      money: nothingMoved,
      next: 'Periksa internet, lalu tekan Enter untuk mencoba lagi.',
    },
    'no-answer': {
      what: `${biller} tersambung tetapi tidak menjawab.`,
      money: nothingMoved,
      next: 'Tekan Enter untuk mencoba lagi.',
    },
    'unreadable-reply': {
      what: `Jawaban ${biller} tidak bisa dibaca.`,
      money: nothingMoved,
      next: `Coba lagi dengan Enter. Kalau tetap begini, hubungi ${biller}.`,
    },
    'mismatched-reply': {
      what: `Jawaban ${biller} bukan untuk pelanggan ini, atau jumlahnya tidak cocok.`,
      money: nothingMoved,
      next: `Jangan terima uang dulu. Coba lagi; kalau tetap begini, hubungi ${biller}.`,
    },
    'refused-by-biller': {
      what: `${biller} tidak memberi tagihan untuk nomor ini.`,
      money: nothingMoved,
      next: 'Cocokkan nomor dan produknya dengan pelanggan.',
    },
    abandoned: {
      what: 'Cek tagihan dihentikan.',
      money: nothingMoved,
      next: 'Tekan Enter untuk mengecek lagi.',
    },
    'offer-gone': {
      what: 'Pilihan nominal ini sudah tidak berlaku.',
      money: nothingMoved,
      next: 'Tekan Enter untuk mengecek nomornya lagi.',
    },
    'denomination-not-offered': {
      what: 'Nominal ini tidak tersedia untuk pelanggan ini.',
      money: nothingMoved,
      next: 'Pilih nominal lain.',
    },
    'quote-gone': {
      what: 'Tagihan ini sudah tidak berlaku.',
      money: depositSafe,
      next: 'Tekan Enter untuk mengecek tagihannya lagi.',
    },
    'quote-expired': {
      what: 'Masa berlaku tagihan ini sudah habis, atau jam komputer ini berubah.',
      money: depositSafe,
      next: 'Tekan Enter untuk mengecek tagihannya lagi.',
    },
    'cash-missing': {
      what: 'Uang yang diterima belum diketik.',
      money: depositSafe,
      next: 'Ketik uang diterima, atau P untuk uang pas.',
    },
    'cash-short': {
      what: 'Uang yang diterima kurang dari total.',
      money: depositSafe,
      next: 'Minta kekurangannya, lalu ketik jumlah seluruhnya.',
    },
    'cash-implausible': {
      what: 'Uang yang diterima terlalu besar untuk tagihan ini.',
      money: depositSafe,
      next: 'Periksa angkanya, lalu ketik lagi uang diterima.',
    },
    'payment-open': {
      what: 'Pembayaran pelanggan ini yang tadi belum pasti hasilnya.',
      money: 'Tagihannya mungkin sudah terbayar. Jangan bayar ulang; jangan terima uang lagi.',
      next: `Hubungi ${biller} dulu; daftarnya di “belum pasti” (Ctrl+B).`,
    },
    'inquiry-used': {
      what: 'Tagihan ini sudah pernah dibayar dari loket ini.',
      money: 'Tidak ada yang terpotong dua kali.',
      next: 'Lihat daftar “Tadi”, atau cek nomornya lagi dengan Enter.',
    },
    'not-sent': {
      what: 'Tidak terkirim: jaringan putus sebelum dikirim.',
      money: depositSafe,
      next: 'Boleh diulang: tekan Enter lagi.',
    },
    'ledger-fault': {
      what: 'Catatan di komputer ini tidak bisa ditulis, jadi pembayaran tidak dikirim.',
      money: depositSafe,
      next: 'Periksa sisa ruang disk, lalu ulangi. Kalau tetap begini, jangan berjualan dulu.',
    },
  } satisfies Record<SaleProblemCode, Advice>,

  refusals: {
    '0001': { reason: 'tagihan sudah lunas', next: 'Tidak ada yang perlu dibayar.' },
    '0005': { reason: 'ada gangguan di sistem tagihan', next: 'Tunggu sebentar, lalu coba lagi.' },
    '0013': { reason: 'nominal ini tidak terdaftar', next: 'Pilih nominal lain.' },
    '0014': { reason: 'nomor pelanggan tidak dikenal', next: 'Cocokkan nomornya dengan pelanggan.' },
    '0015': { reason: 'nomor pelanggan tidak dikenal', next: 'Cocokkan nomornya dengan pelanggan.' },
    '0016': { reason: 'pelanggan ini diblokir', next: 'Minta pelanggan bertanya ke penyedia layanannya.' },
    '0031': { reason: 'loket ini belum terdaftar', next: `Hubungi ${biller}.` },
    '0032': { reason: 'loket ini belum terdaftar', next: `Hubungi ${biller}.` },
    '0033': { reason: 'produk ini belum dibuka untuk loket ini', next: `Hubungi ${biller}.` },
    '0041': { reason: 'di bawah pembelian paling kecil', next: 'Pilih nominal yang lebih besar.' },
    '0042': { reason: 'di atas pembelian paling besar', next: 'Pilih nominal yang lebih kecil.' },
    '0047': { reason: 'melewati batas pelanggan ini', next: 'Pilih nominal yang lebih kecil.' },
    '0048': {
      reason: 'nomor registrasi sudah kedaluwarsa',
      next: 'Minta pelanggan bertanya ke penyedia layanannya.',
    },
    '0063': { reason: 'tidak ada pembayaran untuk nomor ini', next: 'Cocokkan nomornya dengan pelanggan.' },
    '0068': { reason: 'sistem tagihan tidak menjawab tepat waktu', next: 'Tunggu sebentar, lalu coba lagi.' },
    '0077': { reason: 'pelanggan ini diblokir', next: 'Minta pelanggan bertanya ke penyedia layanannya.' },
    '0088': { reason: 'tagihan sudah lunas', next: 'Tidak ada yang perlu dibayar.' },
    '0089': { reason: 'tagihan bulan ini belum tersedia', next: 'Minta pelanggan datang lagi nanti.' },
    '0090': { reason: 'sistem sedang tutup buku', next: 'Coba lagi setelah tutup buku selesai.' },
  } satisfies Record<RefusalCode, Refusal>,
  /** What a code says of a PLN product more plainly than of any other. */
  plnRefusals: {
    '0005': { reason: 'ada gangguan di PLN', next: 'Tunggu sebentar, lalu coba lagi.' },
    '0016': { reason: 'pelanggan ini diblokir', next: 'Minta pelanggan menghubungi PLN (123).' },
    '0047': { reason: 'melewati batas kWh pelanggan ini', next: 'Pilih nominal yang lebih kecil.' },
    '0048': { reason: 'nomor registrasi sudah kedaluwarsa', next: 'Minta pelanggan mengurusnya di PLN.' },
    '0068': { reason: 'PLN tidak menjawab tepat waktu', next: 'Tunggu sebentar, lalu coba lagi.' },
    '0077': { reason: 'pelanggan ini diblokir', next: 'Minta pelanggan menghubungi PLN (123).' },
  } satisfies Partial<Record<RefusalCode, Refusal>>,
  refusedInquiry: (reason: string) => `Tidak bisa dilanjutkan: ${reason}.`,

  receipt: {
    label: 'Struk',
    empty: 'Struk tampil di sini, persis seperti di kertas.',
    none: 'Ditolak, jadi tidak ada struk.',
    notYet: 'Belum pasti, jadi belum ada struk.',
    loading: 'Mengambil struk…',
    print: 'Cetak lagi',
    copy: 'Salin teks',
    picture: 'Simpan gambar',
    copied: 'Teks struk tersalin. Tempel di WhatsApp.',
    saved: (path: string) => `Gambar tersimpan: ${path}`,
    reprinted: 'Struk dikirim lagi ke printer.',
    paper: (name: string) => `Struk ${name}`,
    cut: 'potong',
  },
  receiptProblems: {
    'payment-not-found': 'Pembayaran ini tidak ada di catatan. Pilih yang lain di “Tadi”.',
    'not-paid': 'Pembayaran ini tidak terbayar, jadi tidak ada struknya.',
    'picture-not-written':
      'Gambar tidak bisa disimpan. Periksa folder gambar di Setelan dan sisa ruang disk.',
  } satisfies Record<ReceiptProblem['code'], string>,

  recent: {
    label: 'Tadi',
    empty: 'Belum ada penjualan.',
    loading: 'Mengambil daftar…',
    entry: (clock: string, name: string, total: string, state: string) =>
      `${clock} ${name} ${total}, ${state}`,
  },

  /** A payment that was not certain, settled after the counter had gone on. */
  settledLate: {
    label: 'Baru pasti',
    paid: (who: string) => `${who}: ternyata terbayar.`,
    rejected: (who: string) => `${who}: ternyata ditolak. Kembalikan uang pelanggan.`,
    lookAtPrinter: 'Struknya belum beres: buka, lalu lihat printer.',
    show: 'Buka',
    dismiss: 'Tutup',
  },

  unresolved: {
    label: 'Belum pasti',
    intro: 'Semua tagihan ini mungkin sudah terbayar. Jangan bayar ulang.',
    next: `Loket tidak bisa memeriksa sendiri. Hubungi ${biller}, sebut nomor dan jamnya. Jawaban yang datang terlambat dicatat sendiri.`,
    empty: 'Semua pembayaran sudah pasti hasilnya.',
    loading: 'Mengambil daftar…',
    newer: (count: number) => `Dan ${count} lagi yang lebih baru.`,
    show: 'Buka',
  },

  keys: {
    label: 'Semua tombol',
    groups: {
      product: 'Produk',
      sale: 'Menjual',
      receipt: 'Struk',
      places: 'Buka',
    },
    ask: 'Cek tagihan',
    pay: 'Bayar, setelah uang diketik',
    exact: 'Uang pas',
    quick: 'Uang cepat 1–4',
    denomination: 'Pilih nominal token',
    arrows: 'Pindah di antara nominal',
    escape: 'Mundur selangkah; berhenti menunggu',
    print: 'Cetak lagi',
    copy: 'Salin teks untuk WhatsApp',
    picture: 'Simpan gambar struk',
    unresolved: 'Pembayaran yang belum pasti',
    settings: 'Setelan',
    keys: 'Daftar ini',
  },

  dialog: { close: 'Tutup', cancel: 'Batal' },

  settings: {
    label: 'Setelan',
    loading: 'Mengambil setelan…',
    save: 'Simpan',
    saved: 'Tersimpan.',
    tabs: {
      shop: 'Toko',
      printer: 'Printer',
      numbers: 'Nomor',
      account: `Akun ${biller}`,
      money: 'Latihan & data',
    },
    shopName: 'Nama toko',
    shopAddress: 'Alamat di struk',
    language: 'Bahasa',
    theme: 'Tampilan',
    themes: { system: 'Ikut komputer', light: 'Terang', dark: 'Gelap' } satisfies Record<Theme, string>,
    printer: 'Cetak ke',
    printers: {
      screen: 'Layar saja',
      file: 'Berkas',
      network: 'Printer jaringan',
    } satisfies Record<PrinterSettings['kind'], string>,
    printerNotes: {
      screen: 'Struk hanya tampil di layar; cocok sebelum ada printer.',
      file: 'Setiap struk ditulis ke berkas atau perangkat ini, misalnya /dev/usb/lp0.',
      network: 'Printer struk di jaringan, biasanya port 9100.',
    } satisfies Record<PrinterSettings['kind'], string>,
    path: 'Lokasi berkas',
    pathWrong: 'Perangkat seperti /dev/usb/lp0 atau LPT1, atau berkas berakhiran .bin atau .prn.',
    host: 'Alamat printer',
    port: 'Port',
    paper: 'Lebar kertas',
    papers: { '58mm': '58 mm', '80mm': '80 mm' } satisfies Record<PaperId, string>,
    pictureFolder: 'Folder gambar struk',
    pictureFolderNote: 'Kosongkan untuk folder gambar komputer ini.',
    numbersNote: 'Panjang nomor tiap produk. Ubah hanya kalau penyedia mengubahnya.',
    alphabet: 'Isi',
    alphabets: { digits: 'angka', 'letters-and-digits': 'huruf & angka' } satisfies Record<
      NumberRule['alphabet'],
      string
    >,
    minLength: 'Paling pendek',
    maxLength: 'Paling panjang',
    product: 'Produk',
    baseUrl: 'Alamat layanan',
    baseUrlNote: 'Sampai sebelum /inquiry, misalnya https://HOST/tele-api-v2/h2h/trx',
    separator: 'Pemisah data',
    separators: { pipe: 'garis tegak |', blank: 'spasi' } satisfies Record<TeleanjarSeparator, string>,
    productCode: 'Kode produk',
    credentials: 'Rahasia akun',
    credentialsStored: 'Tersimpan. Isi keempatnya hanya untuk mengganti.',
    credentialsMissing: 'Belum diisi.',
    credentialsNote: 'Dikirim sekali ke tempat rahasia komputer ini dan tidak pernah ditampilkan lagi.',
    noKeyStore:
      'Komputer ini tidak punya tempat menyimpan rahasia, jadi akun tidak bisa disimpan. Aktifkan keyring (gnome-keyring atau KWallet), lalu buka Loket lagi.',
    secrets: {
      uuid: 'UUID',
      username: 'Nama pengguna',
      password: 'Kata sandi',
      apiKey: 'Kunci API',
    } satisfies Record<keyof TeleanjarCredentials, string>,
    secretsIncomplete: 'Isi keempat rahasia, atau kosongkan semuanya.',
    required: 'Wajib diisi.',
    lengthWrong: 'Panjang 4–30, dan yang terpendek tidak melebihi yang terpanjang.',
    portWrong: 'Port 1–65535.',
    ledger: 'Loket sekarang',
    ledgers: {
      training: 'Latihan – uang tidak berpindah',
      sandbox: `Uji coba ${biller} – bukan uang sungguhan`,
      live: 'Uang sungguhan',
    } satisfies Record<LedgerKind, string>,
    dataFolder: 'Data tersimpan di',
    switchTo: { biller: `Pindah ke ${biller}`, training: 'Pindah ke latihan' },
    switchTitle: { biller: `Pindah ke ${biller}?`, training: 'Pindah ke latihan?' },
    switchWords: {
      biller:
        'Loket ditutup dan dibuka lagi dengan catatan penjualan yang terpisah. Setelah itu pembayaran memakai saldo Anda.',
      training:
        'Loket ditutup dan dibuka lagi dengan catatan latihan yang terpisah. Tidak ada uang yang berpindah di sana.',
    },
    switchNow: 'Pindah dan buka ulang',
    switching: 'Loket dibuka ulang…',
  },
  settingsProblems: {
    'no-key-store':
      'Tidak tersimpan: komputer ini tidak punya tempat menyimpan rahasia. Aktifkan keyring, lalu buka Loket lagi.',
    'address-not-allowed': 'Tidak tersimpan: alamat harus https, atau http ke komputer ini sendiri.',
    'credentials-missing': `Belum bisa: rahasia akun ${biller} belum diisi.`,
    'file-not-written':
      'Tidak tersimpan: berkas setelan tidak bisa ditulis. Periksa sisa ruang disk dan hak akses.',
    'payment-unresolved':
      'Belum bisa: masih ada pembayaran yang belum pasti. Akun dan catatan tidak boleh diganti sebelum itu pasti.',
  } satisfies Record<SettingsProblemCode, string>,

  trouble: {
    title: 'Loket terganggu',
    words: 'Bagian ini tidak berjalan seperti seharusnya. Tutup dan buka lagi Loket sebelum berjualan.',
  },
  starting: 'Membuka loket…',
};

/** What every language must say. */
export type Messages = typeof id;
