import { reportWordsId } from './report-words.ts';
import { updateWordsId } from './update-words.ts';
import { vaultWordsId } from './vault-words.ts';
import type { ConnectionVerdict, ExtraField } from '../biller-profile.ts';
import type { ArchiveKind, ArchiveProblemCode } from '../contract/archives.ts';
import type { BackupProblemCode } from '../contract/backups.ts';
import type { BasketHindrance, BasketLineState, BasketProblemCode, HaltReason } from '../contract/basket.ts';
import type { CheckProblem, LookProblem, ReceiptProblem, RequestError } from '../contract/contract.ts';
import type { PrinterStatus, StopReason } from '../contract/counter-state.ts';
import type { Diagnostics, PaperAnswer, PrinterTestResult } from '../contract/printing.ts';
import type { ScreensProblemCode, KioskExit } from '../contract/screens.ts';
import type { SaleProblemCode } from '../contract/sale-problem.ts';
import type { TrailEntry } from '../contract/history.ts';
import type {
  BadRowCode,
  GroupProblemCode,
  LotLineState,
  LotProblemCode,
  TableProblemCode,
} from '../contract/lots.ts';
import type { ShiftProblemCode } from '../contract/shift.ts';
import type { StaffProblemCode } from '../contract/staff.ts';
import type { CustomerView } from '../customer-display/customer-view.ts';
import type { CashRounding } from '../fees.ts';
import type { KeyAction, Keys } from '../key-bindings.ts';
import type { LedgerKind } from '../ledger-kind.ts';
import type { HandReason } from '../payment/hand-decision.ts';
import type { UnknownReason } from '../payment/outcome.ts';
import type { PrintJobKind, PrintProblem } from '../payment/print-job.ts';
import type { PaymentState } from '../payment/states.ts';
import type { NumberRule, ProductId } from '../products.ts';
import type { PrinterConnection, PrinterConnectionOf } from '../printing/printer-connection.ts';
import type { PrinterModel, PrinterProfile } from '../printing/printer-profile.ts';
import type { SampledMode } from '../printing/profile-from-answers.ts';
import type { CustomerDisplaySettings } from '../screens.ts';
import type { Language, SettingsProblemCode, Theme } from '../settings.ts';
import type { Role } from '../staff/staff.ts';
import type { Zone } from '../time.ts';
import type { Advice } from './advice.ts';
import type { PaperAdvice, PrinterAdvice } from './paper-advice.ts';
import { sentence } from './sentence.ts';

/** What may have happened to a payment, its papers or its cash. */
type TrailEventOf<Of extends TrailEntry['of']> = Extract<TrailEntry, { readonly of: Of }>['event'];
type TrailActor = Extract<TrailEntry, { readonly actor: unknown }>['actor'];

const nothingMoved = 'Belum ada uang yang berpindah.';
const depositSafe = 'Saldo aman, belum terpotong.';
const notPaidAgain = 'Tagihannya mungkin sudah terbayar. Jangan bayar ulang.';
const nothingChanged = 'Tidak ada yang berubah.';
const notSent = 'Pembayaran tidak dikirim. Uang dan saldo aman.';
const ledgerStays = 'Buku pembayaran tidak berubah.';
const freeTheDisk = 'Kosongkan disk (hapus berkas besar, kosongkan Recycle Bin)';

/** Why what an owner's PIN was asked for was not done. */
type PinRefusal = RequestError<
  'insist' | 'confirmAgain' | 'takeForFinal' | 'resolveByHand' | 'closeGap' | 'restoreBackup' | 'leaveKiosk'
>['code'];

/** Why somebody was not signed in, or the staff was not changed. */
const staffProblems = {
  'wrong-pin': 'PIN salah. Coba lagi.',
  'pin-locked': 'Terlalu banyak PIN salah. Tunggu beberapa menit (paling lama 15), lalu coba lagi.',
  'no-owner-pin': 'Pasang dulu PIN pemilik, di Setelan bagian PIN pemilik.',
  'no-such-person': 'Orang ini tidak ada lagi di daftar.',
  'name-taken': 'Nama ini sudah dipakai. Beri nama lain.',
  'too-many': 'Daftarnya penuh. Hapus dulu yang tidak berjaga lagi.',
  'file-not-written': 'Tidak tersimpan: berkas setelan tidak bisa ditulis. Periksa sisa ruang disk.',
  busy: 'Tunggu sebentar: ada pembayaran yang sedang berjalan.',
} satisfies Record<StaffProblemCode, string>;

/** A backup was not made, not read or not put back. */
const backupProblems = {
  'folder-not-writable': {
    what: 'Folder cadangan tidak bisa ditulisi.',
    money: ledgerStays,
    next: 'Pasang lagi flashdisk-nya, atau pilih folder lain di Setelan, bagian Cadangan.',
  },
  'no-room': {
    what: 'Tempat cadangan penuh.',
    money: ledgerStays,
    next: 'Kosongkan disk itu, atau pilih folder lain di Setelan, bagian Cadangan.',
  },
  'not-verified': {
    what: 'Cadangan yang baru ditulis tidak terbaca utuh, jadi dibuang.',
    money: ledgerStays,
    next: 'Coba lagi. Kalau tetap begini, pakai disk atau flashdisk lain: yang ini mungkin rusak.',
  },
  'source-unreadable': {
    what: 'Ada yang tidak terbaca di berkas catatan ini.',
    money: ledgerStays,
    next: 'Jangan hapus apa pun. Pilih cadangan lain, atau minta teknisi memeriksa disknya.',
  },
  'backup-not-found': {
    what: 'Cadangan itu tidak ada lagi di foldernya.',
    money: ledgerStays,
    next: 'Pasang lagi flashdisk-nya, atau pilih cadangan lain.',
  },
  'payment-unresolved': {
    what: 'Masih ada pembayaran yang sedang dikirim atau yang jawabannya masih ditunggu.',
    money: ledgerStays,
    next: 'Tunggu paling lama 10 menit sampai jawabannya tidak ditunggu lagi, lalu ulangi.',
  },
} satisfies Record<BackupProblemCode, Advice>;

/** An archive was not written, not read or not put in this counter's place. */
const archiveProblems = {
  cancelled: {
    what: 'Belum ada berkas yang dipilih.',
    money: nothingChanged,
    next: 'Tekan lagi untuk memilih berkasnya.',
  },
  'target-not-writable': {
    what: 'Arsip tidak bisa ditulis di tempat itu. Mungkin flashdisk-nya tercabut atau terkunci.',
    money: ledgerStays,
    next: 'Pasang lagi flashdisk-nya, atau pilih tempat lain, lalu ulangi.',
  },
  'target-full': {
    what: 'Flashdisk atau disk itu penuh.',
    money: ledgerStays,
    next: 'Kosongkan dulu, atau pakai flashdisk lain, lalu ulangi.',
  },
  'target-too-small': {
    what: 'Arsip ini terlalu besar untuk format flashdisk itu (FAT32 hanya sampai 4 GB per berkas).',
    money: ledgerStays,
    next: 'Pakai flashdisk berformat exFAT atau NTFS, lalu ulangi.',
  },
  'no-room-here': {
    what: 'Disk komputer ini tidak cukup untuk isi arsip itu.',
    money: ledgerStays,
    next: `${freeTheDisk}, lalu ulangi.`,
  },
  'not-verified': {
    what: 'Arsip yang baru ditulis tidak terbaca utuh, jadi dibuang.',
    money: ledgerStays,
    next: 'Coba lagi. Kalau tetap begini, pakai flashdisk lain: yang ini mungkin rusak.',
  },
  'source-unreadable': {
    what: 'Buku pembayaran di komputer ini tidak bisa disalin utuh.',
    money: ledgerStays,
    next: 'Coba lagi. Kalau tetap begini, buka Setelan, bagian Cadangan, dan minta teknisi memeriksa disknya.',
  },
  'archive-gone': {
    what: 'Berkas arsip itu tidak terbaca lagi. Mungkin flashdisk-nya tercabut.',
    money: ledgerStays,
    next: 'Pasang lagi flashdisk-nya, lalu pilih berkasnya lagi.',
  },
  'not-an-archive': {
    what: 'Berkas itu bukan arsip Loket.',
    money: ledgerStays,
    next: 'Pilih berkas yang namanya berakhiran .age dan dibuat di sini atau di komputer lama.',
  },
  'wrong-passphrase': {
    what: 'Kata sandi itu tidak membuka arsip ini.',
    money: ledgerStays,
    next: 'Ketik lagi, huruf besar dan kecil dibedakan. Kalau pasti benar, awal berkasnya rusak: pakai arsip lain.',
  },
  'archive-damaged': {
    what: 'Arsip itu rusak, terpotong, atau isinya tidak seperti yang tertulis di dalamnya.',
    money: ledgerStays,
    next: 'Salin lagi berkasnya dari asalnya, atau pakai arsip lain.',
  },
  'newer-version': {
    what: 'Arsip itu dibuat oleh Loket yang lebih baru.',
    money: ledgerStays,
    next: 'Perbarui Loket di komputer ini, lalu ulangi.',
  },
  'not-looked-at': {
    what: 'Isi arsip ini belum dilihat, atau catatan di sini berubah sesudahnya.',
    money: ledgerStays,
    next: 'Lihat lagi isinya, lalu pulihkan.',
  },
  'payment-unresolved': {
    what: 'Masih ada pembayaran atau pengecekan yang berjalan, atau yang jawabannya masih ditunggu.',
    money: ledgerStays,
    next: 'Tunggu paling lama 10 menit sampai jawabannya tidak ditunggu lagi, lalu ulangi.',
  },
  'already-moved': {
    what: 'Loket ini sudah dipindahkan.',
    money: ledgerStays,
    next: 'Kalau arsipnya hilang: buka lagi loket ini dengan PIN, lalu pindahkan sekali lagi.',
  },
  'not-moved': {
    what: 'Loket ini tidak sedang dipindahkan.',
    money: nothingChanged,
    next: 'Tutup, lalu lihat layarnya.',
  },
  'archive-busy': {
    what: 'Sebuah arsip sedang ditulis atau dibaca.',
    money: nothingChanged,
    next: 'Tunggu sampai selesai, lalu ulangi.',
  },
  'file-not-written': {
    what: 'Komputer ini tidak bisa menulis berkas setelannya.',
    money: ledgerStays,
    next: `${freeTheDisk}, lalu ulangi.`,
  },
} satisfies Record<ArchiveProblemCode, Advice>;

/** How a print was cut short, as a clause of the past: it is asked about later. */
const cutShort = {
  'paper-out': 'kertas habis di tengah cetakan',
  'cover-open': 'tutup printer dibuka di tengah cetakan',
  offline: 'printer berhenti di tengah cetakan',
  faulty: 'printer macet di tengah cetakan',
  unplugged: 'pengiriman ke printer terhenti di tengah cetakan',
  unreachable: 'printer hilang dari jaringan di tengah cetakan',
  'no-access': 'printer diambil program lain di tengah cetakan',
  stalled: 'printer berhenti menerima data di tengah cetakan',
  'broken-off': 'pengiriman ke printer terhenti di tengah cetakan',
  unconfirmed: 'printer waktu itu tidak memastikan kertasnya keluar',
  'too-old': 'tidak jelas apakah kertasnya keluar',
  'no-printer': 'tidak jelas apakah kertasnya keluar',
} satisfies Record<PrintProblem, string>;

const lengths = (rule: NumberRule): string =>
  rule.minLength === rule.maxLength ? `${rule.minLength}` : `${rule.minLength}–${rule.maxLength}`;
const characters = (rule: NumberRule): string => (rule.alphabet === 'digits' ? 'angka' : 'huruf/angka');

/** The keys whose words are not a product's name. */
type NamedAction = Exclude<KeyAction, `product-${number}`>;

/** What a test of the connection found, and who can mend it how. */
interface VerdictWords {
  readonly what: string;
  readonly next: string;
}

/**
 * The cashier's screen in Indonesian: the source of all texts, as they speak of one biller by its name and of the shop's keys. Amounts and
 * times come in already formatted.
 */
export const id = (biller: string, keys: Keys) => ({
  appName: 'Loket',
  languages: { id: 'Indonesia', en: 'Inggris' } satisfies Record<Language, string>,
  products: {
    'pln-postpaid': { short: 'PLN', name: 'PLN pascabayar' },
    'pln-prepaid': { short: 'Token', name: 'Token listrik' },
    'pln-nontaglis': { short: 'Non-taglis', name: 'PLN non-tagihan listrik' },
    'telkom-pstn': { short: 'Telkom', name: 'Telepon & internet Telkom' },
    bpjs: { short: 'BPJS', name: 'BPJS Kesehatan' },
    pdam: { short: 'PDAM', name: 'Air PDAM' },
    gas: { short: 'Gas', name: 'Gas alam' },
    'mobile-postpaid': { short: 'HP pasca', name: 'HP pascabayar' },
    tv: { short: 'TV', name: 'TV berlangganan' },
    internet: { short: 'Internet', name: 'Internet selain Telkom' },
    multifinance: { short: 'Cicilan', name: 'Cicilan (multifinance)' },
    pbb: { short: 'PBB', name: 'Pajak bumi dan bangunan' },
    'bpjs-tk': { short: 'BPJS TK', name: 'BPJS Ketenagakerjaan' },
    insurance: { short: 'Asuransi', name: 'Asuransi' },
    esamsat: { short: 'e-Samsat', name: 'Pajak kendaraan (e-Samsat)' },
    emoney: { short: 'E-money', name: 'Isi saldo uang elektronik' },
  } satisfies Record<ProductId, { readonly short: string; readonly name: string }>,
  states: {
    quoted: 'belum dibayar',
    expired: 'kedaluwarsa',
    sent: 'sedang dikirim',
    paid: 'terbayar',
    rejected: 'ditolak',
    unknown: 'belum pasti',
    'paid-by-hand': 'terbayar (manual)',
    'rejected-by-hand': 'tidak terbayar (manual)',
  } satisfies Record<PaymentState, string>,

  /** How long something lasted or has been. */
  spans: {
    moment: 'baru saja',
    minutes: (amount: number) => `${amount} menit`,
    hours: (amount: number) => `${amount} jam`,
    days: (amount: number) => `${amount} hari`,
  },
  /** A moment of the past in a sentence; the clock comes with its zone where that matters. */
  when: {
    today: (clock: string) => `pukul ${clock}`,
    yesterday: (clock: string) => `kemarin ${clock}`,
    earlier: (date: string, clock: string) => `${date} ${clock}`,
  },

  banners: {
    training: 'MODE LATIHAN – uang tidak berpindah',
    sandbox: 'UJI COBA – bukan uang sungguhan',
    live: null,
  } satisfies Record<LedgerKind, string | null>,

  topBar: {
    label: 'Keadaan loket',
    deposit: 'Saldo',
    depositOf: `Saldo ${biller}`,
    depositAt: (clock: string) => `pukul ${clock}`,
    depositUnknown: 'belum diketahui',
    depositLow: 'Saldo menipis',
    shift: { open: (number: number) => `Shift ${number}`, none: 'Buka shift' },
    connection: {
      notReady: `${biller} belum diatur`,
      locked: `${biller} terkunci`,
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
    /** What the light of the printer says besides, to whoever hears it. */
    othersToSeeTo: (count: number) => `${count} printer lain perlu dilihat`,
    papersWaiting: (count: number) => `${count} kertas menunggu Anda`,
    unresolved: (count: number) => `${count} belum pasti`,
    gaps: (count: number) => `${count} celah catatan`,
    language: 'Bahasa',
    settings: 'Setelan',
    keys: 'Semua tombol',
  },

  /** Nothing is sold until the program was started anew, or a backup was restored. */
  stopped: {
    title: 'PENJUALAN DIHENTIKAN',
    backups: 'Buka Cadangan',
    retiredTo: (when: string, archive: string) => `Dipindahkan ${when} ke ${archive}.`,
    reopen: 'Buka lagi di sini…',
    reopenTitle: 'Berjualan lagi di komputer ini?',
    reopenWhat:
      'Hanya kalau loket yang baru tidak dipakai: dua loket dengan buku yang sama bisa membayar tagihan yang sama dua kali.',
    reopenGap:
      'Yang terjual di komputer lain tidak diketahui di sini. Waktu sejak pindah menjadi celah catatan, dan tiap pembayaran ditanya dua kali sampai celah itu dicocokkan.',
    reopenConfirm: 'Buka lagi loket ini',
    reasons: {
      unsaved: {
        what: 'Hasil pembayaran tidak bisa ditulis ke disk.',
        money: 'Hasil itu hanya ada di layar dan di kertas: catat sekarang.',
        next: `${freeTheDisk}, lalu tutup dan buka lagi Loket.`,
      },
      'ledger-fault': {
        what: 'Disk bermasalah saat buku pembayaran ditulis.',
        money: 'Tidak ada pembayaran lagi yang dikirim.',
        next: 'Tutup dan buka lagi Loket. Kalau tetap begini, ganti disknya dan pulihkan cadangan.',
      },
      'ledger-altered': {
        what: 'Buku pembayaran diubah atau dihapus sebagian oleh sesuatu di luar Loket.',
        money: 'Yang sudah terbayar bisa tidak terlihat di sini: jangan bayar ulang apa pun.',
        next: 'Pulihkan cadangan, lalu cocokkan dengan daftar penyedia.',
      },
      retired: {
        what: 'Loket ini sudah dipindahkan ke komputer lain.',
        money: 'Di sini tidak ada yang dijual atau dikirim, jadi tidak ada yang terbayar dua kali.',
        next: 'Berjualanlah di komputer yang baru.',
      },
      updating: {
        what: 'Versi lain dari Loket sedang dipasang.',
        money: 'Selama itu tidak ada yang dijual atau dikirim.',
        next: 'Tunggu, dan jangan matikan komputer: Loket terbuka lagi sendiri.',
      },
    } satisfies Record<StopReason, Advice>,
  },

  /** What does not stop a sale, and should be mended all the same. */
  notices: {
    label: 'Perlu dibetulkan',
    none: 'Tidak ada yang perlu dibetulkan sekarang.',
    policy: {
      short: 'Kebijakan tidak dipakai',
      what: (file: string, why: string) => `Kebijakan komputer ini tidak dipakai: ${file}: ${why}`,
      money: 'Uang dan catatan aman; loket memakai setelannya sendiri.',
      next: 'Minta pengelola komputer membetulkan berkas itu, lalu buka Loket lagi.',
    },
    clock: {
      wentBackShort: (span: string) => `Jam PC mundur ${span}`,
      wentBack: (span: string) => `Jam komputer mundur ${span}: jamnya pernah lebih maju dari sekarang.`,
      differsShort: (span: string) => `Jam PC beda ${span}`,
      behind: (span: string, name: string) => `Jam komputer berbeda ${span} dari jam ${name}: tertinggal.`,
      ahead: (span: string, name: string) => `Jam komputer berbeda ${span} dari jam ${name}: terlalu cepat.`,
      money:
        'Uang dan saldo aman, tetapi waktu di struk, batas tutup buku dan masa berlaku tagihan ikut salah.',
      next: 'Buka setelan tanggal dan jam komputer, nyalakan waktu otomatis, lalu cocokkan zona waktunya.',
    },
    backup: {
      failedShort: 'Cadangan gagal',
      neverShort: 'Belum ada cadangan',
      oldShort: (span: string) => `Cadangan ${span} lalu`,
      never: 'Buku pembayaran belum pernah dicadangkan.',
      old: (when: string) => `Cadangan terakhir yang baik dibuat ${when}.`,
      money: 'Kalau disk ini rusak, catatan sesudah cadangan itu hilang dari Loket.',
      next: 'Buat cadangan sekarang, sebaiknya ke flashdisk atau disk lain.',
      open: 'Buka Cadangan',
    },
  },

  /** What a new counter is shown. */
  firstSteps: {
    title: 'Langkah pertama',
    done: 'sudah',
    later: 'boleh nanti',
    next: (step: string) => `Lanjut: ${step}`,
    finish: 'Selesai, mulai berjualan',
    whichBiller: 'Akun di',
    noTraining: 'Loket ini sudah berjualan sungguhan. Latihan ada di Setelan, Uang dan saldo.',
    tryIt: 'Coba jual satu tagihan',
    fromArchive: 'Sudah punya Loket di komputer lain?',
    restoreArchive: 'Pulihkan dari arsip…',
    notice: {
      short: 'Penyiapan belum selesai',
      what: 'Beberapa langkah pertama belum dijalani.',
      money: 'Berjualan sudah bisa; di mode latihan uang tidak berpindah.',
      next: 'Buka Langkah pertama untuk melanjutkan.',
      open: 'Buka Langkah pertama',
    },
    steps: {
      language: {
        tab: 'Bahasa',
        what: 'Layar loket berbahasa apa? Struk selalu berbahasa Indonesia.',
      },
      shop: { tab: 'Nama toko', what: 'Nama dan alamat ini tercetak di atas setiap struk.' },
      biller: {
        tab: 'Akun biller',
        what: 'Isi akun yang didapat dari penyedia pembayaran. Belum punya? Lewati saja: semua bisa dicoba di mode latihan.',
      },
      printer: {
        tab: 'Printer',
        what: 'Pasang printer struk, lalu cari di sini. Tanpa printer, struk tampil di layar.',
      },
      people: {
        tab: 'PIN pemilik',
        what: 'PIN pemilik diminta untuk keputusan penting. Kasir lain ditambahkan di Setelan, Kasir: begitu yang pertama ditambahkan, loket langsung terkunci dan meminta PIN-nya.',
      },
      sale: {
        tab: 'Jualan latihan',
        what: 'Coba satu kali: cek tagihan, uang pas, bayar, lalu lihat struknya. Uang tidak berpindah.',
      },
    },
  },

  product: {
    label: 'Produk',
    other: 'Lain…',
    others: 'Produk lain',
    filter: 'Tekan angkanya, atau ketik nama produk',
    nothingSold: `Belum ada produk yang bisa dijual di sini. Buka Setelan (${keys.settings}) dan isi akunnya.`,
  },

  /** The company or city, where a product is sold by several. */
  service: {
    choose: (product: string) => `Pilih ${product}`,
    filter: 'Ketik nama kota atau perusahaan',
    none: (typed: string) => `Tidak ada yang cocok dengan “${typed}”.`,
    notChosen: (product: string) => `Pilih ${product} dulu`,
    /** Heard before the company's name. */
    change: 'Ganti',
  },

  /** What is asked besides the number. */
  extras: {
    labels: {
      months: 'Bulan',
      'tax-year': 'Tahun pajak',
      'identity-number': 'Nomor KTP',
      amount: 'Nominal (Rp)',
    } satisfies Record<ExtraField, string>,
    faults: {
      months: 'Banyaknya bulan 1–24',
      'tax-year': 'Tahun pajak empat angka, paling jauh tahun depan',
      'identity-number': 'Nomor KTP 4–30 huruf/angka',
      amount: 'Ketik nominalnya dalam rupiah',
    } satisfies Record<ExtraField, string>,
  },

  /** PLN's night; clocks with their zone. */
  cutOff: {
    before: (from: string, to: string) =>
      `PLN tutup buku ${from}–${to}. Bayar sebelum itu, atau sesudah ${to}.`,
    closed: (from: string, to: string) =>
      `PLN tutup buku ${from}–${to}. Pembayaran ditolak sampai ${to}; cek tagihan boleh.`,
    after: (from: string, to: string, safe: string) =>
      `PLN baru tutup buku ${from}–${to}. Jawabannya bisa tersendat sampai ${safe}.`,
    insist: 'Izin supervisor',
    insisted: 'Supervisor mengizinkan. Tekan BAYAR sekali lagi.',
    insistTitle: 'Tetap bayar saat PLN tutup buku?',
    insistWords:
      'Pembayaran di tengah tutup buku bisa menggantung sampai besok: uang terpotong, tetapi tagihan belum lunas. Lanjutkan hanya kalau supervisor yakin.',
    insistConfirm: 'Izinkan',
  },

  pin: {
    label: 'PIN pemilik',
    digits: '4–12 angka',
    checking: 'Memeriksa PIN…',
    carryingOut: 'Sebentar…',
  },

  /** A bill that asks for a second confirmation. Times as words of `when`; amounts with Rp. */
  confirmAgain: {
    title: 'Yakin dibayar?',
    intro: 'Belum ada yang dikirim. Baca dulu:',
    paidLately: (when: string, total: string) => `Pelanggan ini sudah dibayar di sini ${when}, ${total}.`,
    boughtLately: (when: string, total: string) => `Pelanggan ini sudah membeli di sini ${when}, ${total}.`,
    rejectedByHandLately: (when: string, total: string) =>
      `Pembayaran pelanggan ini ${when}, ${total}, diputuskan pemilik tidak terbayar. ${biller} belum memastikannya.`,
    monthPaid: (month: string, when: string, total: string) =>
      `Bulan ${month} sudah pernah dibayar di sini ${when}, ${total}.`,
    gap: (from: string, until: string) =>
      `Catatan loket ini dipulihkan dari cadangan. Yang dibayar antara ${from} dan ${until} tidak tercatat di sini, mungkin termasuk tagihan ini.`,
    twice: 'Kalau dilanjutkan, tagihan yang sama bisa terbayar dua kali, dan uangnya belum tentu kembali.',
    onPurpose: 'Lanjutkan hanya kalau pelanggan sengaja membeli sekali lagi.',
    ownerOnly: 'Hanya pemilik yang boleh melanjutkan.',
    confirm: (total: string) => `Tetap bayar ${total}`,
  },

  number: {
    label: 'Nomor pelanggan',
    labels: {
      'pln-postpaid': 'ID pelanggan',
      'pln-prepaid': 'Nomor meter atau ID pelanggan',
      'pln-nontaglis': 'Nomor registrasi',
      'telkom-pstn': 'Nomor telepon / internet',
      bpjs: 'Nomor kartu atau virtual account',
      pdam: 'Nomor sambungan',
      gas: 'Nomor pelanggan gas',
      'mobile-postpaid': 'Nomor HP',
      tv: 'Nomor pelanggan TV',
      internet: 'Nomor pelanggan internet',
      multifinance: 'Nomor kontrak',
      pbb: 'NOP',
      'bpjs-tk': 'Nomor peserta atau kode iuran',
      insurance: 'Nomor polis',
      esamsat: 'Kode bayar',
      emoney: 'Nomor HP akun',
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
    offer: (product: string) => `Nomor ini untuk ${product}`,
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
      { title: 'Pilih produk, ketik atau pindai nomor', keys: [`${keys['product-1']} …`, 'Enter'] },
      { title: 'Cocokkan nama, ketik uang yang diterima', keys: [`${keys['exact-cash']} = uang pas`] },
      { title: 'Bayar; struk tercetak sendiri', keys: ['Enter'] },
    ],
    notReady: `Akun ${biller} belum diatur, jadi tagihan belum bisa dicek. Buka Setelan (${keys.settings}).`,
  },

  bill: {
    label: 'Tagihan',
    amount: 'Tagihan',
    adminFee: 'Admin',
    sum: 'Jumlah',
    bill: (ordinal: number) => `Lembar ${ordinal}`,
    months: (count: number) => `${count} lembar`,
    monthCount: (count: number) => `${count} bulan`,
    /** Heard, where the bills stand without a head. */
    lines: 'Rincian per lembar',
    details: 'Keterangan lain',
    charges: { 'counter-fee': 'Biaya loket', rounding: 'Pembulatan' },
    total: 'TOTAL',
    cancel: 'Batal',
    back: 'Ganti nominal',
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
    needsCash: `Ketik uang diterima, atau ${keys['exact-cash']} untuk uang pas.`,
    needsMore: (missing: string) => `Uang masih kurang ${missing}.`,
    tooMuch: 'Uang diterima terlalu besar untuk tagihan ini. Periksa angkanya.',
    scanned: 'Itu hasil pindaian, bukan uang. Ketik uang diterima.',
    held: 'Lepas Enter dulu, lalu tekan lagi untuk membayar.',
  },

  /** Several bills of one customer, paid with one sum of cash. */
  basket: {
    label: 'Keranjang',
    add: 'Tambah ke keranjang',
    bills: (count: number) => `${count} tagihan`,
    strip: {
      open: (count: number, sum: string) => `Keranjang: ${count} tagihan · Rp ${sum}`,
      paying: 'Keranjang sedang dibayar',
      halted: 'Keranjang berhenti: jawab dulu',
      done: (back: string) => `Keranjang selesai · kembali Rp ${back}`,
    },
    lines: 'Isi keranjang',
    total: 'TOTAL',
    remove: 'Keluarkan',
    removeWhich: (who: string) => `Keluarkan ${who} dari keranjang`,
    empty: 'Kosongkan',
    emptySure: 'Yakin kosongkan?',
    stays: 'Esc: tambah tagihan lain. Isi keranjang tetap ada.',
    pay: (count: number, sum: string) => `BAYAR ${count} TAGIHAN ${sum}`,
    states: {
      waiting: 'Menunggu',
      sent: 'Sedang dibayar…',
      paid: 'Terbayar',
      refused: 'Ditolak',
      unknown: 'Belum pasti',
      'not-sent': 'Tidak dikirim',
      'left-out': 'Ditinggal',
    } satisfies Record<BasketLineState, string>,
    /** What stands in the way of a line, and the way out of it. */
    hindrances: {
      'quote-gone': 'Hasil cek tagihan ini sudah tidak berlaku. Keluarkan, lalu cek lagi.',
      'quote-expired': 'Hasil cek tagihan ini sudah terlalu lama. Keluarkan, lalu cek lagi.',
      'payment-open': 'Pembayaran pelanggan ini yang lalu belum pasti. Keluarkan dan jangan bayar ulang.',
      'cut-off': 'PLN tutup buku. Keluarkan, dan minta pelanggan datang lagi sesudahnya.',
      'confirm-again': 'Mungkin sudah pernah dibayar. Baca dulu, baru putuskan.',
      'not-sold': 'Produk ini tidak dijual lagi di loket ini. Keluarkan.',
    } satisfies Record<BasketHindrance['code'], string>,
    read: 'Baca dan putuskan',
    readWhich: (who: string) => `Baca dan putuskan: ${who}`,
    confirmLine: 'Ya, ikut dibayar',
    confirmIntro: 'Belum ada yang dikirim, dan ini belum membayar. Baca dulu:',
    review: (count: number) =>
      `${count} tagihan harus dilihat dulu. Belum ada yang dibayar dan uang belum berpindah.`,
    progress: (done: number, all: number, who: string) =>
      `Membayar ${who}: ${done} dari ${all} sudah selesai. Tunggu, jangan ditinggal.`,
    stop: 'Berhenti setelah ini',
    stopping: 'Berhenti begitu tagihan ini selesai.',
    halts: {
      unknown: 'Satu tagihan belum pasti',
      'not-sent-twice': 'Dua kali berturut-turut tidak terkirim',
      stopped: 'Dihentikan di tengah',
      hindered: 'Tidak bisa diteruskan',
      restarted: 'Program berhenti di tengah',
    } satisfies Record<HaltReason, string>,
    haltWords: {
      unknown: 'Mungkin sudah terbayar. Jangan bayar ulang; uangnya tetap di laci.',
      'not-sent-twice': 'Uangnya aman, tidak ada yang terpotong. Jaringan mungkin putus.',
      stopped: 'Yang sudah dikirim tetap berlaku. Sisanya belum dikirim.',
      hindered: 'Sisanya belum dikirim.',
      restarted: 'Yang sudah dikirim diselesaikan sendiri. Sisanya tidak dikirim lagi.',
    } satisfies Record<HaltReason, string>,
    ask: (count: number) => `Lanjutkan ${count} tagihan yang belum dikirim?`,
    ifStopped: (back: string) => `Kalau berhenti di sini, Rp ${back} kembali ke pelanggan.`,
    haltStop: 'Berhenti di sini',
    goOn: (count: number) => `Lanjutkan ${count} tagihan`,
    doneAll: 'Semua terbayar',
    doneSome: (paid: number, all: number) => `${paid} dari ${all} terbayar`,
    cash: 'Uang diterima',
    paid: (count: number) => `Terbayar (${count})`,
    uncertain: (count: number) => `Belum pasti (${count}), tetap di laci`,
    keptLate: 'Ditolak belakangan, dikembalikan tersendiri',
    back: 'KEMBALI',
    backIn: 'Di dalamnya, tagihan yang tidak terbayar',
    goesBack: 'Uangnya kembali ke pelanggan.',
    staysInDrawer: 'Jangan bayar ulang. Uangnya tetap di laci.',
    show: 'Lihat struk',
    showWhich: (who: string) => `Lihat struk ${who}`,
    recap: 'Cetak rekap',
    recapPrinted: 'Rekap dikirim ke printer.',
    finish: 'Selesai',
    tooSoon: 'Baca dulu hasilnya, lalu tekan sekali lagi.',
    problems: {
      'basket-busy': 'Keranjang pelanggan sebelumnya belum ditutup. Buka dan selesaikan dulu.',
      'basket-full': 'Keranjang penuh: paling banyak 20 tagihan. Bayar dulu yang ini.',
      'no-basket': 'Keranjangnya sudah kosong.',
      'not-in-basket': 'Tagihan ini sudah tidak ada di keranjang.',
      'already-in-basket': 'Tagihan ini sudah ada di keranjang.',
      'same-customer': 'Pelanggan ini sudah ada di keranjang. Bayar keranjangnya dulu.',
      'quote-gone': 'Hasil cek tagihannya sudah tidak berlaku. Cek lagi nomornya.',
      'quote-expired': 'Hasil cek tagihannya sudah terlalu lama. Cek lagi nomornya.',
      'payment-open': 'Pembayaran pelanggan ini yang lalu belum pasti. Jangan bayar ulang.',
      'nothing-to-pay': 'Tidak ada yang bisa dibayar di keranjang.',
      'cash-missing': 'Uang diterima belum diketik.',
      'cash-short': 'Uang diterima masih kurang.',
      'cash-implausible': 'Uang diterima terlalu besar. Periksa angkanya.',
      'needs-review': 'Ada tagihan yang harus dilihat dulu. Belum ada yang dibayar.',
      'not-halted': 'Keranjang sudah tidak menunggu jawaban.',
      busy: 'Masih ada permintaan lain yang berjalan. Tunggu sebentar, lalu ulangi.',
      'selling-stopped': 'Loket tidak menjual dulu. Baca sebabnya di atas layar.',
      'signed-out': 'Loket terkunci. Masuk dulu.',
      'no-shift': `Shift belum dibuka. Buka dulu (${keys.shift}), lalu lanjutkan dari keranjang.`,
      'ledger-not-written':
        'Buku pembayaran tidak bisa ditulis. Tidak ada yang dikirim. Periksa sisa ruang disk.',
    } satisfies Record<BasketProblemCode, string>,
  },

  paying: {
    connecting: (seconds: number) => `Menghubungi ${biller}… ${seconds} dtk`,
    sent: (seconds: number) => `Pembayaran dikirim, menunggu jawaban ${biller}… ${seconds} dtk`,
    deadline: (clock: string) => `Kalau sampai ${clock} belum ada jawaban, hasilnya “belum pasti”.`,
    cannotStop: 'Pembayaran tidak bisa dihentikan. Tunggu hasilnya.',
  },

  outcome: {
    owed: 'Uangnya masih tercatat di laci.',
    noteRefund: 'Uang dikembalikan',
    label: 'Hasil',
    paid: 'Terbayar',
    unknown: 'Belum pasti',
    reference: 'Ref',
    time: 'Waktu',
    number: 'Nomor',
    total: 'Total',
    billed: `Tagihan ${biller}`,
    cash: 'Uang diterima',
    code: 'Kode',
    change: 'KEMBALI',
    giveBack: 'KEMBALIKAN UANG',
    refusedBecause: (reason: string) => `Ditolak: ${reason}.`,
    refusedWithoutReason: `Ditolak oleh ${biller}.`,
    /** What its code means, where it does not decide the payment. */
    codeMeans: (reason: string) => `Arti kodenya: ${reason}.`,
    billerSays: `Kata ${biller}`,
    notTaken: 'Uang belum terpotong. Kembalikan uang pelanggan.',
    maybePaid: 'Tagihan mungkin sudah terbayar. Jangan bayar ulang.',
    cannotCheck: (clock: string) =>
      `Loket tidak bisa memeriksa sendiri. Hubungi ${biller}, sebut nomor dan jam ini: ${clock}.`,
    retired: 'Loket ini sudah dipindahkan: loket yang baru yang menanyakannya.',
    otherAccount: (clock: string) =>
      `Pembayaran ini dikirim dengan akun atau alamat ${biller} yang lain, jadi Loket tidak bisa menanyakannya. Kembalikan akun itu di Setelan, atau hubungi ${biller}, sebut nomor dan jam ini: ${clock}.`,
    willCheck: (clock: string) => `Loket memeriksa lagi pukul ${clock}.`,
    willCheckOnline: (clock: string) =>
      `${biller} tidak bisa dihubungi. Loket memeriksa begitu jaringan kembali, dan mencoba lagi pukul ${clock}.`,
    gaveUp: (clock: string) =>
      `Tidak ada jawaban pasti, jadi Loket berhenti bertanya sendiri. Tekan “Periksa sekarang”, atau hubungi ${biller}, sebut nomor dan jam ini: ${clock}.`,
    asking: `Sedang menanyakan ke ${biller}…`,
    neverAsked: `${biller} belum pernah ditanya.`,
    asked: (times: number, clock: string) => `Sudah ditanya ${times} kali, terakhir pukul ${clock}.`,
    askedBefore: (times: number, when: string) => `Sudah ditanya ${times} kali, terakhir ${when}.`,
    awaited: 'Jawabannya masih ditunggu.',
    checkNow: 'Periksa sekarang',
    arrears: (months: number) => `Masih ada tunggakan ${months} bulan lagi.`,
    noArrears: 'Tidak ada tunggakan lagi.',
    totalDiffers: (replied: string, quoted: string) =>
      `Total dari ${biller} ${replied}, tagihan ${quoted}. Keduanya dicatat.`,
    dismiss: 'Tutup',
    nextSale: 'Nomor berikutnya boleh langsung diketik.',
    lost: 'Loket terganggu saat menunggu hasil.',
    paidByHand: 'Terbayar (manual)',
    rejectedByHand: 'Tidak terbayar (manual)',
    decided: (reason: string, evidence: string) => `Diputuskan pemilik: ${reason}. “${evidence}”`,
    uncertified: `${biller} belum memastikannya. Kalau jawabannya kemudian lain, pembayaran ini dibuka lagi.`,
    giveBackByHand: 'Kembalikan uang pelanggan.',
  },

  /** An outcome that could not be written down. */
  unsaved: {
    title: 'BELUM TERSIMPAN – catat sekarang',
    what: 'Hasil ini tidak bisa ditulis ke disk. Hanya ada di layar ini dan di kertas.',
    next: 'Tulis atau foto sekarang: nama, nomor, jam, Ref, token. Jangan tutup Loket sebelum itu.',
    noted: 'Sudah dicatat',
    foot: 'Hasil ini tetap di layar sampai Anda bilang sudah dicatat.',
  },

  /** The slip for the customer while nobody knows. */
  interim: {
    print: 'Cetak bukti sementara',
    status: {
      none: '',
      'on-screen': 'Bukti sementara tampil di layar.',
      printing: 'Bukti sementara sedang dicetak.',
      printed: 'Bukti sementara sudah tercetak.',
      sent: 'Bukti sementara sudah dikirim ke printer.',
      left: 'Bukti sementara tidak dicetak.',
      'left-in-doubt': 'Bukti sementara mungkin tidak lengkap.',
      failed: 'Bukti sementara belum tercetak.',
      uncertain: `Bukti sementara mungkin tidak lengkap. Lihat kertasnya; kalau perlu tekan ${keys.interim}.`,
    },
    /** After what is wrong, and what mends it. */
    comesByItself: 'Bukti sementara keluar sendiri.',
    pressAgain: `Kalau masih diperlukan, tekan ${keys.interim}.`,
  },

  unknownReasons: {
    'no-answer': `${biller} tidak menjawab sampai batas waktu.`,
    interrupted: 'Program terhenti sebelum jawabannya datang.',
    'unreadable-reply': `Jawaban ${biller} tidak bisa dibaca.`,
    'mismatched-reply': `Jawaban ${biller} tidak cocok dengan pelanggan atau jumlah ini.`,
    'unclear-answer': `Jawaban ${biller} tidak memastikan terbayar atau tidak.`,
    contradicted: `Pemilik sudah memutuskan, lalu datang jawaban ${biller} yang berlawanan.`,
  } satisfies Record<UnknownReason, string>,

  /** What an owner's decision about an uncertain payment rests on. */
  handReasons: {
    'biller-said': `${biller} mengatakannya (telepon, pesan)`,
    'biller-records': `tercantum di web atau laporan ${biller}`,
    'customer-showed': 'pelanggan menunjukkan buktinya',
    'own-evidence': 'bukti di loket ini sendiri',
  } satisfies Record<HandReason, string>,

  print: {
    none: 'Struk belum ada.',
    'on-screen': 'Struk tampil di layar.',
    printing: 'Struk sedang dicetak.',
    printed: 'Struk sudah tercetak.',
    sent: 'Struk sudah dikirim ke printer.',
    left: 'Struk tidak dicetak.',
    'left-in-doubt': 'Struk mungkin tidak lengkap.',
  },
  /** Paid, and not on paper: the payment is safe, and what mends it. */
  notPrinted: {
    'paper-out': { what: 'Terbayar, tetapi kertas habis.', next: 'Isi kertas.' },
    'cover-open': {
      what: 'Terbayar, tetapi tutup printer terbuka.',
      next: 'Tutup printernya.',
    },
    offline: {
      what: 'Terbayar, tetapi printer tidak siap.',
      next: 'Lihat lampu printer, tekan FEED atau ONLINE.',
    },
    faulty: {
      what: 'Terbayar, tetapi printer macet atau antreannya dihentikan.',
      next: 'Matikan, bersihkan jalur kertas, nyalakan lagi.',
    },
    unplugged: {
      what: 'Terbayar, tetapi printer tidak terpasang.',
      next: 'Pasang kabelnya dan nyalakan.',
    },
    unreachable: {
      what: 'Terbayar, tetapi printer tidak menjawab.',
      next: 'Periksa listrik dan kabel jaringannya.',
    },
    'no-access': {
      what: 'Terbayar, tetapi printer dipakai program lain atau tidak diizinkan.',
      next: 'Tutup program lain yang mencetak.',
    },
    stalled: {
      what: 'Terbayar, tetapi printer tidak mau menerima struk.',
      next: 'Lihat kertas dan tutupnya.',
    },
    'broken-off': {
      what: 'Terbayar, tetapi sambungan ke printer putus.',
      next: 'Periksa kabelnya.',
    },
    unconfirmed: {
      what: 'Terbayar, tetapi struk belum tercetak.',
      next: 'Lihat printer.',
    },
    'too-old': {
      what: 'Terbayar, tetapi struk ini sudah menunggu lama.',
      next: 'Cetak sekarang?',
    },
    'no-printer': {
      what: 'Terbayar, tetapi printer untuk struk ini tidak diatur lagi.',
      next: `Pilih printer di Setelan (${keys.settings}), lalu cetak.`,
    },
  } satisfies Record<PrintProblem, PaperAdvice>,
  /** What becomes of it then; `never`: it is in no ledger. */
  notPrintedThen: {
    byItself: 'Struk lalu keluar sendiri.',
    never: 'Struk ini tidak keluar sendiri.',
  },
  /** Paid, and nobody knows how much of it is on paper. Then the question about it follows. */
  maybePrinted: (problem: PrintProblem) => `Terbayar, tetapi ${cutShort[problem]}.`,
  /** What is wrong with a printer, whatever was to be printed: in a few words, in a sentence, and what mends it. */
  printerProblems: {
    'paper-out': { short: 'Kertas habis', what: 'Kertas printer habis.', mend: 'Isi kertas.' },
    'cover-open': {
      short: 'Tutup printer terbuka',
      what: 'Tutup printer terbuka.',
      mend: 'Tutup sampai terkunci.',
    },
    offline: {
      short: 'Printer tidak siap',
      what: 'Printer tidak siap mencetak.',
      mend: 'Lihat lampunya; tekan FEED atau ONLINE.',
    },
    faulty: {
      short: 'Printer macet',
      what: 'Ada yang macet di printer, atau antreannya dihentikan.',
      mend: 'Matikan, bersihkan jalur kertas, nyalakan lagi; lihat juga antreannya di komputer.',
    },
    unplugged: {
      short: 'Printer tidak terpasang',
      what: 'Printer tidak terpasang di komputer ini.',
      mend: 'Pasang kabelnya dan nyalakan.',
    },
    unreachable: {
      short: 'Printer tidak menjawab',
      what: 'Printer tidak menjawab di alamatnya.',
      mend: 'Periksa listrik, kabel jaringan, dan alamatnya.',
    },
    'no-access': {
      short: 'Printer tidak bisa dipakai',
      what: 'Komputer tidak mengizinkan Loket memakai printer ini, atau program lain memegangnya.',
      mend: 'Tutup program lain yang mencetak, atau minta teknisi memberi izin.',
    },
    stalled: {
      short: 'Printer berhenti',
      what: 'Printer berhenti menerima data.',
      mend: 'Lihat kertas dan tutupnya, atau matikan lalu nyalakan lagi.',
    },
    'broken-off': {
      short: 'Printer terputus',
      what: 'Sambungan ke printer putus.',
      mend: 'Periksa kabelnya.',
    },
    unconfirmed: {
      short: 'Cetakan belum jelas',
      what: 'Printer tidak memastikan kertasnya keluar.',
      mend: 'Lihat kertas di printer.',
    },
    'too-old': {
      short: 'Menunggu lama',
      what: 'Kertas ini sudah menunggu lama, jadi tidak keluar sendiri lagi.',
      mend: 'Cetak sekarang kalau masih diperlukan.',
    },
    'no-printer': {
      short: 'Printernya tidak ada',
      what: 'Printer untuk kertas ini tidak diatur lagi.',
      mend: 'Pilih printer di Setelan, lalu cetak dari sini.',
    },
  } satisfies Record<PrintProblem, PrinterAdvice>,

  /** The printers and the papers that a person must see to. */
  papers: {
    label: 'Printer',
    printers: 'Keadaan printer',
    states: {
      ok: 'Siap.',
      unknown: 'Belum ada kabar darinya. Struk tetap dikirim ke sana.',
      attention: 'Perlu dilihat.',
    } satisfies Record<PrinterStatus['status'], string>,
    onScreen: 'Struk tampil di layar saja.',
    forReceipts: 'untuk struk',
    setUp: 'Atur printer',
    list: 'Kertas yang menunggu Anda',
    empty: 'Tidak ada kertas yang menunggu Anda.',
    loading: 'Mengambil daftar…',
    kinds: {
      receipt: 'Struk',
      interim: 'Bukti sementara',
      'open-payments': 'Daftar belum pasti',
      recap: 'Rekap',
      x: 'Laporan X',
      z: 'Laporan Z',
    } satisfies Record<PrintJobKind, string>,
    copy: (ordinal: number) => `CETAK ULANG ke-${ordinal}`,
    facts: {
      paper: 'Kertas',
      number: 'Nomor',
      total: 'Total',
      asked: 'Diminta',
      printer: 'Printer',
    },
    paid: 'Pembayarannya aman; ini hanya tentang kertasnya.',
    happened: (problem: PrintProblem) => sentence(cutShort[problem]),
    byItself: 'Sesudah itu kertasnya keluar sendiri.',
    askNow: 'Cetak sekarang?',
    question: {
      receipt: 'Apakah struk ini keluar utuh?',
      interim: 'Apakah bukti ini keluar utuh?',
      'open-payments': 'Apakah daftar ini keluar utuh?',
      recap: 'Apakah rekap ini keluar utuh?',
      x: 'Apakah laporan ini keluar utuh?',
      z: 'Apakah laporan ini keluar utuh?',
    } satisfies Record<PrintJobKind, string>,
    look: 'Lihat kertas di printer dulu.',
    copyIsMarked: 'Cetak ulang bertanda CETAK ULANG.',
    answers: {
      print: 'Cetak sekarang',
      'came-out': 'Sudah keluar',
      'did-not-come-out': 'Belum – cetak ulang',
      leave: 'Buang',
    } satisfies Record<PaperAnswer, string>,
    leaveNote: 'Dibuang: tidak dicetak. Struk yang terbayar tetap bisa dicetak lagi dari “Tadi”.',
    answered: {
      print: (who: string) => `${who}: dikirim ke printer.`,
      'came-out': (who: string) => `${who}: dicatat sudah keluar.`,
      'did-not-come-out': (who: string) => `${who}: dicetak ulang, bertanda CETAK ULANG.`,
      leave: (who: string) => `${who}: tidak dicetak.`,
    } satisfies Record<PaperAnswer, (who: string) => string>,
    problems: {
      'no-such-paper': 'Kertas ini sudah dijawab atau sudah keluar.',
      'payment-not-found': 'Pembayarannya tidak ada di catatan loket ini.',
      'not-paid': 'Pembayaran ini tidak terbayar, jadi tidak ada struknya.',
      'no-longer-due':
        'Tidak dicetak lagi: pembayarannya sudah pasti hasilnya, atau shift-nya sudah ditutup.',
      'ledger-not-written': `Jawaban ini tidak bisa dicatat di disk. ${freeTheDisk}, lalu ulangi.`,
    } satisfies Record<RequestError<'answerPaper'>['code'], string>,
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
      next: `Buka Setelan (${keys.settings}) dan isi akunnya.`,
    },
    'vault-locked': {
      what: `Akun ${biller} masih terkunci: frasa sandi pemilik belum dimasukkan, atau tempat rahasia komputer ini belum terbuka.`,
      money: nothingMoved,
      next: `Buka kuncinya di Setelan (${keys.settings}), halaman Kunci akun.`,
    },
    'number-refused': {
      what: 'Nomor ini tidak sesuai aturan produknya.',
      money: nothingMoved,
      next: 'Periksa nomor dan produknya, lalu ketik lagi.',
    },
    'not-sold': {
      what: 'Produk atau perusahaan ini tidak dijual di loket ini.',
      money: nothingMoved,
      next: `Pilih yang lain, atau tambahkan kodenya di Setelan (${keys.settings}).`,
    },
    'extras-missing': {
      what: 'Masih ada isian yang kosong atau salah di samping nomor.',
      money: nothingMoved,
      next: 'Lengkapi isian itu, lalu tekan Enter.',
    },
    'cut-off': {
      what: 'PLN tutup buku: belum dikirim.',
      money: depositSafe,
      next: 'Minta pelanggan datang lagi sesudahnya.',
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
      next: `Ketik uang diterima, atau ${keys['exact-cash']} untuk uang pas.`,
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
      next: `Lihat dulu di “belum pasti” (${keys.unresolved}) apa yang harus dilakukan.`,
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
    'confirm-again': {
      what: 'Ada yang harus dibaca dulu sebelum tagihan ini dibayar.',
      money: notSent,
      next: 'Tekan BAYAR sekali lagi untuk membacanya, atau Esc untuk batal.',
    },
    'disk-full': {
      what: 'Disk komputer penuh, jadi pembayaran tidak bisa dicatat.',
      money: notSent,
      next: `${freeTheDisk}, lalu ulangi.`,
    },
    'ledger-locked': {
      what: 'Program lain sedang memegang buku pembayaran.',
      money: notSent,
      next: 'Tutup program lain yang membuka folder data Loket (antivirus, sinkronisasi, cadangan), lalu ulangi.',
    },
    'ledger-read-only': {
      what: 'Buku pembayaran tidak boleh ditulisi.',
      money: notSent,
      next: 'Buka hak tulis folder data Loket atau lepas kunci disknya, lalu ulangi.',
    },
    'ledger-fault': {
      what: 'Disk bermasalah: buku pembayaran tidak bisa ditulis.',
      money: notSent,
      next: 'Tutup dan buka lagi Loket. Kalau tetap begini, jangan berjualan; minta teknisi memeriksa disknya.',
    },
    'signed-out': {
      what: 'Loket terkunci: belum ada yang masuk.',
      money: nothingMoved,
      next: 'Pilih nama dan ketik PIN, lalu lanjutkan.',
    },
    'no-shift': {
      what: 'Shift belum dibuka.',
      money: nothingMoved,
      next: `Hitung uang di laci dan buka shift (${keys.shift}), lalu lanjutkan.`,
    },
    'selling-stopped': {
      what: 'Penjualan dihentikan sampai Loket dibuka ulang.',
      money: notSent,
      next: 'Baca pita merah di atas: di sana tertulis sebabnya dan cara membetulkannya.',
    },
  } satisfies Record<SaleProblemCode, Advice>,

  refusedInquiry: (reason: string) => `Tidak bisa dilanjutkan: ${reason}.`,

  /** A question about a payment that is not certain was not asked, or not answered. */
  checkProblems: {
    'payment-not-found': {
      what: 'Pembayaran ini tidak ada di catatan loket ini.',
      money: notPaidAgain,
      next: 'Tutup daftar ini, lalu buka lagi.',
    },
    'cannot-check': {
      what: 'Loket tidak bisa menanyakan pembayaran ini sendiri.',
      money: notPaidAgain,
      next: `Hubungi ${biller}, sebut nomor dan jamnya.`,
    },
    busy: {
      what: `${biller} sedang ditanya tentang pembayaran ini.`,
      money: notPaidAgain,
      next: 'Tunggu jawabannya.',
    },
    'no-connection': {
      what: `${biller} tidak bisa dihubungi.`,
      money: notPaidAgain,
      next: 'Periksa internet, lalu periksa lagi.',
    },
    'no-answer': {
      what: `${biller} tersambung tetapi tidak menjawab.`,
      money: notPaidAgain,
      next: 'Tunggu sebentar, lalu periksa lagi.',
    },
    'not-set-up': {
      what: `Akun ${biller} tidak ada lagi di loket ini, atau masih terkunci.`,
      money: notPaidAgain,
      next: `Buka kuncinya (Kunci akun) atau isi lagi akunnya di Setelan (${keys.settings}), lalu periksa lagi.`,
    },
  } satisfies Record<CheckProblem['code'], Advice>,

  /** A number was not asked for anew. */
  lookProblems: {
    'payment-not-found': {
      what: 'Pembayaran ini tidak ada di catatan loket ini.',
      money: notPaidAgain,
      next: 'Tutup daftar ini, lalu buka lagi.',
    },
    'cannot-look': {
      what: `Nomor ini tidak bisa dicek lagi di ${biller} sekarang.`,
      money: notPaidAgain,
      next: `Hubungi ${biller}, sebut nomor dan jamnya.`,
    },
    busy: {
      what: 'Masih ada permintaan lain yang berjalan.',
      money: notPaidAgain,
      next: 'Tunggu sampai selesai, lalu cek lagi.',
    },
    'no-connection': {
      what: `${biller} tidak bisa dihubungi.`,
      money: notPaidAgain,
      next: 'Periksa internet, lalu cek lagi.',
    },
    'no-answer': {
      what: `${biller} tersambung tetapi tidak menjawab.`,
      money: notPaidAgain,
      next: 'Tunggu sebentar, lalu cek lagi.',
    },
    'unreadable-reply': {
      what: `Jawaban ${biller} tidak bisa dibaca.`,
      money: notPaidAgain,
      next: `Cek lagi nanti. Kalau tetap begini, hubungi ${biller}.`,
    },
    'not-set-up': {
      what: `Akun ${biller} tidak ada lagi di loket ini, atau masih terkunci.`,
      money: notPaidAgain,
      next: `Buka kuncinya (Kunci akun) atau isi lagi akunnya di Setelan (${keys.settings}), lalu cek lagi.`,
    },
    'ledger-not-written': {
      what: 'Hasil ceknya tidak bisa dicatat di komputer ini.',
      money: notPaidAgain,
      next: `${freeTheDisk}, lalu cek lagi.`,
    },
  } satisfies Record<LookProblem['code'], Advice>,

  backupProblems,
  archiveProblems,

  /** What the owner's PIN was asked for was not done. */
  pinProblems: {
    ...backupProblems,
    busy: {
      what: 'Ada pembayaran yang sedang berjalan.',
      money: nothingChanged,
      next: 'Tunggu sampai hasilnya ada, lalu ulangi.',
    },
    'not-unknown': {
      what: 'Pembayaran ini sudah pasti sementara itu, atau masih dikirim.',
      money: nothingChanged,
      next: 'Tutup, lalu lihat hasilnya di daftar.',
    },
    'token-missing': {
      what: 'Token tidak bisa terbayar tanpa 20 angkanya.',
      money: nothingChanged,
      next: `Minta angkanya dari ${biller}, lalu ketik semuanya.`,
    },
    'stands-elsewhere': {
      what: 'Ref atau token ini sudah tercatat pada pembayaran lain.',
      money: nothingChanged,
      next: `Cocokkan angkanya dengan ${biller}: jawaban itu mungkin milik pembayaran lain.`,
    },
    'ledger-not-written': {
      what: 'Keputusan ini tidak bisa dicatat di komputer ini.',
      money: nothingChanged,
      next: `${freeTheDisk}, lalu ulangi.`,
    },
    'no-such-gap': {
      what: 'Celah catatan ini sudah dibereskan.',
      money: nothingChanged,
      next: 'Tutup, lalu lihat daftarnya.',
    },
    'no-pin': {
      what: 'PIN pemilik belum dibuat.',
      money: nothingChanged,
      next: `Pemilik membuatnya di Setelan (${keys.settings}).`,
    },
    'wrong-pin': { what: 'PIN salah.', money: nothingChanged, next: 'Ketik PIN sekali lagi.' },
    'pin-locked': {
      what: 'Terlalu banyak PIN salah.',
      money: nothingChanged,
      next: 'Tunggu beberapa menit, lalu coba lagi.',
    },
    'quote-gone': {
      what: 'Tagihan ini sudah tidak berlaku.',
      money: depositSafe,
      next: 'Tutup, lalu cek tagihannya lagi.',
    },
    'payment-not-found': {
      what: 'Pembayaran ini tidak ada di catatan loket ini.',
      money: nothingChanged,
      next: 'Tutup, lalu buka lagi daftarnya.',
    },
    'no-such-text': {
      what: `Pembayaran ini tidak punya jawaban ${biller} yang bisa dianggap penolakan.`,
      money: nothingChanged,
      next: `Hubungi ${biller}, sebut nomor dan jamnya.`,
    },
    'file-not-written': {
      what: 'Setelan tidak bisa ditulis, jadi jawaban ini belum dianggap penolakan.',
      money: nothingChanged,
      next: 'Periksa sisa ruang disk, lalu ulangi.',
    },
  } satisfies Record<PinRefusal, Advice>,

  receipt: {
    label: 'Struk',
    empty: 'Struk tampil di sini, persis seperti di kertas.',
    none: 'Ditolak, jadi tidak ada struk.',
    noneByHand: 'Tidak terbayar, jadi tidak ada struk.',
    notYet: 'Belum pasti, jadi belum ada struk.',
    loading: 'Mengambil struk…',
    print: 'Cetak lagi',
    copy: 'Salin teks',
    /** Heard before what is saved; on the keys there is no room for it. */
    save: 'Simpan',
    picture: 'Gambar',
    pdf: 'PDF',
    copied: 'Teks struk tersalin. Tempel di WhatsApp.',
    saved: (path: string) => `Gambar tersimpan: ${path}`,
    savedPdf: (path: string) => `PDF tersimpan: ${path}`,
    reprinted: 'Struk dikirim lagi ke printer.',
    cameOut: 'Dicatat: struk sudah keluar.',
    paper: (name: string) => `Struk ${name}`,
  },
  receiptProblems: {
    'payment-not-found': 'Pembayaran ini tidak ada di catatan. Pilih yang lain di “Tadi”.',
    'not-paid': 'Pembayaran ini tidak terbayar, jadi tidak ada struknya.',
    'no-longer-due': 'Pembayaran ini sudah pasti hasilnya, jadi bukti sementaranya tidak dicetak lagi.',
    'picture-not-written': 'Struk tidak bisa disimpan. Periksa folder gambar di Setelan dan sisa ruang disk.',
    'no-such-paper': 'Struk ini sudah dijawab atau sudah keluar.',
    'ledger-not-written': `Tidak dicetak: permintaan cetak tidak bisa dicatat di disk. ${freeTheDisk}, lalu ulangi.`,
  } satisfies Record<ReceiptProblem['code'] | 'no-such-paper', string>,

  recent: {
    label: 'Tadi',
    empty: 'Belum ada penjualan.',
    loading: 'Mengambil daftar…',
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
    late: 'Jawaban yang datang terlambat dicatat sendiri.',
    takeForFinal: 'Jawaban ini berarti ditolak…',
    takeTitle: 'Anggap jawaban ini penolakan?',
    takeWords: (answer: string) =>
      `${biller} menjawab “${answer}”. Lanjutkan hanya kalau ${biller} sudah memastikan bahwa jawaban ini berarti tidak ada yang dibayar. Pembayaran ini lalu tercatat ditolak dan uang pelanggan dikembalikan. Mulai sekarang jawaban yang sama selalu dianggap ditolak.`,
    takeConfirm: 'Anggap ditolak',
    empty: 'Semua pembayaran sudah pasti hasilnya.',
    loading: 'Mengambil daftar…',
    newer: (count: number) => `Dan ${count} lagi yang lebih baru.`,
    printList: 'Cetak daftar',
    listPrinted: 'Daftar dikirim ke printer.',
    listProblems: {
      'nothing-to-print': 'Tidak ada pembayaran yang belum pasti, jadi tidak ada daftar.',
      'ledger-not-written': `Tidak dicetak: permintaan cetak tidak bisa dicatat di disk. ${freeTheDisk}, lalu ulangi.`,
    } satisfies Record<RequestError<'printOpenPayments'>['code'], string>,
    show: 'Buka',
    decide: 'Putuskan…',
    look: 'Cek nomornya sekarang',
  },

  /** What this counter itself knows around an uncertain payment. */
  evidence: {
    label: 'Bukti',
    decidesNothing: `Tidak satu pun dari ini memutuskan sendiri. Yang memastikan ${biller}, atau Anda dengan PIN.`,
    loading: 'Mengambil bukti…',
    looking: `Mengecek nomornya ke ${biller}…`,
    neverLooked: 'Nomornya belum dicek lagi sejak dibayar.',
    cannotLook: 'Nomornya tidak bisa dicek lagi sekarang.',
    looked: (when: string, finding: string) => `Dicek ${when}: ${finding}`,
    findings: {
      sameBill: (total: string) => `tagihan yang sama, ${total}, masih ada.`,
      otherBill: (total: string) => `tagihannya lain, ${total}.`,
      amounts: 'pelanggan bisa membeli lagi; tentang yang tadi ini tidak berarti apa-apa.',
      refused: (text: string) => `tidak ada tagihan: “${text}”.`,
    },
    deposit: 'Saldo',
    before: 'sebelum',
    after: 'sesudah',
    at: (amount: string, when: string) => `${amount} (${when})`,
    noDeposit: 'Saldo sebelum dan sesudahnya tidak diketahui.',
    noBefore: 'Saldo sebelumnya tidak diketahui.',
    noAfter: 'Saldo belum diketahui lagi sejak dibayar.',
    fell: (amount: string) => `Turun ${amount}.`,
    rose: (amount: string) => `Naik ${amount}.`,
    same: 'Tidak berubah.',
    others: (count: number, total: string) => `${count} pembayaran lain di antaranya ${total}.`,
    noOthers: 'Tidak ada pembayaran lain di antaranya.',
    rest: (amount: string) => `Di luar itu ${amount} terpotong.`,
    restNone: 'Di luar itu tidak ada yang terpotong.',
    restGained: (amount: string) => `Di luar itu ${amount} bertambah.`,
    noReply: `Tidak ada jawaban ${biller} yang tercatat.`,
    reply: (status: number, when: string) => `Jawaban mentah ${when}, status ${status}`,
    replyCut: 'Hanya bagian awalnya.',
  },

  /** The owner decides what became of an uncertain payment. */
  resolve: {
    title: 'Putuskan',
    verdict: 'Keputusan',
    verdicts: { paid: 'Terbayar', rejected: 'Tidak terbayar' },
    reference: `Ref dari ${biller}`,
    token: 'Token',
    tokenLength: (length: number) =>
      length === 0
        ? '20 angka'
        : length < 20
          ? `20 angka, baru ${length}`
          : length === 20
            ? '20 angka, pas'
            : `20 angka, ini ${length}`,
    reason: 'Dasarnya',
    evidence: 'Bukti',
    evidenceNote: 'Siapa yang mengatakan, kapan, nomor tiketnya.',
    missing: (parts: readonly string[]) => `Masih kurang: ${parts.join(', ')}.`,
    parts: { verdict: 'keputusan', reference: 'Ref', token: 'token', reason: 'dasarnya', evidence: 'bukti' },
    choose: 'Pilih dulu: terbayar atau tidak. Tebakan yang salah merugikan Anda atau pelanggan.',
    willBePaid: 'Struk bertanda DISALIN dicetak untuk pelanggan; uang pelanggan tetap di laci.',
    willBeRejected: 'Kembalikan uang pelanggan. Sesudah itu tagihannya boleh dibayar lagi.',
    reopens: `Kalau ${biller} kemudian menjawab lain, pembayaran ini dibuka lagi.`,
    confirm: { paid: 'Catat terbayar', rejected: 'Catat tidak terbayar', none: 'Catat keputusan' },
  },

  /** A stretch of time that a restored ledger knows nothing of. */
  gaps: {
    entry: 'Celah catatan',
    fromTo: (from: string, until: string) => `${from} – ${until}`,
    title: 'Catatan yang hilang',
    what: (from: string, until: string) =>
      `Buku pembayaran ini dipulihkan dari cadangan. Pembayaran antara ${from} dan ${until} tidak diketahui di sini.`,
    money: 'Tagihan dari waktu itu mungkin sudah terbayar. Jangan bayar ulang sebelum dicocokkan.',
    next: 'Minta daftar transaksi waktu itu dari penyedia, cocokkan satu per satu, lalu tekan “Sudah dicocokkan”.',
    close: 'Sudah dicocokkan…',
    closeTitle: 'Tutup celah catatan ini?',
    closeWords:
      'Sesudah ini Loket tidak mengingatkan lagi tentang waktu itu. Pembayaran yang hilang tidak kembali ke daftar.',
    note: 'Dicocokkan dengan apa, oleh siapa',
    confirm: 'Tutup celah ini',
  },

  keys: {
    label: 'Semua tombol',
    parts: { counter: 'Di loket', places: 'Di tempat yang terbuka' },
    groups: {
      product: 'Produk',
      sale: 'Menjual',
      receipt: 'Struk',
      places: 'Buka',
      basket: 'Di keranjang yang selesai',
      list: 'Di daftar belum pasti',
      papers: 'Di daftar kertas',
      customers: 'Di daftar pelanggan',
      history: 'Di riwayat',
      shift: 'Di shift & laci',
      reports: 'Di laporan',
      lots: 'Di kolektif',
    },
    ask: 'Cek tagihan',
    pay: 'Bayar, setelah uang diketik',
    quick: 'Uang cepat 1–4',
    extras: 'Pindah ke isian di samping nomor',
    denomination: 'Pilih nominal token',
    arrows: 'Pindah di antara nominal',
    escape: 'Mundur selangkah; berhenti menunggu',
    /** As it stands on the key. */
    space: 'Spasi',
    /** What each key of the counter does; the products' keys have their names. */
    actions: {
      'other-products': 'Produk lain',
      companies: 'Ganti kota atau perusahaan',
      customers: 'Cari pelanggan',
      'exact-cash': 'Uang pas',
      'to-basket': 'Tambah ke keranjang',
      basket: 'Buka keranjang',
      reprint: 'Cetak lagi',
      copy: 'Salin teks untuk WhatsApp',
      picture: 'Simpan gambar struk',
      pdf: 'Simpan struk sebagai PDF',
      'came-out': 'Struk sudah keluar',
      check: 'Tanyakan pembayaran yang belum pasti',
      interim: 'Cetak bukti sementara',
      noted: 'Hasil sudah dicatat',
      insist: 'Supervisor: tetap bayar saat tutup buku',
      unresolved: 'Pembayaran yang belum pasti',
      history: 'Riwayat',
      reports: 'Laporan',
      lots: 'Kolektif: banyak nomor sekaligus',
      shift: 'Shift: buka, tutup, uang laci',
      lock: 'Kunci loket',
      notices: 'Yang perlu dibereskan',
      backups: 'Cadangan',
      printers: 'Printer, kertas yang menunggu',
      settings: 'Setelan',
      keys: 'Daftar ini',
    } satisfies Record<NamedAction, string>,
    /** What the keys in a list do. */
    inList: {
      saveExcel: 'Simpan sebagai Excel',
      saveCsv: 'Simpan sebagai CSV',
      saveReportPdf: 'Simpan laporan sebagai PDF',
      openStatement: 'Buka mutasi penyedia',
      look: 'Cek nomornya lagi',
      decide: 'Putuskan',
      showChosen: 'Perlihatkan di loket',
      takeForFinal: 'Anggap ditolak',
      printList: 'Cetak daftar',
      printRecap: 'Cetak rekap',
      printPaper: 'Cetak',
      leavePaper: 'Biarkan',
      forgetCustomer: 'Lupakan yang tersimpan',
      refund: 'Uang sudah dikembalikan',
      cashIn: 'Uang masuk',
      cashOut: 'Uang keluar',
      closeShift: 'Hitung dan tutup shift',
      printX: 'Cetak laporan X, atau Z sesudah ditutup',
      lotAsk: 'Cek tagihan semua nomor',
      lotPay: 'Bayar yang dipilih, atau teruskan',
      lotGroups: 'Ke daftar grup',
      lotStop: 'Berhenti, atau cukup sampai sini',
      lotClose: 'Tutup kolektif',
      lotRecap: 'Cetak rekap',
      lotReceipts: 'Cetak struk yang belum',
      lotXlsx: 'Ekspor XLSX',
      lotCsv: 'Ekspor CSV',
      lotPdf: 'Simpan rekap A4 (PDF)',
      groupNew: 'Grup baru',
      groupSave: 'Simpan grup',
      groupImport: 'Impor tabel ke grup',
      groupRemove: 'Hapus grup',
    },
    /** The page of the settings. */
    page: {
      note: 'Tekan tombol di kanan, lalu tombol papan ketik yang baru. Enter, Esc, Tab, angka dan panah tetap.',
      listening: 'Tekan tombol…',
      change: (action: string, key: string) => `${action}: ${key}. Ganti tombolnya`,
      set: (action: string, key: string) => `${action} sekarang ${key}. Tersimpan.`,
      isUsual: 'Semua tombol kembali seperti biasa. Tersimpan.',
      taken: (key: string, action: string) => `${key} sudah dipakai untuk ${action}. Tidak diganti.`,
      reserved: (key: string) => `${key} tidak bisa dipakai di sini. Pilih F1–F12 atau Ctrl dan satu huruf.`,
      usually: (key: string) => `biasanya ${key}`,
      usual: 'Kembali ke tombol biasa',
    },
  },

  customers: {
    label: 'Pelanggan',
    search: 'Ketik nomor atau nama',
    list: 'Pelanggan yang ditemukan',
    none: 'Tidak ada yang cocok.',
    empty: 'Belum ada pelanggan. Yang pernah membayar di sini muncul sendiri.',
    searching: 'Mencari…',
    faulty: 'Pelanggan tidak bisa dicari: catatan tidak terbaca. Ketik lagi, atau isi nomornya sendiri.',
    saved: 'tersimpan',
    forget: 'Lupakan',
    forgotten: 'Sudah dilupakan.',
    savePart: 'Simpan pelanggan ini',
    saveLabel: 'Nama panggilan',
    save: 'Simpan',
    savedNow: (label: string) => `Tersimpan sebagai ${label}.`,
    notWritten: 'Tidak bisa ditulis ke buku pembayaran. Coba lagi.',
  },

  /** What was sold: looking for it, and what happened to each. */
  reports: reportWordsId,
  updates: updateWordsId,
  vault: vaultWordsId(keys.settings),
  history: {
    label: 'Riwayat',
    search: 'Nomor, nama, ref, token atau jumlah',
    filters: 'Saringan',
    day: 'Hari',
    days: { all: 'Semua hari', today: 'Hari ini', yesterday: 'Kemarin', range: 'Rentang' },
    from: 'Dari tanggal',
    until: 'Sampai tanggal',
    cashier: 'Kasir',
    anyCashier: 'Semua kasir',
    state: 'Status',
    anyState: 'Semua status',
    product: 'Produk',
    anyProduct: 'Semua produk',
    list: 'Yang ditemukan',
    loading: 'Mencari…',
    loadingMore: 'Mengambil yang berikutnya…',
    none: 'Tidak ada yang cocok.',
    empty: 'Belum ada yang terjual.',
    faulty: 'Buku pembayaran tidak bisa dibaca sekarang.',
    again: 'Coba lagi',
    first: (count: number) => `${count} pertama; gulir untuk yang lebih lama`,
    all: (count: number) => `${count} pembayaran`,
    hint: 'Panah ↑ ↓ memilih, Enter membuka rincian.',
    details: 'Rincian',
    loadingDetails: 'Mengambil rincian…',
    missing: 'Pembayaran ini tidak ada lagi di catatan. Tutup, lalu cari lagi.',
    back: 'Kembali',
    facts: { state: 'Status', soldBy: 'Kasir', biller: 'Penyedia', token: 'Token', change: 'Kembalian' },
    trail: 'Yang terjadi',
    check: 'Periksa',
    show: 'Di loket',
    /** Heard before it. */
    showPart: 'Perlihatkan',
    owed: (amount: string) => `Uang ${amount} harus dikembalikan ke pelanggan.`,
    refund: 'Uang sudah dikembalikan',
    refundSure: (amount: string) => `Yakin? ${amount} keluar dari laci`,
    refunded: 'Pengembalian tercatat.',
    checked: 'Sudah ditanyakan.',
    events: {
      payment: {
        quote: 'Tagihan dicek',
        arm: 'Pembayaran dikirim',
        expire: 'Tidak jadi dibayar',
        'reply-paid': 'Dijawab: terbayar',
        'reply-rejected': 'Dijawab: ditolak',
        'outcome-unknown': 'Jawabannya tidak pasti',
        'status-paid': 'Ditanyakan lagi: terbayar',
        'status-rejected': 'Ditanyakan lagi: ditolak',
        'hand-paid': 'Diputuskan: terbayar',
        'hand-rejected': 'Diputuskan: tidak terbayar',
      } satisfies Record<TrailEventOf<'payment'>, string>,
      paper: {
        made: (paper: string) => `${paper} dibuat`,
        'asked-again': (paper: string) => `${paper} diminta lagi`,
        'came-out': (paper: string) => `${paper}: dijawab keluar`,
        'did-not-come-out': (paper: string) => `${paper}: dijawab tidak keluar`,
        left: (paper: string) => `${paper} dibiarkan`,
        sending: (paper: string) => `${paper} sedang dikirim ke printer`,
        printed: (paper: string) => `${paper} tercetak`,
        sent: (paper: string) => `${paper} diterima printer`,
        failed: (paper: string) => `${paper} tidak tercetak`,
        uncertain: (paper: string) => `${paper} mungkin tercetak`,
      } satisfies Record<TrailEventOf<'paper'>, (paper: string) => string>,
      drawer: { 'drawer-opened': 'Laci dibuka' } satisfies Record<TrailEventOf<'drawer'>, string>,
      cash: {
        sale: (amount: string) => `Uang ${amount} masuk laci`,
        refund: (amount: string) => `Uang ${amount} dikembalikan`,
      } satisfies Record<TrailEventOf<'cash'>, (amount: string) => string>,
    },
    actors: {
      counter: 'loket',
      recovery: 'saat Loket dinyalakan',
      checker: 'pemeriksaan sendiri',
      owner: 'pemilik',
      cashier: 'kasir',
      queue: 'antrean cetak',
    } satisfies Record<TrailActor, string>,
  },

  /** The bills of whole groups, inquired together and paid one after another. */
  lots: {
    label: 'Kolektif',
    groups: 'Grup',
    loading: 'Mengambil grup…',
    empty: 'Belum ada grup. Buat satu dari daftar seorang pengumpul: diketik sekali, dipakai tiap bulan.',
    faulty: 'Buku pembayaran tidak bisa dibaca sekarang. Tutup, lalu coba lagi.',
    newGroup: 'Grup baru',
    edit: (name: string) => `Ubah ${name}`,
    editKey: 'Ubah',
    count: (count: number) => `${count} nomor`,
    noCollector: 'tanpa pengumpul',
    pickHint: 'Centang grup yang dibayar, lalu cek semua nomornya.',
    begin: (count: number) => `Cek ${count} nomor`,
    beginNone: 'Cek semua nomor',
    openNow: (number: number) => `Kolektif ${number} masih terbuka. Selesaikan dan tutup dulu.`,
    toOpen: 'Ke kolektif yang terbuka',
    former: 'Kolektif sebelumnya',
    noFormer: 'Belum pernah ada.',
    formerPaid: (count: number, lines: number, sum: string) => `terbayar ${count} dari ${lines} · Rp ${sum}`,
    older: 'Lebih lama',
    see: (number: number) => `Lihat kolektif ${number}`,
    seeKey: 'Lihat',
    still: 'masih terbuka',
    removeTitle: (name: string) => `Hapus grup ${name}?`,
    removeWords: (count: number) =>
      `Daftar ${count} nomornya hilang. Pembayaran dan kolektif yang sudah ada tetap tercatat.`,
    remove: 'Hapus grup',
    removed: 'Grup dihapus.',
    back: 'Kembali',

    group: {
      titleNew: 'Grup baru',
      name: 'Nama grup',
      collector: 'Pengumpul',
      members: (count: number) => `Anggota: ${count}`,
      none: 'Belum ada nomor. Ketik di kanan, atau impor tabel.',
      member: 'Nomor baru',
      editing: (nth: number) => `Ubah nomor ke-${nth}`,
      product: 'Produk',
      service: 'Kota atau perusahaan',
      chooseService: 'Pilih…',
      denomination: 'Nominal (Rp)',
      note: 'Catatan',
      add: 'Tambah',
      replace: 'Ganti',
      again: (nth: number) => `Nomor ini sudah ada di baris ${nth}.`,
      faults: {
        product: 'Produk ini tidak dijual di loket ini.',
        service: 'Pilih kota atau perusahaannya.',
        denomination: 'Ketik nominal tokennya, misalnya 50.000.',
      },
      edit: 'Ubah',
      up: 'Naik',
      down: 'Turun',
      remove: 'Buang',
      save: 'Simpan',
      saved: 'Tersimpan.',
      nameMissing: 'Isi dulu nama grupnya.',
      unsaved: 'Belum disimpan. Esc sekali lagi membuang perubahannya.',
      full: 'Grup ini penuh: paling banyak 500 nomor.',
      import: 'Impor tabel',
      csv: 'Ekspor CSV',
      xlsx: 'Ekspor XLSX',
      imported: (count: number) => `${count} baris diambil.`,
      bad: (count: number) => `${count} baris tidak diambil:`,
      badMore: (count: number) => `… dan ${count} lagi.`,
      badLine: (line: number) => `Baris ${line}`,
      goOn: 'Lanjut',
      exported: (path: string) => `Tersimpan: ${path}`,
      badRows: {
        'no-product': 'produknya kosong',
        'unknown-product': 'produknya tidak dikenal',
        'unknown-service': 'kota atau perusahaannya tidak dijual di sini',
        'no-number': 'nomornya kosong',
        'bad-number': 'nomornya tidak sesuai aturan',
        'bad-extras': 'isian di samping nomor salah',
        'bad-amount': 'nominalnya tidak terbaca',
        'text-too-long': 'catatannya terlalu panjang',
        'too-many': 'grupnya sudah penuh',
      } satisfies Record<BadRowCode, string>,
    },

    problems: {
      'no-such-lot': 'Kolektif ini tidak ada lagi.',
      'no-such-group': 'Grup ini tidak ada lagi.',
      'lot-open': 'Masih ada kolektif yang terbuka. Tutup dulu yang itu.',
      'lot-closed': 'Kolektif ini sudah ditutup.',
      'lot-busy': 'Kolektif ini sedang berjalan. Tunggu, atau hentikan dulu.',
      'nobody-in-it': 'Grup yang dipilih belum berisi nomor.',
      'too-many': 'Terlalu banyak: paling banyak 1.000 nomor sekali jalan.',
      'nothing-to-ask': 'Semua sudah dicek.',
      'nothing-to-pay': 'Tidak ada yang dipilih untuk dibayar.',
      'not-safe': 'Baris itu tidak bisa dipilih: bisa terbayar dua kali, atau tidak ada tagihannya.',
      busy: 'Loket sedang membayar yang lain. Tunggu sampai selesai, lalu ulangi.',
      'selling-stopped': 'Penjualan dihentikan. Baca pita merah di atas.',
      'signed-out': 'Loket terkunci. Masuk dulu.',
      'no-shift': `Shift belum dibuka. Buka dulu (${keys.shift}).`,
      'ledger-not-written': 'Tidak bisa ditulis ke buku pembayaran. Coba lagi.',
    } satisfies Record<LotProblemCode, string>,
    groupProblems: {
      'no-such-group': 'Grup ini tidak ada lagi.',
      'name-taken': 'Nama ini sudah dipakai grup lain.',
      'too-many': 'Terlalu banyak grup. Hapus yang tidak dipakai.',
      'ledger-not-written': 'Tidak bisa ditulis ke buku pembayaran. Coba lagi.',
    } satisfies Record<GroupProblemCode, string>,
    tableProblems: {
      cancelled: 'Tidak ada berkas yang dipilih.',
      'file-not-read': 'Berkasnya tidak bisa dibaca.',
      'not-a-table': 'Berkas ini bukan tabel CSV atau XLSX, atau rusak.',
      'no-columns': 'Tidak ada baris judul dengan kolom produk dan nomor.',
      'no-rows': 'Tidak ada baris yang bisa diambil.',
      'file-not-written': 'Berkasnya tidak bisa ditulis di sana.',
      'no-such-lot': 'Kolektif ini tidak ada lagi.',
    } satisfies Record<Exclude<TableProblemCode, GroupProblemCode>, string>,

    /** The lot itself. */
    title: (number: number) => `Kolektif ${number}`,
    loadingLot: 'Mengambil baris…',
    lines: 'Nomor-nomornya',
    states: {
      waiting: 'belum dicek',
      asking: 'sedang dicek',
      billed: 'ada tagihan',
      'no-bill': 'tanpa tagihan',
      failed: 'gagal dicek',
      sent: 'sedang dibayar',
      paid: 'terbayar',
      refused: 'ditolak',
      unknown: 'belum pasti',
      'not-sent': 'tidak terkirim',
    } satisfies Record<LotLineState, string>,
    /** Why a line is left out; short, beside it. */
    obstacles: {
      'not-asked': 'belum dicek',
      'no-bill': 'tidak ada tagihan',
      failed: 'tidak terjawab',
      expired: 'tagihan kedaluwarsa, cek lagi',
      'cut-off': 'PLN tutup buku',
      duplicate: (of: number) => `sama dengan baris ${of}`,
      unresolved: 'pembayarannya belum pasti',
      doubt: 'mungkin sudah dibayar',
      'deposit-short': 'saldo tidak cukup sampai sini',
    },
    chosen: 'ikut dibayar',
    leftOut: 'dikeluarkan',
    isChosen: 'dipilih',
    choose: 'Ikutkan',
    unchoose: 'Keluarkan',
    cannotChoose: 'Tidak bisa diikutkan.',
    mayChoose: 'Boleh diikutkan dengan sengaja.',
    show: 'Di loket',
    showPart: 'Perlihatkan',
    left: {
      seconds: (amount: number) => `sekitar ${amount} detik lagi`,
      span: (span: string) => `sekitar ${span} lagi`,
    },
    progress: {
      asking: (done: number, total: number) => `Dicek ${done} dari ${total}`,
      paying: (done: number, total: number) => `Dibayar ${done} dari ${total}`,
    },
    asking: 'Mengecek tagihan. Loket tetap bisa dipakai: Esc.',
    paying: 'Membayar satu per satu. Yang sudah terkirim tidak bisa ditarik.',
    payingNow: (nth: number, name: string) => `Sekarang ke-${nth}: ${name}`,
    stop: 'Berhenti',
    stopping: 'Berhenti setelah yang ini…',
    fresh: 'Belum ada yang dicek.',
    ready: (bills: number, without: number, failed: number) =>
      [
        `${bills} tagihan siap`,
        ...(without > 0 ? [`${without} tanpa tagihan`] : []),
        ...(failed > 0 ? [`${failed} gagal dicek`] : []),
      ].join(', ') + '.',
    done: 'Selesai. Tidak ada lagi yang menunggu dibayar.',
    nothing: 'Tidak ada yang bisa dibayar.',
    closedAt: (when: string) => `Ditutup ${when}.`,
    askAll: (count: number) => `Cek ${count} nomor`,
    askAgain: (count: number) => `Cek lagi ${count}`,
    askNone: 'Cek lagi',
    pay: (sum: string) => `BAYAR ${sum}`,
    payNone: 'BAYAR',
    total: 'Yang dipilih',
    bills: (count: number) => `${count} tagihan`,
    collectors: 'Per pengumpul',
    nobody: 'Tanpa pengumpul',
    sums: {
      billed: 'Tagihan',
      chosen: 'Dipilih',
      paid: 'Terbayar',
      refused: 'Ditolak',
      unknown: 'Belum pasti',
      notSent: 'Tidak terkirim',
    },
    short: (name: string, deposit: string, needed: string, from: number) =>
      `Saldo ${name} ${deposit}, perlu ${needed}: tidak cukup mulai baris ${from}.`,
    payTitle: (count: number, sum: string) => `Bayar ${count} tagihan, total Rp ${sum}?`,
    payCash: (sum: string) => `Uang yang diterima dari pengumpul: Rp ${sum}.`,
    payWords: 'Dibayar satu per satu dan bisa dihentikan. Yang sudah terkirim tidak bisa ditarik.',
    depositOf: (name: string, amount: string) => `Saldo ${name}: ${amount}`,
    depositUnknown: (name: string) => `Saldo ${name} belum diketahui`,
    closeTitle: (number: number) => `Tutup kolektif ${number}?`,
    closeWords: 'Setelah ditutup tidak ada lagi yang dibayar darinya. Hasilnya tetap bisa dilihat.',
    closeLeft: (count: number, sum: string) => `${count} tagihan (Rp ${sum}) belum dibayar.`,
    close: 'Tutup kolektif',
    closed: 'Kolektif ditutup.',
    closing: 'Kolektif ini bisa ditutup, lalu yang berikutnya dibuka.',
    recap: 'Cetak rekap',
    recapPrinted: 'Rekap dikirim ke printer.',
    receipts: 'Struk yang belum',
    receiptsPart: 'Cetak',
    receiptsPrinted: (count: number) =>
      count === 0 ? 'Semua struk sudah dicetak.' : `${count} struk dikirim ke printer.`,
    csv: 'CSV',
    xlsx: 'XLSX',
    pdf: 'Rekap A4',
    a4: {
      title: (number: number) => `Rekap kolektif ${number}`,
      opened: 'Dibuka',
      numbers: 'Nomor',
      nth: 'No',
      reference: 'Referensi atau token',
      uncertain: 'Yang belum pasti mungkin sudah terbayar: jangan dibayar ulang, loket terus memeriksanya.',
    },
    exportPart: 'Ekspor',
    exported: (path: string) => `Tersimpan: ${path}`,
    goOn: (count: number, sum: string) => `Teruskan ${count} · ${sum}`,
    endHere: 'Cukup sampai sini',
    halts: {
      unknown: {
        what: 'Berhenti: hasil satu pembayaran belum pasti.',
        money: 'Mungkin sudah terbayar, jangan bayar ulang. Loket terus memeriksanya.',
        next: 'Sisanya boleh diteruskan.',
      },
      'not-sent-twice': {
        what: 'Berhenti: dua pembayaran berturut-turut tidak terkirim.',
        money: 'Untuk keduanya tidak ada uang yang berpindah.',
        next: 'Periksa internet, lalu teruskan.',
      },
      stopped: {
        what: 'Dihentikan.',
        money: 'Yang sudah terkirim sudah selesai; sisanya belum dibayar.',
        next: 'Teruskan, atau cukup sampai sini.',
      },
      hindered: {
        what: 'Berhenti: pembayaran tidak bisa dilanjutkan sekarang.',
        money: 'Sisanya belum dikirim.',
        next: 'Bereskan dulu sebabnya, lalu teruskan.',
      },
      restarted: {
        what: 'Loket tertutup di tengah jalan.',
        money: 'Yang sudah terkirim tercatat dan tidak dibayar lagi.',
        next: 'Cek lagi yang belum dibayar, lalu bayar.',
      },
    } satisfies Record<HaltReason, Advice>,
    /** Of a stop while nothing was paid yet. */
    stoppedAsking: {
      what: 'Pengecekan dihentikan.',
      money: nothingMoved,
      next: 'Yang sudah dicek tetap ada. Cek sisanya, atau bayar yang sudah siap.',
    },
    restartedAsking: {
      what: 'Loket sempat tertutup; kolektif ini masih terbuka.',
      money: nothingMoved,
      next: 'Cek lagi semua nomornya.',
    },
    /** In the bar of the counter. */
    light: {
      asking: (done: number, total: number) => `Cek ${done}/${total}`,
      paying: (done: number, total: number) => `Bayar ${done}/${total}`,
      halted: 'berhenti',
      idle: 'terbuka',
    },
  },

  shift: {
    label: 'Shift & laci',
    notKept: 'Laci tidak dicatat di loket ini. Nyalakan di Setelan, bagian Laci & hari.',
    none: 'Belum ada shift. Hitung uang di laci, lalu buka shift.',
    noShift: 'Shift belum dibuka.',
    goOpen: 'Buka shift',
    float: 'Modal awal',
    floatNote: (counted: string) => `Shift yang lalu ditutup dengan ${counted} di laci.`,
    open: 'Buka shift',
    number: (number: number) => `Shift ${number}`,
    openedBy: (time: string, name: string) =>
      name === '' ? `Dibuka ${time}` : `Dibuka ${time} oleh ${name}`,
    formula: 'Uang di laci menurut buku',
    opening: 'Modal awal',
    cashIn: (count: number) => `+ Uang masuk (${count})`,
    cashOut: (count: number) => `− Uang keluar (${count})`,
    sold: (count: number) => `+ Penjualan (${count})`,
    uncertain: (count: number) => `+ Belum pasti (${count})`,
    owed: (count: number) => `+ Harus dikembalikan (${count})`,
    refunds: (count: number) => `− Pengembalian (${count})`,
    expected: 'Seharusnya',
    countFirst: 'Yang seharusnya ada baru terlihat sesudah dihitung.',
    counted: 'Dihitung',
    difference: 'Selisih',
    exact: 'Pas',
    over: (amount: string) => `Lebih ${amount}`,
    short: (amount: string) => `Kurang ${amount}`,
    actions: 'Yang bisa dilakukan',
    in: 'Uang masuk',
    out: 'Uang keluar',
    printX: 'Cetak laporan X',
    close: 'Tutup shift',
    back: 'Kembali',
    amount: 'Jumlah',
    reason: 'Alasan',
    reasons: {
      in: ['Uang kecil', 'Tambah modal'],
      out: ['Setor ke pemilik', 'Belanja toko', 'Isi saldo'],
    } as Readonly<Record<'in' | 'out', readonly string[]>>,
    reasonShort: 'Tulis alasannya, paling sedikit 3 huruf.',
    amountMissing: 'Isi jumlahnya.',
    save: 'Catat',
    countTitle: 'Hitung isi laci',
    countNote: 'Isi berapa lembar atau keping. Yang tidak ada boleh dikosongkan.',
    pieces: (value: string) => `Berapa lembar atau keping ${value}`,
    total: 'Jumlah semua',
    next: 'Lanjut',
    confirm: (number: number) => `Tutup shift ${number}?`,
    confirmNote: 'Sesudah ditutup tidak bisa diubah. Laporan Z langsung dicetak.',
    countAgain: 'Hitung lagi',
    closed: (number: number) => `Shift ${number} sudah ditutup`,
    printAgain: 'Cetak lagi',
    done: 'Selesai',
    held: 'Harus dikembalikan ke pelanggan',
    uncertainList: 'Belum pasti',
    carried: 'dari shift lalu',
    refund: 'Sudah dikembalikan',
    refundSure: (amount: string) => `Yakin? ${amount} keluar dari laci`,
    past: 'Laporan Z',
    noPast: 'Belum ada.',
    older: 'Yang lebih lama',
    reprint: (number: number) => `Cetak lagi laporan Z shift ${number}`,
    notes: {
      opened: 'Shift dibuka.',
      moved: 'Tercatat.',
      refunded: 'Pengembalian tercatat.',
      printed: 'Dikirim ke printer.',
    },
    problems: {
      'no-shift': 'Belum ada shift yang dibuka.',
      'shift-open': 'Shift sudah dibuka.',
      'payment-under-way': 'Masih ada pembayaran yang dikirim. Tunggu sebentar, lalu tutup lagi.',
      'nothing-owed': 'Uang ini tidak perlu dikembalikan, atau sudah dikembalikan.',
      'no-such-report': 'Laporan itu tidak ada.',
      'more-than-there-is': 'Lebih banyak dari uang di laci menurut buku.',
      'signed-out': 'Loket terkunci. Masuk dulu.',
      'needs-supervisor': 'Laporan X hanya untuk pengawas: kasir menghitung dulu.',
      'ledger-not-written': 'Tidak bisa ditulis ke buku pembayaran. Coba lagi.',
    } satisfies Record<ShiftProblemCode, string>,
  },

  /** The display on the customer's side. */
  customer: {
    welcome: 'Selamat datang. Silakan sebut nomor pelanggan Anda.',
    amount: 'Yang dibayar',
    cash: 'Uang diterima',
    change: 'Kembali',
    token: 'Token listrik',
    states: {
      bill: 'Cocokkan nama dan nomornya.',
      paying: 'Sedang dibayar… Mohon tunggu.',
      paid: 'Terbayar. Terima kasih!',
      unsure: 'Belum pasti. Mohon tunggu penjelasan kasir.',
      refused: 'Tidak jadi dibayar. Uang Anda dikembalikan.',
    } satisfies Record<Exclude<CustomerView['shown']['kind'], 'idle'>, string>,
  },

  kiosk: {
    title: 'Keluar dari mode kiosk',
    corner: 'Tahan untuk keluar dari mode kiosk',
    what: 'Layar ini dikunci untuk berjualan. PIN pemilik atau pengawas membukanya.',
    again: 'Mode kiosk kembali saat Loket dibuka lagi, kecuali dimatikan di Setelan → Layar.',
    to: 'Lalu',
    exits: {
      window: 'Ke jendela biasa',
      restart: 'Buka ulang Loket',
      quit: 'Tutup Loket',
    } satisfies Record<KioskExit, string>,
    confirm: 'Keluar',
  },

  touchPad: {
    label: 'Papan angka',
    show: 'Papan angka',
    hide: 'Tutup papan angka',
    back: 'Hapus satu angka',
    clear: 'Kosongkan',
  },

  signIn: {
    locked: 'terkunci',
    who: 'Siapa yang berjaga?',
    roles: { cashier: 'Kasir', supervisor: 'Pengawas' } satisfies Record<Role, string>,
    pinOf: (name: string) => `PIN ${name}`,
    enter: 'Masuk',
    others: 'Nama lain',
    forgotten: 'Lupa PIN?',
    newPinFor: (name: string) => `PIN baru untuk ${name}`,
    newPin: 'PIN baru',
    pinNote: '4 sampai 12 angka.',
    approval: 'PIN pemilik atau pengawas',
    setPin: 'Pasang PIN',
    /** Heard after who is there. */
    lockNow: 'Kunci loket',
    problems: {
      ...staffProblems,
      scanned: 'Itu dari pemindai, bukan PIN. Pilih nama, lalu ketik PIN-nya.',
    } satisfies Record<StaffProblemCode | 'scanned', string>,
  },
  staff: {
    what: 'Siapa saja yang berjualan di loket ini. Kalau daftarnya kosong, tidak ada yang perlu masuk dengan PIN.',
    first: 'Begitu orang pertama ditambahkan, loket langsung terkunci dan meminta PIN-nya.',
    nobody: 'Belum ada orang di daftar ini.',
    name: 'Nama',
    role: 'Peran',
    supervisorNote: 'Pengawas boleh mengubah setelan, dan PIN-nya berlaku seperti PIN pemilik.',
    add: 'Tambah orang',
    edit: (name: string) => `Ubah ${name}`,
    editKey: 'Ubah',
    remove: (name: string) => `Hapus ${name}`,
    removeKey: 'Hapus',
    removes: (name: string) => `${name} tidak bisa masuk lagi. Catatan jualannya tetap ada.`,
    newPin: 'PIN',
    keepPin: 'Kosongkan kalau PIN-nya tetap.',
    wrongName: 'Isi nama: paling panjang 20 huruf, tanpa tanda baca lain.',
    wrongPin: 'PIN terdiri dari 4 sampai 12 angka.',
    save: 'Simpan',
    saved: 'Tersimpan.',
  },

  dialog: { close: 'Tutup', cancel: 'Batal' },

  settings: {
    label: 'Setelan',
    loading: 'Mengambil setelan…',
    save: 'Simpan',
    saved: 'Tersimpan.',
    unsaved: 'Belum disimpan.',
    faultyOn: (pages: string) => `Belum bisa disimpan: betulkan yang bertanda di halaman ${pages}.`,
    faulty: 'Belum bisa disimpan: betulkan yang bertanda ⚠.',
    tabs: {
      shop: 'Toko',
      printer: 'Printer',
      numbers: 'Nomor',
      till: 'Laci & hari',
      fees: 'Biaya loket',
      staff: 'Kasir & PIN',
      pin: 'PIN pemilik',
      backups: 'Cadangan',
      archive: 'Arsip & pindah',
      updates: 'Pembaruan',
      keys: 'Tombol',
      vault: 'Kunci akun',
      screens: 'Layar',
      money: 'Latihan & data',
      diagnostics: 'Diagnosa',
    },
    shopName: 'Nama toko',
    shopAddress: 'Alamat di struk',
    language: 'Bahasa',
    theme: 'Tampilan',
    themes: { system: 'Ikut komputer', light: 'Terang', dark: 'Gelap' } satisfies Record<Theme, string>,
    screens: {
      customer: 'Layar pelanggan',
      screen: 'Layar kedua, menghadap pelanggan',
      screenChoices: { off: 'Tidak dipakai', other: 'Pakai layar yang lain' } satisfies Record<
        CustomerDisplaySettings['screen'],
        string
      >,
      screenNote:
        'Nama, nomor yang disamarkan, jumlah, uang dan kembalian. Kalau layarnya dicabut, loket tidak tertutup.',
      token: 'Angka token di layar pelanggan',
      tokenChoices: { no: 'Tidak', yes: 'Tampilkan' },
      tokenNote: 'Siapa pun di ruangan bisa membacanya. Di struk angkanya selalu ada.',
      words: 'Kata pembuka',
      wordsNote: (usual: string) => `Kosong: “${usual}”`,
      kiosk: 'Kiosk',
      kioskMode: 'Layar penuh, tidak bisa ditinggalkan tanpa PIN',
      onOff: { no: 'Tidak', yes: 'Ya' },
      kioskNote:
        'Keluar: tahan pojok kiri atas dua detik, atau Ctrl+Shift+K, lalu PIN pemilik atau pengawas. Tombol sistem ditutup oleh sesi kiosk (docs/install.md).',
      starts: 'Buka Loket saat komputer menyala',
      startsNote: 'Begitu pengguna komputer ini masuk.',
      pin: 'PIN pemilik atau pengawas',
      pinNote: 'Diminta karena mode kiosk dilonggarkan.',
      leave: 'Keluar dari kiosk sekarang…',
      problems: {
        'set-by-policy': 'Tidak diubah: diatur oleh kebijakan komputer ini.',
        'no-pin': 'Tidak tersimpan: pasang dulu PIN pemilik, supaya ada yang bisa membuka kiosk.',
        'wrong-pin': 'Tidak diubah: PIN pemilik atau pengawas kosong atau salah.',
        'pin-locked':
          'Terlalu sering salah, jadi PIN dikunci sebentar. Tunggu sebentar (paling lama 15 menit), lalu coba lagi.',
        busy: 'Belum bisa: tunggu sampai pembayaran yang berjalan selesai.',
        'file-not-written':
          'Tidak tersimpan: berkas setelan tidak bisa ditulis. Periksa sisa ruang disk dan hak akses.',
        'not-started-with-system':
          'Tidak tersimpan: daftar program yang dibuka saat masuk tidak bisa ditulis. Periksa hak akses folder pengguna.',
        'needs-supervisor': 'Tidak diubah: hanya pengawas yang boleh. Minta pengawas masuk dulu.',
      } satisfies Record<ScreensProblemCode, string>,
    },
    someLocked: (why: string) => `Isian abu-abu terkunci. ${why}`,
    lockedBy: (file: string) => `Diatur oleh kebijakan komputer ini (${file}).`,
    stick: {
      offer: (file: string) => `Ada berkas pengaturan di stik: ${file}`,
      take: 'Pakai berkas ini…',
      title: 'Atur loket ini dari stik?',
      what: (file: string) =>
        `Loket ditutup, lalu dibuka lagi dengan setelan dari ${file}. Setelan yang disebut di situ menggantikan yang sekarang.`,
      trust: 'Pakai hanya berkas dari teknisi Anda sendiri: isinya menentukan ke mana pembayaran dikirim.',
      confirm: 'Pakai berkas ini',
      gone: 'Stiknya tidak terbaca lagi. Pasang lagi, lalu buka Setelan lagi.',
      starting: 'Membuka Loket lagi…',
    },
    together: {
      title: 'Keranjang & kolektif',
      asksAtOnce: 'Tagihan kolektif yang ditanyakan sekaligus',
      asksAtOnceNote: 'Lebih banyak lebih cepat; kalau penyedia menolak karena terlalu sering, kurangi.',
      asksAtOnceWrong: 'Antara 1 dan 8.',
      recap: 'Rekap keranjang di kertas',
      recapChoices: { on: 'Dicetak', off: 'Tidak dicetak' },
      recapNote: 'Satu lembar jumlah sesudah struk-struknya, kalau lebih dari satu tagihan dibayar.',
    },
    till: {
      day: 'Hari toko',
      zone: 'Jam setempat',
      zones: { WIB: 'WIB', WITA: 'WITA', WIT: 'WIT' } satisfies Record<Zone, string>,
      cut: 'Hari berganti pukul',
      cutNote:
        'Yang terjual sebelum jam ini masih masuk hari sebelumnya: pembukuan toko yang tutup lewat tengah malam.',
      cutWrong: 'Jam antara 00.00 dan 12.00, misalnya 02.00.',
      people: 'Kasir & laci uang',
      keepsTill: 'Uang di laci',
      keepsTillChoices: { yes: 'Dihitung tiap shift', no: 'Tidak dihitung' },
      keepsTillNote:
        'Dihitung: shift dibuka dengan uang modal sebelum menjual, dan ditutup dengan menghitung isi laci.',
      lock: 'Kunci loket kalau tidak disentuh (menit)',
      lockNote: '0: tidak pernah. Hanya di loket yang kasirnya masuk dengan PIN.',
      lockWrong: 'Antara 0 dan 240 menit.',
      signs: 'Tanda-tanda',
      lowDeposit: 'Peringatkan kalau saldo di bawah (Rp)',
      lowDepositNote: '0: tidak pernah.',
      lowDepositWrong: 'Rupiah penuh, misalnya 500.000.',
      sounds: 'Bunyi terbayar dan ditolak',
      soundsChoices: { on: 'Menyala', off: 'Mati' },
    },
    fees: {
      words: (most: string) =>
        `Biaya loket adalah upah toko sendiri, di atas tagihan dan admin bank. Pelanggan melihatnya sebagai baris tersendiri di layar dan di struk; biller tidak menerimanya. Paling banyak Rp\u00A0${most} tiap pembayaran. Kosong: tanpa biaya.`,
      fee: 'Biaya loket (Rp)',
      feeOf: (product: string) => `${product}: biaya loket`,
      wrong: (most: string) => `Biaya loket harus rupiah penuh dan paling banyak Rp\u00A0${most}.`,
      rounding: 'Pembulatan uang tunai',
      step: 'Bulatkan jumlah bayar ke',
      steps: { 0: 'Tidak dibulatkan', 100: 'Rp\u00A0100', 500: 'Rp\u00A0500', 1000: 'Rp\u00A01.000' },
      way: 'Arah',
      ways: { nearest: 'Terdekat', up: 'Ke atas', down: 'Ke bawah' } satisfies Record<
        CashRounding['to'],
        string
      >,
      roundingNote: 'Selisihnya berdiri sendiri di layar dan di struk sebagai Pembulatan.',
    },
    printing: {
      list: 'Printer loket ini',
      add: 'Tambah printer',
      full: (most: number) => `Paling banyak ${most} printer.`,
      receiptsTag: 'struk',
      reportsTag: 'laporan',
      receiptsTo: 'Struk ke',
      reportsTo: 'Laporan ke',
      askAfter: 'Tanyakan dulu struk yang menunggu printer lebih dari (menit)',
      askAfterNote:
        'Sampai batas ini struk yang tertahan keluar sendiri begitu printer siap. Sesudahnya kasir ditanya dulu.',
      askAfterWrong: 'Antara 1 dan 240 menit.',
      rename: 'Ganti nama',
      renameOf: (name: string) => `Ganti nama ${name}`,
      name: 'Nama printer',
      nameMissing: 'Printer perlu nama.',
      takeName: 'Pakai nama ini',
      again: 'Atur ulang',
      againOf: (name: string) => `Atur ulang ${name}`,
      remove: 'Hapus',
      removeOf: (name: string) => `Hapus ${name}`,
      cannotRemove: {
        last: 'Satu-satunya printer, jadi tidak bisa dihapus.',
        'in-use': 'Sedang dipakai: pindahkan dulu tugasnya di bawah.',
      },
      removeTitle: (name: string) => `Hapus printer ${name}?`,
      removeWords: `Setelannya hilang. Kertas yang masih menunggu printer ini tidak keluar sendiri lagi; jawab di Printer (${keys.printers}).`,
      removeNow: 'Hapus printer',
      connections: {
        screen: 'di layar',
        picture: (format: string, folder: string) =>
          folder === '' ? `${format} di folder gambar` : `${format} di ${folder}`,
        file: (path: string) => `perangkat ${path}`,
        network: (address: string) => `jaringan ${address}`,
        usb: (numbers: string) => `USB ${numbers}`,
        serial: (path: string, baudRate: number) => `port serial ${path}, ${baudRate} baud`,
        queue: (name: string) => `antrean “${name}”`,
      },
      models: {
        '58mm': 'Kertas 58 mm',
        '58mm-nt-5890k': 'Kertas 58 mm, NT-5890K',
        '80mm': 'Kertas 80 mm',
        '80mm-42': 'Kertas 80 mm, 42 huruf (TM-T88, SRP-350)',
        'tm-u220': 'Epson TM-U220 (pita)',
        custom: 'Disetel sendiri',
      } satisfies Record<PrinterModel, string>,

      /** A printer is set up, step by step. */
      setup: {
        titleNew: 'Tambah printer',
        titleAgain: (name: string) => `Atur ulang ${name}`,
        step: (ordinal: number, of: number) => `Langkah ${ordinal} dari ${of}`,
        back: 'Kembali',
        next: 'Lanjut',
        skip: 'Lewati',
        save: 'Simpan printer',
        saving: 'Menyimpan…',
        nothingSaved: 'Belum ada yang berubah sebelum Anda menekan Simpan printer.',

        which: {
          title: 'Printer yang mana?',
          found: 'Ditemukan di komputer ini',
          again: 'Cari lagi',
          searching: 'Mencari lewat USB, antrean cetak, dan port serial atau Bluetooth… Bisa beberapa detik.',
          count: (count: number) => `${count} ditemukan.`,
          none: 'Tidak ada yang ditemukan. Periksa: printer menyala, kabelnya terpasang di kedua ujung, printer Bluetooth sudah dipasangkan dengan komputer. Lalu cari lagi, atau isi sendiri di bawah.',
          failed: 'Pencarian terhenti. Cari lagi, atau isi sendiri di bawah.',
          windows:
            'Di Windows, printer USB dipakai lewat antreannya. Pasang dulu printernya di Setelan Windows, lalu cari lagi.',
          groups: {
            usb: 'USB',
            queue: 'Antrean cetak sistem',
            serial: 'Port serial dan Bluetooth',
            other: 'Lainnya',
          },
          byHand: 'Isi sendiri',
          hand: {
            network: 'Printer jaringan (alamat IP)',
            serial: 'Port serial atau Bluetooth',
            file: 'Perangkat atau berkas',
            screen: 'Layar saja, tanpa kertas',
            picture: 'Gambar atau PDF di folder',
          },
          host: 'Alamat printer',
          hostNote: 'Tertulis di halaman uji printer itu sendiri, seperti 192.168.1.50.',
          hostWrong: 'Tulis alamatnya, seperti 192.168.1.50.',
          port: 'Port',
          portWrong: 'Angka 1–65535; biasanya 9100.',
          path: 'Lokasi',
          pathWrong: 'Perangkat seperti /dev/usb/lp0 atau LPT1, atau berkas berakhiran .bin atau .prn.',
          serialPath: 'Port',
          serialPathWrong: 'Seperti COM3, /dev/ttyUSB0 atau /dev/rfcomm0.',
          baudRate: 'Kecepatan (baud)',
          baudNote: 'Tertulis di halaman uji printer. Bluetooth: biarkan saja.',
          flowControl: 'Kendali alir',
          flowControls: {
            none: 'Tidak ada',
            rtscts: 'Kabel (RTS/CTS)',
            xonxoff: 'XON/XOFF',
          } satisfies Record<PrinterConnectionOf<'serial'>['flowControl'], string>,
          format: 'Disimpan sebagai',
          formats: { png: 'Gambar', pdf: 'PDF' } satisfies Record<
            PrinterConnectionOf<'picture'>['format'],
            string
          >,
          folder: 'Folder',
          folderNote: 'Kosongkan untuk folder gambar di Setelan, bagian Toko.',
          chooseFirst: 'Pilih printernya dulu.',
        },

        page: {
          title: 'Cetak halaman uji',
          what: 'Halaman ini menunjukkan sebanyak apa huruf yang muat dan gaya tulisan apa yang bisa dicetak. Siapkan kertas.',
          model: 'Jenis printer',
          modelNote: 'Dugaan Loket dari namanya. Boleh dibiarkan: halaman uji yang menentukan.',
          print: 'Cetak halaman uji',
          again: 'Cetak lagi',
          printing: 'Mencetak halaman uji…',
          skipNote: 'Tanpa halaman uji, Loket memakai setelan umum untuk jenis printer ini.',
        },
        /** How the try of a page went. */
        tried: {
          printed: 'Tercetak: printernya sendiri yang memastikan.',
          sent: 'Terkirim. Printer ini tidak memberi kabar, jadi lihat kertasnya.',
          failed: 'Tidak tercetak.',
          uncertain: 'Mungkin hanya sebagian yang keluar. Lihat kertasnya.',
        } satisfies Record<PrinterTestResult['state'], string>,
        brokenOff: 'Percobaan terhenti. Coba lagi.',

        seen: {
          title: 'Apa yang terlihat di halaman uji?',
          large: 'Penggaris huruf BESAR terpanjang yang muat dalam SATU baris',
          small: 'Penggaris huruf KECIL terpanjang yang muat dalam SATU baris',
          noSmaller: 'Tidak lebih kecil',
          samples: 'Contoh yang tercetak benar',
          samplesNote: 'Lepas centang yang tidak tampak berbeda atau rusak; gaya itu tidak dipakai.',
          modes: {
            bold: 'Tebal',
            doubleHeight: 'Tinggi',
            doubleWidth: 'Lebar',
            underline: 'Garis bawah',
          } satisfies Record<SampledMode, string>,
          strange: 'Di paling atas ada tanda atau huruf asing?',
          strangeNote:
            'Kalau ada, printer ini mencetak pertanyaan Loket; ia tidak ditanya lagi soal kertasnya.',
          strangeChoices: { no: 'Tidak ada', yes: 'Ada' },
          unanswered: 'Pilih penggaris huruf besar dan huruf kecil dulu, atau lewati.',
        },

        cutter: {
          title: 'Pemotong dan laci uang',
          cutter: 'Pemotong kertas',
          drawer: 'Laci uang',
          cut: 'Coba potong',
          cutOther: 'Coba cara kedua',
          cutAgain: 'Coba potong lagi',
          hasCut: 'Terpotong?',
          barsNote: 'Kalau yang keluar garis hitam atau tulisan aneh, jawab Tidak.',
          open: 'Coba laci',
          openOther: 'Coba cara kedua',
          openAgain: 'Coba laci lagi',
          hasOpened: 'Laci terbuka?',
          yes: 'Ya',
          no: 'Tidak',
          none: 'Tidak ada',
          trying: 'Mencoba…',
          /** How the try of a part went. Whether it moved, people see. */
          ended: {
            printed: 'Printer sudah menjalankan perintahnya.',
            sent: 'Perintahnya sudah dikirim.',
            failed: 'Perintahnya tidak sampai ke printer.',
            uncertain: 'Perintahnya mungkin tidak sampai utuh.',
          } satisfies Record<PrinterTestResult['state'], string>,
          cutters: {
            none: 'Tidak memotong. Kertas disobek dengan tangan.',
            'gs-v': 'Memotong sesudah setiap struk.',
            'esc-i': 'Memotong sesudah setiap struk (cara kedua).',
          } satisfies Record<PrinterProfile['cutter'], string>,
          drawers: {
            none: 'Tidak ada laci.',
            2: 'Laci terbuka untuk uang tunai.',
            5: 'Laci terbuka untuk uang tunai (cara kedua).',
          },
          untried: 'Belum dicoba.',
          feed: 'Baris kosong di akhir struk',
          feedNote: 'Tambah kalau struk tersobek atau terpotong di tengah tulisan.',
          fewer: 'Kurangi',
          more: 'Tambah',
        },

        name: {
          title: 'Nama dan tugasnya',
          name: 'Nama printer',
          usual: {
            network: 'Printer jaringan',
            serial: 'Printer serial',
            file: 'Printer',
            screen: 'Layar',
            picture: 'Gambar struk',
          },
          nameNote: 'Seperti orang di toko ini menyebutnya.',
          nameMissing: 'Beri nama printernya.',
          paper: 'Lebar kertas',
          papers: { '58mm': '58 mm', '80mm': '80 mm' },
          roles: 'Dipakai untuk',
          receipts: 'Struk',
          reports: 'Laporan',
          keepsRole: 'Kalau ingin memindahkan tugasnya, pilih printer lain di daftar printer.',
          summary: 'Ringkasnya',
          facts: (columns: number, model: string) => `${model}, ${columns} huruf sebaris.`,
        },
      },
    },

    /** What stands on every receipt besides its name and address. */
    slip: {
      title: 'Di setiap struk',
      logo: 'Gambar di atas',
      choose: 'Pilih gambar',
      chooseOther: 'Ganti gambar',
      remove: 'Hapus gambar',
      reading: 'Membaca gambar…',
      notInKiosk: 'Gambar dipilih di luar mode kiosk.',
      logoNote: 'Logo hitam-putih paling jelas. Printer pita (TM-U220) tidak mencetak gambar.',
      logoAlt: 'Gambar seperti yang tercetak',
      noLogo: 'Belum ada gambar.',
      unreadable: 'Berkas ini bukan gambar yang bisa dibaca. Pakai PNG atau JPG.',
      tooBig: 'Berkas gambar ini terlalu besar. Pakai yang di bawah 20 MB.',
      footer: 'Tulisan di bawah',
      footerNote: 'paling banyak 240 huruf',
      qr: 'Isi kode QR di bawah',
      qrNote: 'Misalnya alamat WhatsApp toko: https://wa.me/62812… Kosongkan untuk tanpa kode.',
    },

    diagnostics: {
      what: 'Untuk teknisi: bagaimana printer menjawab, dan apa yang disaring dari struk penyedia.',
      loading: 'Mengambil data…',
      again: 'Perbarui',
      save: 'Simpan untuk teknisi',
      saving: 'Menyimpan…',
      saved: (path: string) =>
        `Tersimpan di ${path}. Tanpa nomor, nama dan uang pelanggan, tanpa PIN dan kata sandi.`,
      notSaved:
        'Berkas tidak bisa disimpan: folder Dokumen penuh atau tidak bisa ditulis. Loket tetap berjalan.',
      version: 'Versi Loket',
      printers: 'Printer',
      columns: { name: 'Nama', kind: 'Lewat', state: 'Keadaan', answers: 'Menjawab', confirms: 'Memastikan' },
      kinds: {
        screen: 'layar',
        picture: 'gambar/PDF',
        file: 'berkas',
        network: 'jaringan',
        usb: 'USB',
        serial: 'serial',
        queue: 'antrean',
      } satisfies Record<PrinterConnection['kind'], string>,
      states: {
        ok: 'siap',
        unknown: 'belum ada kabar',
        attention: 'perlu dilihat',
      } satisfies Record<Diagnostics['printers'][number]['status'], string>,
      answers: {
        untried: 'belum dicoba',
        yes: 'ya',
        never: 'tidak pernah',
      } satisfies Record<Diagnostics['printers'][number]['memory']['answers'], string>,
      memoryNote:
        'Menjawab: kalau ditanya, printer memberi kabar tentang kertas dan tutupnya. Memastikan: printer memberi tahu bahwa yang dikirim sudah ada di kertas.',
      dropped: 'Yang dibuang dari struk penyedia',
      droppedNote:
        'Struk penyedia boleh mengatur huruf saja. Perintah lain di dalamnya, misalnya membuka laci atau memotong, dibuang sebelum sampai ke printer. Dihitung sejak Loket dibuka.',
      droppedNone: 'Belum ada yang dibuang sejak Loket dibuka.',
      droppedColumns: {
        biller: 'Penyedia',
        name: 'Perintah',
        count: 'Berapa kali',
        receipts: 'Di berapa struk',
      },
    },
    pictureFolder: 'Folder gambar struk',
    pictureFolderNote: 'Kosongkan untuk folder gambar komputer ini.',
    backups: {
      what: 'Buku pembayaran dicadangkan setiap hari. Disk atau flashdisk lain lebih aman daripada disk ini.',
      folder: 'Folder cadangan',
      folderNote: (folder: string) => `Kosongkan untuk folder di samping catatan. Sekarang: ${folder}`,
      last: (when: string) => `Cadangan baik terakhir: ${when}.`,
      never: 'Belum ada cadangan yang baik.',
      now: 'Cadangkan sekarang',
      running: 'Membuat cadangan, lalu membacanya lagi…',
      made: (when: string, size: string) => `Cadangan dibuat dan terbaca utuh: ${when}, ${size}.`,
      brokenOff: 'Terhenti. Coba lagi.',
      list: 'Cadangan yang ada',
      loading: 'Mengambil daftar…',
      none: 'Belum ada cadangan di folder ini.',
      /** Units of 1000 bytes. */
      sizes: { kilobytes: (amount: string) => `${amount} kB`, megabytes: (amount: string) => `${amount} MB` },
      decimalMark: ',',
      preview: 'Isi cadangan',
      previewLoading: 'Membaca cadangan…',
      choose: 'Pilih satu untuk melihat isinya.',
      newest: 'Terbaru di dalamnya',
      empty: 'kosong',
      payments: 'Pembayaran',
      unresolved: 'Belum pasti',
      missing: 'Tidak ada di dalamnya',
      missingCount: (count: number) => (count === 0 ? 'tidak ada' : `${count} pembayaran yang ada sekarang`),
      restore: 'Pulihkan…',
      restoreTitle: 'Pulihkan cadangan ini?',
      restoreWhat: (when: string) =>
        `Loket ditutup dan dibuka lagi dengan catatan seperti ${when}. Semua tagihan di layar kedaluwarsa, dan yang sedang dikirim waktu itu menjadi belum pasti.`,
      restoreMissing: (count: number) =>
        count === 0
          ? 'Tidak ada pembayaran yang hilang dari daftar.'
          : `${count} pembayaran hilang dari daftar Loket, padahal uangnya sudah berpindah.`,
      restoreGap: 'Waktu yang hilang menjadi celah catatan yang harus dicocokkan dengan penyedia.',
      restoreKept: 'Catatan yang sekarang tidak dihapus: disimpan di samping.',
      restoreConfirm: 'Pulihkan dan buka ulang',
      restoring: 'Loket dibuka ulang…',
    },
    archive: {
      what: 'Seluruh loket dalam satu berkas terkunci: buku pembayaran, kelompok pelanggan, setelan, dan kasir. Akun penyedia tidak ikut.',
      make: 'Buat arsip',
      kind: 'Untuk apa',
      kinds: { copy: 'Salinan', move: 'Pindah komputer' } satisfies Record<ArchiveKind, string>,
      kindNotes: {
        copy: 'Loket ini tetap berjualan.',
        move: 'Loket ini berhenti berjualan; komputer lain meneruskan.',
      } satisfies Record<ArchiveKind, string>,
      passphrase: 'Kata sandi arsip',
      again: 'Ketik sekali lagi',
      passphraseNote:
        'Paling sedikit 8 huruf. Tulis dan simpan: tanpa ini arsip tidak bisa dibuka siapa pun.',
      tooShort: 'Paling sedikit 8 huruf.',
      differs: 'Tidak sama dengan yang di atas.',
      write: 'Simpan ke berkas…',
      writing: 'Menulis arsip, lalu membacanya kembali… Jangan cabut flashdisk-nya.',
      written: (path: string, size: string) => `Arsip ditulis dan terbaca utuh: ${path}, ${size}.`,
      brokenOff: 'Terputus. Coba lagi.',
      makeTitle: {
        copy: 'Tulis salinan loket ini?',
        move: 'Pindahkan loket ini?',
      } satisfies Record<ArchiveKind, string>,
      makeWhat: {
        copy: 'Pilih tempat berkasnya sesudah ini. Loket ini tetap berjualan.',
        move: 'Pilih tempat berkasnya sesudah ini. Sejak itu loket ini tidak menjual apa-apa, sampai dibuka lagi dengan PIN.',
      } satisfies Record<ArchiveKind, string>,
      moveUnresolved: (count: number) =>
        `${count} pembayaran belum pasti ikut pindah: loket yang baru yang menanyakannya.`,
      moveShift: 'Sif masih terbuka dan ikut pindah. Lebih baik tutup sif dulu.',
      makeConfirm: {
        copy: 'Pilih tempat dan tulis',
        move: 'Pilih tempat dan pindahkan',
      } satisfies Record<ArchiveKind, string>,
      restore: 'Pulihkan dari arsip',
      chooseFile: 'Pilih berkas…',
      chosen: (name: string) => `Berkas: ${name}`,
      noneChosen: 'Belum ada berkas yang dipilih.',
      look: 'Lihat isinya',
      reading: 'Membaca dan memeriksa seluruh arsip…',
      preview: 'Isi arsip',
      facts: {
        shop: 'Toko',
        kind: 'Jenis',
        madeAt: 'Dibuat',
        newest: 'Catatan terbaru',
        payments: 'Pembayaran',
        unresolved: 'Belum pasti',
        here: 'Di komputer ini',
      },
      own: 'dari loket ini sendiri',
      empty: 'kosong',
      nothingHere: 'belum ada buku seperti itu',
      putAside: (missing: number) =>
        missing === 0
          ? 'buku yang sekarang disimpan di samping'
          : `buku yang sekarang disimpan di samping; ${missing} pembayarannya tidak ada di arsip`,
      ledgers: { training: 'latihan', sandbox: 'uji coba', live: 'uang sungguhan' } satisfies Record<
        LedgerKind,
        string
      >,
      restoreKey: 'Pulihkan…',
      restoreTitle: 'Jadikan arsip ini loket di komputer ini?',
      restoreWhat: 'Loket ditutup dan dibuka lagi dengan buku, setelan, kasir, dan PIN dari arsip.',
      restoreAccounts:
        'Akun penyedia harus diisi lagi: tidak ada di arsip, dan yang tersimpan di sini dihapus.',
      restorePrinters: {
        here: 'Printer komputer ini tetap dipakai.',
        archive: 'Printer dari arsip dipakai; periksa sambungannya.',
      },
      restoreGap: {
        gap: 'Waktu sejak arsip dibuat menjadi celah catatan yang harus dicocokkan dengan penyedia.',
        none: 'Tidak ada celah: loket lama tidak menjual apa-apa sejak dipindahkan.',
      },
      restoreKept: 'Buku dan setelan yang sekarang tidak dihapus: disimpan di samping.',
      restoreConfirm: 'Pulihkan dan buka ulang',
      restoring: 'Loket dibuka ulang…',
    },
    numbersNote: 'Panjang nomor tiap produk. Ubah hanya kalau penyedia mengubahnya.',
    alphabet: 'Isi',
    alphabets: { digits: 'angka', 'letters-and-digits': 'huruf & angka' } satisfies Record<
      NumberRule['alphabet'],
      string
    >,
    minLength: 'Paling pendek',
    maxLength: 'Paling panjang',
    product: 'Produk',
    productGroups: {
      power: 'Listrik',
      lines: 'Telepon, internet, dan TV',
      home: 'Air dan gas',
      insurance: 'Jaminan dan asuransi',
      other: 'Cicilan, pajak, dan uang elektronik',
    },
    required: 'Wajib diisi.',
    lengthWrong: 'Panjang 4–30, dan yang terpendek tidak melebihi yang terpanjang.',
    portWrong: 'Port 1–65535.',

    /** One biller's settings. `name` is the biller's. */
    biller: {
      states: {
        'not-set-up': 'belum diatur',
        'bad-address': 'alamat ditolak',
        'no-secrets': 'belum lengkap',
        training: 'latihan',
        sandbox: 'uji coba',
        live: 'uang sungguhan',
      },
      tabUnsaved: 'belum disimpan',
      tabPreferred: (state: string) => `utama · ${state}`,
      sections: {
        account: 'Akun',
        services: 'Kode produk',
        'final-answers': 'Pasti gagal',
        route: 'Jalur',
      },
      unsavedRestarts: 'Belum disimpan. Menyimpan membuka ulang Loket.',
      hasFault: 'ada yang perlu dibetulkan',

      hosts: 'Alamat yang dikenal',
      otherHost: 'Alamat lain',
      baseUrl: 'Alamat layanan',
      baseUrlRequired: 'Isi alamatnya, seperti https://…',
      baseUrlWrong: 'Alamat dimulai dengan https:// dan tidak memuat spasi.',
      kinds: {
        none: 'Belum ada alamat, jadi penyedia ini belum menjual apa pun.',
        refused: 'Alamat yang tersimpan tidak boleh dihubungi Loket.',
        unsaved: 'Sesudah disimpan, di sini tertulis apakah alamat ini uji coba atau uang sungguhan.',
        training: 'Alamat latihan: uang tidak berpindah.',
        sandbox: 'Alamat uji coba: bukan uang sungguhan. Dipakai saat Loket dalam uji coba.',
        live: 'Alamat sungguhan: setiap pembayaran memotong saldo Anda. Dipakai saat Loket memakai uang sungguhan.',
      },

      secrets: 'Rahasia akun',
      secretsStored: 'Tersimpan. Isi semuanya hanya untuk mengganti.',
      secretsMissing: 'Belum diisi.',
      secretsNote: 'Dikirim sekali ke tempat rahasia komputer ini dan tidak pernah ditampilkan lagi.',
      noKeyStore:
        'Komputer ini tidak punya tempat menyimpan rahasia, jadi akun tidak bisa disimpan. Aktifkan keyring (gnome-keyring atau KWallet), atau pakai frasa sandi pemilik di halaman Kunci akun.',
      vaultLocked: 'Akun terkunci dengan frasa sandi pemilik. Masukkan dulu di halaman Kunci akun.',
      secretsClosed: 'Tersimpan, tetapi sekarang tidak bisa dibuka: lihat halaman Kunci akun.',
      secretsIncomplete: 'Isi semua rahasia, atau kosongkan semuanya.',
      secretsMoved: 'Alamatnya pindah. Rahasia tidak ikut pindah: isi lagi semuanya untuk alamat yang baru.',

      preference: 'Urutan',
      preferred: (name: string) =>
        `${name} diutamakan: dipakai lebih dulu untuk produk yang juga dijual penyedia lain.`,
      notPreferred: (first: string) =>
        `Untuk produk yang dijual keduanya, ${first} dipakai lebih dulu. Mengubahnya membuka ulang Loket.`,
      prefer: (name: string) => `Utamakan ${name}`,

      services: {
        note: (name: string) =>
          `✓ = kode ini sudah pasti. Kode lain dugaan terbaik kami: cocokkan dengan daftar kode dari ${name} sebelum dijual.`,
        noteWithList: (name: string) =>
          `✓ = kode ini sudah pasti. Kode lain dugaan terbaik kami: cocokkan dengan daftar harga ${name} sebelum dijual.`,
        filter: 'Cari kode atau nama',
        count: (shown: number, all: number) => (shown === all ? `${all} kode` : `${shown} dari ${all} kode`),
        none: 'Belum ada kode. Tambah satu untuk tiap hal yang dijual.',
        noneFound: 'Tidak ada yang cocok dengan pencarian.',
        add: 'Tambah kode',
        edit: 'Ubah',
        done: 'Selesai',
        remove: 'Hapus',
        code: 'Kode',
        name: 'Nama',
        asks: 'Ditanyakan juga',
        actions: 'Tindakan',
        confirmed: 'kode pasti',
        extraFields: {
          months: 'jumlah bulan',
          'tax-year': 'tahun pajak',
          'identity-number': 'nomor identitas',
          amount: 'jumlah uang',
        } satisfies Record<ExtraField, string>,
        faults: {
          required: 'Wajib diisi.',
          'bad-code': 'Hanya huruf, angka, dan . - / _ tanpa spasi.',
          twice: 'Kode ini sudah ada untuk produk yang sama.',
        },
        full: (most: number) => `Paling banyak ${most} kode. Hapus yang tidak dijual.`,
      },

      priceList: {
        fill: 'Isi dari daftar harga',
        title: (name: string) => `Daftar harga ${name}`,
        saveFirst: 'Simpan dulu: daftar harga diambil dengan akun yang tersimpan.',
        loading: (name: string) => `Mengambil daftar harga dari ${name}…`,
        notSetUp: 'Akun ini belum diatur. Isi alamat dan rahasianya, simpan, lalu coba lagi.',
        failed: (name: string) =>
          `Daftar harga tidak bisa diambil. Tekan “Uji sambungan” untuk melihat apa yang salah, atau tanyakan ke ${name}.`,
        refused: (name: string) => `${name} menolak memberi daftar harga.`,
        again: 'Coba lagi',
        same: 'Semua kode sudah sama dengan daftar harga.',
        intro: 'Pilih apa yang diambil. Tidak ada yang tersimpan sebelum Anda menekan Simpan.',
        parts: {
          added: (count: number) => `Tambah ${count} kode baru`,
          renamed: (count: number) => `Ganti ${count} nama`,
          missing: (count: number) => `Hapus ${count} kode yang tidak dijual lagi`,
        },
        see: 'Lihat',
        rename: (from: string, to: string) => `${from} menjadi ${to}`,
        unknown: (types: string) => `Belum bisa dijual di Loket: ${types}.`,
        after: (count: number) => `Sesudahnya ada ${count} kode.`,
        tooMany: (count: number, most: number) =>
          `Sesudahnya ada ${count} kode, paling banyak ${most}. Lepas sebagian pilihan.`,
        take: 'Ambil',
        taken: 'Diambil dari daftar harga. Periksa, lalu simpan.',
      },

      finalAnswers: {
        title: 'Jawaban yang berarti pasti gagal',
        note: (name: string) =>
          `Kalau ${name} menjawab pembayaran dengan salah satu kode atau teks ini, Loket menyatakan “Ditolak” dan uang pelanggan dikembalikan. Kalau ternyata tagihannya terbayar, uang itu hilang dari kantong Anda. Isi hanya yang dipastikan ${name}: uang tidak dan tidak akan terpotong.`,
        otherwise: 'Jawaban lain menjadi “belum pasti”, dan uang tetap ditahan sampai jelas.',
        none: 'Belum ada. Semua penolakan pembayaran menjadi “belum pasti”.',
        onlyByPin:
          'Karena ada PIN pemilik, di sini jawaban hanya bisa dihapus. Yang baru ditambah dari pembayaran yang belum pasti, dengan PIN.',
        next: 'Kode atau teks',
        add: 'Tambah',
        remove: 'Hapus',
        faults: {
          never:
            'Tidak bisa: di dalamnya ada kode yang berarti hasilnya belum jelas. Tagihan bisa saja sudah terbayar.',
          twice: 'Ini sudah ada di daftar.',
          full: 'Daftarnya penuh.',
        },
      },

      route: {
        note: 'Kosongkan kalau tidak diminta teknisi. Isian di sini menambah pemeriksaan, tidak pernah menguranginya.',
        fields: {
          caFile: 'Berkas sertifikat CA (PEM)',
          pin: 'Sidik kunci server (SHA-256, base64)',
          proxy: 'Proxy',
          connectSeconds: 'Tersambung dalam (detik)',
          firstByteSeconds: 'Mulai menjawab dalam (detik)',
          wholeSeconds: 'Jawaban lengkap dalam (detik)',
        },
        notes: {
          caFile: 'Hanya untuk penyedia dengan sertifikat sendiri. Lokasi lengkap berkasnya.',
          pin: 'Sambungan ditolak kalau kunci servernya lain. Ganti bersama penyedia, atau Loket berhenti.',
          proxy: 'Misalnya http://192.168.1.1:3128',
        },
        deadlines: 'Batas waktu',
        deadlinesNote:
          'Pembayaran yang tidak dijawab sampai batas ini menjadi “belum pasti”. Terlalu pendek membuat banyak yang belum pasti.',
        faults: {
          caFile: 'Tulis lokasi lengkap, seperti /etc/ssl/penyedia.pem atau C:\\penyedia.pem.',
          pin: '44 huruf dan angka, diakhiri tanda =.',
          proxy: 'Tulis http://ALAMAT:PORT, tanpa nama pengguna.',
          seconds: (min: number, max: number) => `Antara ${min} dan ${max} detik.`,
          wholeSeconds: (min: number, max: number) =>
            `Antara ${min} dan ${max} detik, dan tidak kurang dari batas mulai menjawab.`,
        },
      },

      test: {
        label: 'Uji sambungan',
        testing: (name: string) => `Menghubungi ${name}… Uji ini tidak memotong saldo.`,
        saveFirst: 'Simpan dulu: yang diuji adalah setelan yang tersimpan.',
        failed: 'Uji terhenti. Coba lagi.',
        result: 'Hasil uji sambungan',
        close: 'Tutup hasil',
        detail: 'Keterangan',
        verdicts: (name: string): Record<ConnectionVerdict, VerdictWords> => ({
          ok: { what: `Tersambung. ${name} menerima akun ini.`, next: 'Siap dipakai.' },
          'not-set-up': {
            what: `Akun ${name} belum lengkap, atau masih terkunci.`,
            next: 'Isi alamat dan semua rahasianya dan simpan, atau buka kuncinya (halaman Kunci akun), lalu uji lagi.',
          },
          'no-network': {
            what: `${name} tidak bisa dihubungi dari komputer ini.`,
            next: 'Periksa internet dan tulisan alamatnya. Kalau situs lain bisa dibuka, tanyakan ke teknisi apakah port-nya tertutup.',
          },
          tls: {
            what: 'Sertifikat servernya tidak bisa dipercaya.',
            next: `Jangan lanjutkan. Periksa jam komputer dan alamatnya; kalau benar, tanyakan ke ${name} apakah perlu berkas CA (bagian Jalur).`,
          },
          pin: {
            what: 'Kunci servernya bukan yang dicatat di sini.',
            next: `Jangan lanjutkan. Tanyakan ke ${name} apakah kuncinya diganti, lalu isi yang baru di bagian Jalur.`,
          },
          proxy: {
            what: 'Proxy-nya tidak bisa dilalui.',
            next: 'Periksa alamat proxy di bagian Jalur, atau tanyakan ke teknisi jaringan Anda.',
          },
          'no-answer': {
            what: `${name} tersambung tetapi tidak menjawab.`,
            next: `Coba lagi sebentar lagi. Kalau tetap begini, tanyakan ke ${name}.`,
          },
          'ip-not-registered': {
            what: `IP komputer ini belum terdaftar di ${name}.`,
            next: `Hubungi ${name} dan sebut IP internet Anda kepada mereka.`,
          },
          'wrong-key': {
            what: `${name} tidak mengenal akun ini: ada rahasia yang salah.`,
            next: `Isi lagi semua rahasianya. Kalau tetap begini, minta ${name} mencocokkannya.`,
          },
          'wrong-signature': {
            what: `${name} menolak tanda tangan permintaannya.`,
            next: 'Biasanya kunci API-nya salah, atau milik alamat lain (uji coba dan sungguhan berbeda). Isi lagi semua rahasianya.',
          },
          refused: {
            what: `${name} menolak akun ini.`,
            next: `Hubungi ${name} dan sebut keterangan di bawah.`,
          },
          unreadable: {
            what: `Jawaban dari alamat ini bukan jawaban ${name} yang bisa dibaca.`,
            next: `Periksa tulisan alamatnya. Kalau benar, tanyakan ke ${name}.`,
          },
        }),
        clock: {
          behind: (time: string) =>
            `Jam komputer ini tertinggal ${time}. Betulkan jamnya: waktu di struk dan batas tutup buku ikut salah.`,
          ahead: (time: string) =>
            `Jam komputer ini terlalu cepat ${time}. Betulkan jamnya: waktu di struk dan batas tutup buku ikut salah.`,
        },
        better: (option: string, value: string) =>
          `“${option}” yang diterima adalah “${value}”, bukan yang sekarang.`,
        takeBetter: (value: string) => `Pakai “${value}”`,
      },
    },

    pin: {
      what: 'Diminta sebelum hal yang bisa merugikan: membayar PLN saat tutup buku, membayar yang sudah terbayar, memutuskan pembayaran yang belum pasti, menyatakan jawaban penyedia pasti gagal, dan memulihkan cadangan.',
      isSet: 'PIN sudah ada. Isi yang lama untuk menggantinya.',
      notSet: 'Belum ada PIN, jadi hal-hal itu belum bisa dilakukan.',
      current: 'PIN sekarang',
      next: 'PIN baru',
      nextNote: '4–12 angka. Simpan baik-baik: PIN yang lupa tidak bisa ditampilkan lagi.',
      again: 'PIN baru sekali lagi',
      wrongForm: '4–12 angka.',
      differs: 'Tidak sama dengan PIN baru di atas.',
      save: 'Simpan PIN',
    },

    ledger: 'Loket sekarang',
    ledgers: {
      training: 'Latihan – uang tidak berpindah',
      sandbox: 'Uji coba – bukan uang sungguhan',
      live: 'Uang sungguhan',
    } satisfies Record<LedgerKind, string>,
    ledgerNotes: {
      training: 'Belajar dengan penyedia tiruan di komputer ini.',
      sandbox: 'Mencoba akun di alamat uji coba penyedia.',
      live: 'Berjualan; setiap pembayaran memotong saldo Anda.',
    } satisfies Record<LedgerKind, string>,
    ledgerOpen: 'Dipakai sekarang.',
    ledgerReady: (billers: string) => `Lewat ${billers}.`,
    ledgerNeedsBiller: {
      training: '',
      sandbox: 'Belum bisa: belum ada penyedia dengan alamat uji coba.',
      live: 'Belum bisa: belum ada penyedia dengan alamat sungguhan.',
    } satisfies Record<LedgerKind, string>,
    ledgerNeedsSecrets: (billers: string) => `Belum bisa: rahasia akun ${billers} belum diisi.`,
    dataFolder: 'Data tersimpan di',
    switchTo: {
      training: 'Pindah ke latihan',
      sandbox: 'Pindah ke uji coba',
      live: 'Pindah ke uang sungguhan',
    } satisfies Record<LedgerKind, string>,
    switchTitle: {
      training: 'Pindah ke latihan?',
      sandbox: 'Pindah ke uji coba?',
      live: 'Pindah ke uang sungguhan?',
    } satisfies Record<LedgerKind, string>,
    switchWords: {
      training: () =>
        'Loket ditutup dan dibuka lagi dengan catatan latihan yang terpisah. Tidak ada uang yang berpindah di sana.',
      sandbox: (billers: string) =>
        `Loket ditutup dan dibuka lagi dengan catatan uji coba yang terpisah. Permintaan dikirim ke alamat uji coba ${billers}; tidak ada tagihan yang benar-benar terbayar, jadi jangan terima uang pelanggan.`,
      live: (billers: string) =>
        `Loket ditutup dan dibuka lagi dengan catatan penjualan yang sungguhan. Sesudah itu setiap pembayaran membayar tagihan dan memotong saldo Anda di ${billers}.`,
    } satisfies Record<LedgerKind, (billers: string) => string>,
    switchNow: 'Pindah dan buka ulang',
    switching: 'Loket dibuka ulang…',
    and: (first: string, last: string) => `${first} dan ${last}`,
  },
  settingsProblems: {
    'no-key-store':
      'Tidak tersimpan: komputer ini tidak punya tempat menyimpan rahasia. Pakai frasa sandi pemilik (Setelan, Kunci akun), atau aktifkan keyring lalu buka Loket lagi.',
    'vault-locked':
      'Belum bisa: akun terkunci dengan frasa sandi pemilik. Masukkan dulu (Setelan, Kunci akun).',
    'address-not-allowed': 'Tidak tersimpan: alamat harus https, atau http ke komputer ini sendiri.',
    'credentials-missing': 'Belum bisa: rahasia akunnya belum diisi untuk alamat ini.',
    'file-not-written':
      'Tidak tersimpan: berkas setelan tidak bisa ditulis. Periksa sisa ruang disk dan hak akses.',
    'payment-unresolved':
      'Belum bisa: masih ada pembayaran yang belum pasti. Akun dan catatan tidak boleh diganti sebelum itu pasti.',
    'no-such-biller': 'Belum bisa: belum ada penyedia dengan alamat dan akun untuk itu.',
    'wrong-pin': 'PIN sekarang salah. Tidak ada yang diubah.',
    'pin-locked':
      'Terlalu sering salah, jadi PIN dikunci sebentar. Tunggu sebentar (paling lama 15 menit), lalu coba lagi.',
    'needs-supervisor': 'Tidak diubah: hanya pengawas yang boleh. Minta pengawas masuk dulu.',
    'set-by-policy': 'Tidak diubah: diatur oleh kebijakan komputer ini.',
  } satisfies Record<SettingsProblemCode, string>,

  trouble: {
    title: 'Loket terganggu',
    words: 'Bagian ini tidak berjalan seperti seharusnya. Tutup dan buka lagi Loket sebelum berjualan.',
  },
  starting: 'Membuka loket…',
});

/** What every language must say. */
export type Messages = ReturnType<typeof id>;
