import type { ProvisionFault } from '../provision-fault.ts';
import type { Language } from '../settings.ts';

/** Why a file was not taken, and the place in it. */
export const provisionFaultWords = ({ code, where }: ProvisionFault, language: Language): string =>
  `${provisionFaults[language][code]}${where === '' ? '' : ` (${where})`}`;

const provisionFaults: Readonly<Record<Language, Readonly<Record<ProvisionFault['code'], string>>>> = {
  id: {
    unreadable: 'berkas tidak bisa dibaca atau terlalu besar.',
    'not-json': 'isinya bukan JSON yang benar.',
    invalid: 'ada isian yang tidak sesuai.',
    'no-such-biller': 'biller itu tidak ada, atau belum ada biller untuk jenis loket yang diminta.',
    'address-not-allowed': 'alamat layanan harus https, atau http ke komputer ini sendiri.',
    'credentials-missing': 'rahasia akun belum lengkap.',
    'no-key-store': 'komputer ini tidak punya tempat menyimpan rahasia.',
    'vault-locked':
      'akun di loket ini dikunci frasa sandi, jadi berkas tidak bisa membawa rahasia. Isi akunnya di Setelan, atau lepas dulu frasanya.',
    'payment-unresolved': 'masih ada pembayaran yang belum pasti di biller itu.',
    'was-live': 'loket ini pernah dipakai sungguhan, dan berkas tidak menyebut apa yang dibuka.',
    'secrets-stay':
      'berkasnya tidak boleh ditulisi, jadi rahasia di dalamnya tidak bisa dihapus. Pindahkan ke tempat yang bisa ditulisi.',
    'not-owned': 'berkas atau foldernya bisa ditulisi orang lain, bukan hanya pengelola komputer.',
    'file-not-written': 'setelan atau berkasnya tidak bisa ditulis. Periksa sisa ruang disk dan hak akses.',
  },
  en: {
    unreadable: 'the file cannot be read or is too large.',
    'not-json': 'it is not JSON.',
    invalid: 'a field is not as it should be.',
    'no-such-biller': 'there is no such biller, or none is set up for the kind of counter asked for.',
    'address-not-allowed': 'the service address must be https, or http to this computer.',
    'credentials-missing': 'the account’s secrets are not complete.',
    'no-key-store': 'this computer has no place to keep secrets.',
    'vault-locked':
      'the accounts here are locked by a passphrase, so a file cannot bring secrets. Enter the account in the settings, or leave the passphrase first.',
    'payment-unresolved': 'a payment at that biller is not certain yet.',
    'was-live': 'this counter was live once, and the file does not say what to open.',
    'secrets-stay':
      'it lies where it cannot be rewritten, so its secrets would stay in it. Move it where it can be written.',
    'not-owned': 'others than the administrator of the computer may write it, or its folder.',
    'file-not-written': 'settings or the file could not be written. Check disk space and rights.',
  },
};
