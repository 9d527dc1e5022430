import type { VaultProblemCode } from '../contract/vault.ts';
import type { KeyStoreName, VaultTrouble } from '../vault-state.ts';
import type { Advice } from './advice.ts';

/** The words about what the billers' credentials are kept by. `settings` is the key that opens the settings. */
export const vaultWordsId = (settings: string) => {
  const names: Record<KeyStoreName, string> = {
    gnome_libsecret: 'keyring GNOME',
    kwallet: 'KWallet 4',
    kwallet5: 'KWallet 5',
    kwallet6: 'KWallet 6',
    keychain: 'Keychain macOS',
    dpapi: 'penyimpan rahasia Windows',
    unknown: 'tempat rahasia lain',
  };
  const money =
    'Uang, saldo dan catatan penjualan aman. Pembayaran yang belum pasti tetap tercatat, tetapi belum bisa dicek.';
  return {
    label: 'Kunci akun',
    short: 'Akun terkunci',
    intro:
      'Akun di penyedia (kata sandi, kunci API) disimpan tersandi. Yang membukanya adalah tempat rahasia komputer ini, atau frasa sandi pemilik.',
    keyStore: 'Tempat rahasia komputer',
    keyStores: {
      open: (name: KeyStoreName) => `${names[name]}: terbuka.`,
      locked: (name: KeyStoreName) => `${names[name]}: ada, tetapi terkunci.`,
      none: 'Tidak ada. Tanpa frasa sandi, akun tidak bisa disimpan.',
    },
    passphraseState: 'Frasa sandi',
    passphraseStates: {
      'not-set': 'Tidak dipakai.',
      asked: 'Dipakai, belum dimasukkan sejak Loket dibuka.',
      open: 'Dipakai, dan sudah dimasukkan. Diminta lagi setiap kali Loket dibuka.',
    },
    troubleOf: (trouble: VaultTrouble): Advice => {
      switch (trouble.kind) {
        case 'passphrase-asked':
          return {
            what: 'Akun di penyedia masih terkunci: frasa sandi pemilik belum dimasukkan.',
            money,
            next: 'Masukkan frasa sandinya. Sementara itu riwayat, laporan dan cetak ulang tetap bisa dibuka.',
          };
        case 'key-store-locked':
          return {
            what: `Akun di penyedia masih terkunci: ${names[trouble.name]} di komputer ini belum dibuka.`,
            money,
            next: 'Buka keyring-nya (biasanya dengan kata sandi masuk komputer), lalu tekan Coba lagi.',
          };
        case 'key-store-changed':
          return {
            what:
              trouble.now === null
                ? `Akun di penyedia dulu dikunci dengan ${names[trouble.sealedBy]}, dan sekarang komputer ini dibuka tanpa tempat rahasia apa pun.`
                : `Akun di penyedia dulu dikunci dengan ${names[trouble.sealedBy]}, dan sekarang komputer ini memakai ${names[trouble.now]}.`,
            money,
            next: 'Keluar dari komputer dan masuk lagi dengan sesi desktop yang dulu dipakai; akunnya langsung terbuka. Kalau sesi itu tidak dipakai lagi, isi ulang akunnya di Setelan.',
          };
        case 'not-opened':
          return {
            what: 'Akun yang tersimpan tidak bisa dibuka di komputer ini: kuncinya milik pengguna atau komputer lain.',
            money,
            next: `Masuk sebagai pengguna komputer yang dulu, atau isi ulang akunnya di Setelan (${settings}).`,
          };
      }
    },
    /** Where a number would be asked for. */
    notReady: (name: string) =>
      `Akun ${name} masih terkunci, jadi tagihan belum bisa dicek. Buka kuncinya di Setelan (${settings}), Kunci akun.`,
    openHere: 'Buka kuncinya',
    passphrase: 'Frasa sandi pemilik',
    unlock: 'Buka',
    unlocked: 'Terbuka. Loket siap berjualan.',
    checking: 'Memeriksa frasa sandi…',
    retry: 'Coba lagi',
    retryNote: 'Kalau masih terkunci, Loket ditutup dan dibuka lagi untuk mencarinya.',
    toPage: 'Ke Setelan, Kunci akun',
    set: 'Pakai frasa sandi',
    change: 'Ganti frasa sandi',
    setNote:
      'Untuk komputer tanpa tempat rahasia, atau kalau Anda tidak mau akun terbuka begitu komputer dinyalakan. Loket meminta frasa ini setiap kali dibuka dan tidak pernah menyimpannya. Kalau lupa, akun harus diisi ulang.',
    current: 'Frasa sandi sekarang',
    next: 'Frasa sandi baru',
    nextNote: 'Paling sedikit 10 huruf; beberapa kata yang tidak berhubungan paling baik.',
    again: 'Ulangi frasa sandi baru',
    tooShort: 'Paling sedikit 10 huruf.',
    differs: 'Tidak sama dengan yang di atas.',
    pin: 'PIN pemilik',
    save: 'Kunci dengan frasa ini',
    saved: 'Tersimpan. Akun sekarang dikunci dengan frasa sandi ini.',
    leave: 'Kembali ke tempat rahasia komputer',
    left: 'Tersimpan. Akun sekarang dikunci oleh komputer ini.',
    forget: 'Lupakan semua akun…',
    forgetNote:
      'Hanya kalau frasa sandinya lupa atau kuncinya hilang. Akun di semua penyedia dihapus dari komputer ini dan harus diisi ulang. Catatan penjualan dan pembayaran yang belum pasti tetap ada; yang belum pasti dicek lagi setelah akun yang sama diisi.',
    forgetNow: 'Ya, lupakan semua akun',
    forgotten: 'Semua akun dihapus dari komputer ini. Isi ulang di halaman penyedianya.',
    cancel: 'Batal',
    problems: {
      'no-pin': 'PIN pemilik belum dibuat.',
      'wrong-pin': 'PIN pemilik salah. Tidak ada yang diubah.',
      'pin-locked':
        'PIN terlalu sering salah, jadi dikunci sebentar. Tunggu sebentar (paling lama 15 menit), lalu coba lagi.',
      'no-passphrase': 'Tidak ada frasa sandi yang dipakai di sini.',
      'wrong-passphrase': 'Frasa sandi salah. Akun tetap terkunci.',
      'too-many-guesses':
        'Frasa sandi terlalu sering salah. Tunggu sebentar (paling lama 15 menit), lalu coba lagi.',
      'no-key-store': 'Tidak diubah: tempat rahasia komputer ini tidak ada atau terkunci.',
      'payment-unresolved': 'Belum bisa: ada pembayaran yang sedang berjalan. Tunggu sampai selesai.',
      'file-not-written':
        'Tidak diubah: berkasnya tidak bisa ditulis. Periksa sisa ruang disk dan hak akses.',
      'needs-supervisor': 'Tidak diubah: hanya pengawas yang boleh. Minta pengawas masuk dulu.',
    } satisfies Record<VaultProblemCode, string>,
  };
};

export const vaultWordsEn = (settings: string): ReturnType<typeof vaultWordsId> => {
  const names: Record<KeyStoreName, string> = {
    gnome_libsecret: 'the GNOME keyring',
    kwallet: 'KWallet 4',
    kwallet5: 'KWallet 5',
    kwallet6: 'KWallet 6',
    keychain: 'the macOS keychain',
    dpapi: 'Windows data protection',
    unknown: 'another key store',
  };
  const money =
    'Money, deposits and records are safe. Payments that are not certain stay recorded, and cannot be asked after yet.';
  return {
    label: 'Account lock',
    short: 'Accounts locked',
    intro:
      "The accounts with the billers (passwords, API keys) are stored encrypted. This computer's key store opens them, or the owner's passphrase.",
    keyStore: "This computer's key store",
    keyStores: {
      open: (name) => `Open: ${names[name]}.`,
      locked: (name) => `There, and locked: ${names[name]}.`,
      none: 'None. Without a passphrase no account can be stored.',
    },
    passphraseState: 'Passphrase',
    passphraseStates: {
      'not-set': 'Not used.',
      asked: 'Used, and not given since Loket was opened.',
      open: 'Used, and given. It is asked for whenever Loket is opened.',
    },
    troubleOf: (trouble) => {
      switch (trouble.kind) {
        case 'passphrase-asked':
          return {
            what: "The accounts with the billers are locked: the owner's passphrase has not been given yet.",
            money,
            next: 'Give the passphrase. Meanwhile history, reports and reprints are there as ever.',
          };
        case 'key-store-locked':
          return {
            what: `The accounts with the billers are locked: ${names[trouble.name]} of this computer is not open.`,
            money,
            next: "Open the keyring (usually with the computer's own password), then press Try again.",
          };
        case 'key-store-changed':
          return {
            what:
              trouble.now === null
                ? `The accounts were locked by ${names[trouble.sealedBy]}, and this computer now runs without any key store.`
                : `The accounts were locked by ${names[trouble.sealedBy]}, and this computer now uses ${names[trouble.now]}.`,
            money,
            next: 'Sign out of the computer and in again with the desktop session of before; the accounts open at once. If that session is not used any more, fill the accounts in again in the settings.',
          };
        case 'not-opened':
          return {
            what: "The stored accounts cannot be opened here: their key is another user's or another computer's.",
            money,
            next: `Sign in as the computer's user of before, or fill the accounts in again in the settings (${settings}).`,
          };
      }
    },
    notReady: (name) =>
      `The account with ${name} is locked, so bills cannot be looked up yet. Open it in the settings (${settings}), Account lock.`,
    openHere: 'Open the lock',
    passphrase: "The owner's passphrase",
    unlock: 'Open',
    unlocked: 'Open. Loket is ready to sell.',
    checking: 'Looking at the passphrase…',
    retry: 'Try again',
    retryNote: 'If it is still locked, Loket closes and opens again to look for it.',
    toPage: 'To the settings, Account lock',
    set: 'Use a passphrase',
    change: 'Change the passphrase',
    setNote:
      'For a computer without a key store, or where the accounts should not be open as soon as the computer is on. Loket asks for it whenever it is opened and never stores it. If it is forgotten, the accounts must be filled in again.',
    current: 'Passphrase now',
    next: 'New passphrase',
    nextNote: 'At least 10 characters; a few words that have nothing to do with each other are best.',
    again: 'New passphrase again',
    tooShort: 'At least 10 characters.',
    differs: 'Not the same as above.',
    pin: "The owner's PIN",
    save: 'Lock with this passphrase',
    saved: 'Saved. The accounts are locked by this passphrase now.',
    leave: "Back to this computer's key store",
    left: 'Saved. The accounts are locked by this computer now.',
    forget: 'Forget all accounts…',
    forgetNote:
      'Only where the passphrase is forgotten or the key is gone. The accounts with all billers are removed from this computer and must be filled in again. Records and payments that are not certain stay; these are asked after again once the same account is filled in.',
    forgetNow: 'Yes, forget all accounts',
    forgotten: "All accounts are removed from this computer. Fill them in again on the billers' pages.",
    cancel: 'Cancel',
    problems: {
      'no-pin': "There is no owner's PIN yet.",
      'wrong-pin': "The owner's PIN is wrong. Nothing was changed.",
      'pin-locked': 'Too many wrong PINs. Wait a while (15 minutes at most), then try again.',
      'no-passphrase': 'No passphrase is used here.',
      'wrong-passphrase': 'Wrong passphrase. The accounts stay locked.',
      'too-many-guesses': 'Too many wrong passphrases. Wait a while (15 minutes at most), then try again.',
      'no-key-store': "Not changed: this computer's key store is not there, or is locked.",
      'payment-unresolved': 'Not yet: a payment is being made. Wait until it is done.',
      'file-not-written':
        'Not changed: the file cannot be written. Check the free disk space and the rights.',
      'needs-supervisor': 'Not changed: only a supervisor may. Ask one to sign in first.',
    },
  };
};
