import type { UpdateProblemCode, UpdatesView } from '../contract/updates.ts';
import type { UpdatePackage } from '../update/manifest.ts';
import type { UpdateSource } from '../update/source.ts';
import type { Advice } from './advice.ts';

const goesOnId = 'Loket tetap memakai versi yang sekarang.';
const ledgerStaysId = 'Buku pembayaran tidak berubah.';
const signedId = 'Hanya berkas yang ditandatangani pembuat Loket yang dipasang.';

/** The words of the page about other versions of the program. */
export const updateWordsId = {
  what: 'Loket tidak memperbarui diri sendiri. Pemilik yang memilih dari mana dan kapan; tidak pernah saat ada pembayaran yang belum pasti, dan tidak pernah saat Loket ditutup.',
  takesNone: 'Buatan Loket ini tidak menerima pembaruan: tidak ada kunci penandatangan di dalamnya.',
  takesNoneNext: 'Pasang versi baru dengan pemasangnya sendiri.',
  version: (version: string, kind: string) => `Yang sekarang: Loket ${version} (${kind})`,
  packages: {
    nsis: 'pemasang Windows',
    deb: 'paket Debian',
    AppImage: 'AppImage',
    'tar.gz': 'dipasang tangan',
  } satisfies Record<UpdatePackage, string>,
  source: 'Sumber pembaruan',
  sources: { off: 'Mati', folder: 'Folder atau flashdisk', address: 'Alamat https' } satisfies Record<
    UpdateSource['kind'],
    string
  >,
  sourceNote: `Dilihat sekali sehari. ${signedId}`,
  folder: 'Folder',
  folderNote: 'Folder yang berisi loket-update.json.',
  choose: 'Pilih folder…',
  url: 'Alamat',
  urlNote: 'Alamat folder yang berisi loket-update.json.',
  missing: 'Wajib diisi.',
  newerPart: 'Versi baru',
  check: 'Lihat sekarang',
  checking: 'Sedang dilihat…',
  isOff: 'Mati: pilih dulu sumbernya di bawah.',
  neverChecked: 'Belum dilihat sejak Loket dibuka.',
  upToDate: (when: string) => `Tidak ada yang lebih baru (dilihat ${when}).`,
  offered: (version: string, released: string, size: string) =>
    `Ada Loket ${version} dari ${released} (${size}).`,
  fetch: 'Ambil berkasnya',
  fetching: 'Berkasnya diambil dan diperiksa. Loket bisa tetap dipakai berjualan.',
  fetched: 'Berkasnya sudah ada di komputer ini dan utuh.',
  byHand: 'Loket ini dipasang tangan, jadi versi baru juga. Tutup Loket dulu. Berkasnya sudah diperiksa:',
  byHandCommand: 'Perintahnya, untuk teknisi:',
  install: 'Pasang…',
  installTitle: (version: string) => `Pasang Loket ${version} sekarang?`,
  installWhat:
    'Buku pembayaran dicadangkan dulu, lalu Loket ditutup, diperbarui, dan dibuka lagi. Jangan matikan komputer sampai Loket terbuka lagi.',
  installConfirm: 'Pasang dan buka ulang',
  installing: 'Buku dicadangkan, lalu versi lain dipasang. Jangan matikan komputer.',
  previousPart: 'Versi sebelumnya',
  noPrevious: 'Pemasang versi sebelumnya tidak ada di komputer ini.',
  previous: (version: string) => `Loket ${version} bisa dipasang kembali.`,
  previousNote: 'Buku pembayaran tetap yang sekarang: buku lama tidak pernah dikembalikan oleh ini.',
  putBack: 'Pasang kembali…',
  putBackTitle: (version: string) => `Kembali ke Loket ${version}?`,
  putBackWhat:
    'Buku pembayaran dicadangkan dulu dan tidak berubah, lalu Loket ditutup dan versi sebelumnya dibuka. Jangan matikan komputer sampai Loket terbuka lagi.',
  putBackConfirm: 'Kembali dan buka ulang',
  brokenOff: 'Tidak jadi, karena kesalahan yang tidak terduga. Loket tetap memakai versi yang sekarang.',
  restarting: 'Loket ditutup dan dibuka lagi…',
  works: {
    none: '',
    checking: 'Sumbernya sedang dilihat.',
    fetching: 'Berkasnya sedang diambil.',
    installing: 'Sedang dipasang.',
  } satisfies Record<UpdatesView['work'], string>,
  problems: {
    'no-release-key': {
      what: 'Buatan Loket ini tidak menerima pembaruan.',
      money: goesOnId,
      next: 'Pasang versi baru dengan pemasangnya sendiri.',
    },
    'address-not-allowed': {
      what: 'Alamat itu tidak dipakai: harus https, tanpa nama pengguna dan tanda tanya.',
      money: goesOnId,
      next: 'Betulkan alamatnya, lalu simpan.',
    },
    'source-gone': {
      what: 'Sumber pembaruan tidak ada: flashdisk tercabut, folder berpindah, atau jaringan putus.',
      money: goesOnId,
      next: 'Pasang flashdisk-nya atau periksa jaringan, lalu ulangi.',
    },
    'source-refused': {
      what: 'Alamat itu menjawab dengan sesuatu yang bukan berkas pembaruan.',
      money: goesOnId,
      next: 'Periksa alamatnya. Alamat yang mengalihkan ke tempat lain tidak diikuti.',
    },
    'no-manifest': {
      what: 'Tidak ada loket-update.json dengan tanda tangannya di sumber itu.',
      money: goesOnId,
      next: 'Periksa folder atau alamatnya.',
    },
    'bad-signature': {
      what: 'Tanda tangan pembaruan itu bukan dari pembuat Loket, atau isinya diubah.',
      money: 'Tidak ada yang dipasang. ' + goesOnId,
      next: 'Jangan pakai sumber itu. Minta berkas baru dari pembuat Loket.',
    },
    'manifest-unreadable': {
      what: 'Pembaruan itu ditulis untuk Loket yang lebih baru daripada yang dikenal versi ini.',
      money: goesOnId,
      next: 'Pasang versi baru dengan pemasangnya sendiri.',
    },
    'schema-downgrade': {
      what: 'Versi itu tidak mengenal buku pembayaran yang sekarang.',
      money: 'Tidak dipasang, karena bukunya tidak akan bisa dibuka. ' + ledgerStaysId,
      next: 'Minta versi yang lebih baru dari pembuat Loket.',
    },
    'needs-step': {
      what: 'Versi itu tidak bisa dipasang langsung di atas versi ini.',
      money: goesOnId,
      next: 'Pasang dulu versi di antaranya.',
    },
    'not-for-this-machine': {
      what: 'Sumber itu tidak punya berkas untuk cara Loket ini dipasang.',
      money: goesOnId,
      next: 'Minta berkas yang cocok, atau pasang dengan tangan.',
    },
    'file-altered': {
      what: 'Berkas pembaruan tidak sama dengan yang ditandatangani, jadi dibuang.',
      money: 'Tidak ada yang dipasang. ' + goesOnId,
      next: 'Ambil lagi. Kalau tetap begini, minta berkas baru: flashdisk atau jaringannya mungkin rusak.',
    },
    'no-room-here': {
      what: 'Disk komputer ini tidak cukup untuk berkas pembaruan.',
      money: goesOnId,
      next: 'Kosongkan disk (hapus berkas besar, kosongkan Recycle Bin), lalu ulangi.',
    },
    'file-not-written': {
      what: 'Tidak tersimpan: folder data tidak bisa ditulisi.',
      money: goesOnId,
      next: 'Periksa sisa ruang disk, lalu ulangi.',
    },
    'not-offered': {
      what: 'Versi itu belum diambil atau tidak ditawarkan lagi.',
      money: goesOnId,
      next: 'Lihat lagi sumbernya, lalu ambil berkasnya.',
    },
    'payment-open': {
      what: 'Ada pembayaran yang belum pasti atau sedang berjalan.',
      money: 'Program tidak diganti selama itu. Jangan bayar ulang apa pun.',
      next: 'Tunggu sampai pasti atau putuskan dulu, lalu pasang.',
    },
    'sale-running': {
      what: 'Keranjang atau kolektif masih berjalan.',
      money: 'Program tidak diganti di tengah penjualan.',
      next: 'Selesaikan dulu, lalu pasang.',
    },
    printing: {
      what: 'Struk sedang dicetak.',
      money: goesOnId,
      next: 'Tunggu sampai selesai, lalu pasang.',
    },
    'selling-stopped': {
      what: 'Penjualan sedang dihentikan karena gangguan.',
      money: goesOnId,
      next: 'Bereskan dulu gangguannya, seperti yang tertulis di atas layar.',
    },
    'backup-failed': {
      what: 'Buku pembayaran tidak bisa dicadangkan, jadi tidak ada yang dipasang.',
      money: ledgerStaysId,
      next: 'Periksa folder cadangan di Setelan, bagian Cadangan, lalu ulangi.',
    },
    'nothing-kept': {
      what: 'Pemasang versi sebelumnya tidak ada di komputer ini.',
      money: goesOnId,
      next: 'Kalau perlu, minta teknisi memasangnya dari berkas aslinya.',
    },
    'ledger-moved-on': {
      what: 'Buku pembayaran sudah maju: versi sebelumnya tidak bisa membacanya lagi.',
      money: 'Buku lama tidak dikembalikan, karena yang terbayar sejak itu akan hilang dari pandangan.',
      next: 'Tetap pakai versi ini, dan minta perbaikan dari pembuat Loket.',
    },
    'settings-moved-on': {
      what: 'Setelan sudah maju: versi sebelumnya tidak bisa membacanya lagi.',
      money: ledgerStaysId,
      next: 'Tetap pakai versi ini, dan minta perbaikan dari pembuat Loket.',
    },
    'not-permitted': {
      what: 'Sistem tidak mengizinkan: kata sandinya tidak diisi, atau tempat program tidak bisa ditulisi.',
      money: 'Tidak ada yang dipasang. ' + goesOnId,
      next: 'Ulangi dan isi kata sandi komputer, atau minta teknisi.',
    },
    'install-failed': {
      what: 'Pemasangnya gagal.',
      money: ledgerStaysId,
      next: 'Loket masih bisa dipakai. Ulangi, atau minta teknisi melihat catatan (log).',
    },
    'by-hand': {
      what: 'Loket ini tidak bisa memasang sendiri di komputer ini.',
      money: goesOnId,
      next: 'Minta teknisi memasang berkas yang disebut di halaman ini.',
    },
    'update-busy': {
      what: 'Pembaruan masih dikerjakan.',
      money: goesOnId,
      next: 'Tunggu sampai selesai.',
    },
    'needs-supervisor': {
      what: 'Hanya pengawas yang boleh mengubah ini.',
      money: goesOnId,
      next: 'Minta pengawas masuk dulu.',
    },
  } satisfies Record<UpdateProblemCode, Advice>,
};

const goesOnEn = 'Loket goes on with the version it has.';
const ledgerStaysEn = 'The ledger is unchanged.';

export const updateWordsEn: typeof updateWordsId = {
  what: 'Loket does not update itself. The owner says from where and when; never while a payment is uncertain, and never when Loket is closed.',
  takesNone: 'This build of Loket takes no updates: no signing key was built into it.',
  takesNoneNext: 'Install a new version by its own installer.',
  version: (version, kind) => `Running: Loket ${version} (${kind})`,
  packages: {
    nsis: 'Windows installer',
    deb: 'Debian package',
    AppImage: 'AppImage',
    'tar.gz': 'installed by hand',
  },
  source: 'Source of updates',
  sources: { off: 'Off', folder: 'Folder or stick', address: 'https address' },
  sourceNote: 'Looked at once a day. Only files signed by the makers of Loket are installed.',
  folder: 'Folder',
  folderNote: 'The folder that holds loket-update.json.',
  choose: 'Choose a folder…',
  url: 'Address',
  urlNote: 'The address of the folder that holds loket-update.json.',
  missing: 'Must be filled in.',
  newerPart: 'A newer version',
  check: 'Look now',
  checking: 'Looking…',
  isOff: 'Off: choose a source below first.',
  neverChecked: 'Not looked at since Loket was opened.',
  upToDate: (when) => `Nothing newer (looked at ${when}).`,
  offered: (version, released, size) => `There is Loket ${version} of ${released} (${size}).`,
  fetch: 'Fetch the file',
  fetching: 'The file is being fetched and checked. Loket can go on selling.',
  fetched: 'The file is on this computer, whole.',
  byHand:
    'This Loket was installed by hand, and so is a new version. Close Loket first. The file was checked:',
  byHandCommand: 'The command, for a technician:',
  install: 'Install…',
  installTitle: (version) => `Install Loket ${version} now?`,
  installWhat:
    'The ledger is backed up first, then Loket closes, is updated and opens again. Leave the computer on until Loket is open again.',
  installConfirm: 'Install and reopen',
  installing: 'The ledger is backed up, then the other version is installed. Leave the computer on.',
  previousPart: 'The version before',
  noPrevious: 'The installer of the version before is not on this computer.',
  previous: (version) => `Loket ${version} can be put back.`,
  previousNote: 'The ledger stays as it is now: this never brings back an older one.',
  putBack: 'Put back…',
  putBackTitle: (version) => `Go back to Loket ${version}?`,
  putBackWhat:
    'The ledger is backed up first and does not change, then Loket closes and the version before opens. Leave the computer on until Loket is open again.',
  putBackConfirm: 'Go back and reopen',
  brokenOff: 'It came to nothing, for an unforeseen fault. Loket goes on with the version it has.',
  restarting: 'Loket closes and opens again…',
  works: {
    none: '',
    checking: 'The source is being looked at.',
    fetching: 'The file is being fetched.',
    installing: 'It is being installed.',
  },
  problems: {
    'no-release-key': {
      what: 'This build of Loket takes no updates.',
      money: goesOnEn,
      next: 'Install a new version by its own installer.',
    },
    'address-not-allowed': {
      what: 'That address is not used: it must be https, without a user name and a question mark.',
      money: goesOnEn,
      next: 'Correct the address and save it.',
    },
    'source-gone': {
      what: 'The source of updates is not there: stick pulled out, folder moved, or no network.',
      money: goesOnEn,
      next: 'Plug the stick in or check the network, then try again.',
    },
    'source-refused': {
      what: 'That address answers with something that is no file of an update.',
      money: goesOnEn,
      next: 'Check the address. One that sends on to another place is not followed.',
    },
    'no-manifest': {
      what: 'There is no loket-update.json with its signature at that source.',
      money: goesOnEn,
      next: 'Check the folder or the address.',
    },
    'bad-signature': {
      what: 'That update was not signed by the makers of Loket, or it was changed.',
      money: 'Nothing was installed. ' + goesOnEn,
      next: 'Do not use that source. Ask the makers of Loket for new files.',
    },
    'manifest-unreadable': {
      what: 'That update was written for a newer Loket than this version knows.',
      money: goesOnEn,
      next: 'Install the new version by its own installer.',
    },
    'schema-downgrade': {
      what: 'That version does not know the ledger as it is now.',
      money: 'It is not installed, since it could not open the ledger. ' + ledgerStaysEn,
      next: 'Ask the makers of Loket for a newer one.',
    },
    'needs-step': {
      what: 'That version cannot be installed over this one directly.',
      money: goesOnEn,
      next: 'Install the version in between first.',
    },
    'not-for-this-machine': {
      what: 'That source has no file for the way this Loket was installed.',
      money: goesOnEn,
      next: 'Ask for the fitting file, or install it by hand.',
    },
    'file-altered': {
      what: 'The file of the update is not the one that was signed, and was thrown away.',
      money: 'Nothing was installed. ' + goesOnEn,
      next: 'Fetch it again. If it stays so, ask for a new file: the stick or the network may be failing.',
    },
    'no-room-here': {
      what: 'This computer’s disk has no room for the update.',
      money: goesOnEn,
      next: 'Free the disk (delete large files, empty the Recycle Bin), then try again.',
    },
    'file-not-written': {
      what: 'Not saved: the data folder cannot be written to.',
      money: goesOnEn,
      next: 'Check the space on the disk, then try again.',
    },
    'not-offered': {
      what: 'That version was not fetched yet, or is offered no longer.',
      money: goesOnEn,
      next: 'Look at the source again, then fetch the file.',
    },
    'payment-open': {
      what: 'A payment is not certain yet, or under way.',
      money: 'The program is not replaced meanwhile. Pay nothing again.',
      next: 'Wait until it is certain or decide it first, then install.',
    },
    'sale-running': {
      what: 'A basket or a lot is still going on.',
      money: 'The program is not replaced in the middle of a sale.',
      next: 'Finish it first, then install.',
    },
    printing: {
      what: 'A receipt is being printed.',
      money: goesOnEn,
      next: 'Wait until it is done, then install.',
    },
    'selling-stopped': {
      what: 'Selling has stopped for a fault.',
      money: goesOnEn,
      next: 'See to that first, as it says at the top of the screen.',
    },
    'backup-failed': {
      what: 'The ledger could not be backed up, so nothing was installed.',
      money: ledgerStaysEn,
      next: 'Check the folder for backups in Settings, under Backups, then try again.',
    },
    'nothing-kept': {
      what: 'The installer of the version before is not on this computer.',
      money: goesOnEn,
      next: 'If it is needed, have a technician install it from its own file.',
    },
    'ledger-moved-on': {
      what: 'The ledger has moved on: the version before cannot read it any more.',
      money: 'No older ledger is brought back, since what was paid since would go out of view.',
      next: 'Stay with this version, and ask the makers of Loket for a mended one.',
    },
    'settings-moved-on': {
      what: 'The settings have moved on: the version before cannot read them any more.',
      money: ledgerStaysEn,
      next: 'Stay with this version, and ask the makers of Loket for a mended one.',
    },
    'not-permitted': {
      what: 'The system did not allow it: no password was given, or the program’s place takes no writing.',
      money: 'Nothing was installed. ' + goesOnEn,
      next: 'Try again and give the computer’s password, or ask a technician.',
    },
    'install-failed': {
      what: 'The installer failed.',
      money: ledgerStaysEn,
      next: 'Loket can still be used. Try again, or have a technician look at the log.',
    },
    'by-hand': {
      what: 'This Loket cannot install anything by itself on this computer.',
      money: goesOnEn,
      next: 'Have a technician install the file that this page names.',
    },
    'update-busy': {
      what: 'An update is still being worked on.',
      money: goesOnEn,
      next: 'Wait until it is done.',
    },
    'needs-supervisor': {
      what: 'Only a supervisor may change this.',
      money: goesOnEn,
      next: 'Have a supervisor sign in first.',
    },
  },
};
