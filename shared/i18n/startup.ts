import type { ProvisionFault } from '../provision.ts';
import type { Language } from '../settings.ts';

/** Why the program does not open. Whatever is named here, nothing was sent and no payment is lost. */
export type StartupProblem =
  | { readonly code: 'settings-unreadable'; readonly file: string }
  | { readonly code: 'was-live' | 'ledger-lost'; readonly folder: string }
  | {
      readonly code: 'other-kind' | 'not-a-ledger' | 'newer-version' | 'not-durable';
      readonly file: string;
    }
  | { readonly code: 'unreadable'; readonly file: string; readonly detail: string }
  | { readonly code: 'provision-refused'; readonly reason: ProvisionFault['code']; readonly where: string }
  | { readonly code: 'unforeseen'; readonly detail: string };

interface Words {
  readonly title: string;
  readonly body: string;
}

const nothingSent = {
  id: 'Loket tidak dibuka, dan tidak ada pembayaran yang dikirim.',
  en: 'Loket does not open, and no payment is sent.',
} as const satisfies Record<Language, string>;

/** The words of a box that is shown before there is a window: what happened, about the money, what to do now. */
export function startupWords(problem: StartupProblem, language: Language): Words {
  const { what, now } = explanations[language](problem);
  return {
    title: language === 'id' ? 'Loket belum bisa dibuka' : 'Loket cannot open yet',
    body: `${what}\n\n${nothingSent[language]}\n\n${now}`,
  };
}

interface Explanation {
  readonly what: string;
  readonly now: string;
}

const inIndonesian = (problem: StartupProblem): Explanation => {
  switch (problem.code) {
    case 'settings-unreadable':
      return {
        what: `Berkas pengaturan tidak terbaca: ${problem.file}`,
        now: 'Kembalikan berkas itu dari cadangan, atau minta teknisi memeriksanya. Jangan dihapus.',
      };
    case 'was-live':
      return {
        what: `Loket ini pernah dipakai untuk pembayaran sungguhan, tetapi pengaturannya hilang dari ${problem.folder}`,
        now: 'Kembalikan settings.json dari cadangan. Loket sengaja tidak pindah sendiri ke mode latihan.',
      };
    case 'ledger-lost':
      return {
        what: `Buku pembayaran (ledger.db) tidak ada lagi di ${problem.folder}`,
        now: 'Kembalikan berkas itu dari cadangan sebelum berjualan lagi.',
      };
    case 'other-kind':
      return {
        what: `Buku pembayaran ini dibuat untuk mode lain: ${problem.file}`,
        now: 'Kembalikan buku yang benar dari cadangan. Buku latihan tidak pernah menjadi buku sungguhan.',
      };
    case 'not-a-ledger':
      return {
        what: `Berkas ini bukan buku pembayaran Loket: ${problem.file}`,
        now: 'Pindahkan berkas itu dari folder data, dan kembalikan buku yang benar dari cadangan.',
      };
    case 'newer-version':
      return {
        what: `Buku pembayaran ini ditulis oleh Loket yang lebih baru: ${problem.file}`,
        now: 'Pasang Loket versi terbaru.',
      };
    case 'not-durable':
      return {
        what: `Komputer ini tidak menjamin tulisan sampai ke disk: ${problem.file}`,
        now: 'Pindahkan folder data ke disk komputer sendiri, bukan folder jaringan.',
      };
    case 'unreadable':
      return {
        what: `Buku pembayaran tidak bisa dibuka: ${problem.file} (${problem.detail})`,
        now: 'Pastikan disk tidak penuh dan folder boleh ditulisi, lalu buka Loket lagi.',
      };
    case 'provision-refused':
      return {
        what: `provision.json tidak dipakai: ${refusedBecause(problem, 'id')}`,
        now: 'Perbaiki berkas itu, lalu buka Loket lagi. Tanpa berkas itu Loket terbuka dalam mode latihan.',
      };
    case 'unforeseen':
      return {
        what: `Ada yang tidak terduga: ${problem.detail}`,
        now: 'Buka Loket sekali lagi. Kalau tetap begini, minta teknisi melihat catatan di folder data.',
      };
  }
};

const inEnglish = (problem: StartupProblem): Explanation => {
  switch (problem.code) {
    case 'settings-unreadable':
      return {
        what: `The settings cannot be read: ${problem.file}`,
        now: 'Restore the file from a backup or ask a technician. Do not delete it.',
      };
    case 'was-live':
      return {
        what: `This counter has made real payments, and its settings are gone from ${problem.folder}`,
        now: 'Restore settings.json from a backup. Loket does not go into training mode by itself.',
      };
    case 'ledger-lost':
      return {
        what: `The ledger (ledger.db) is no longer in ${problem.folder}`,
        now: 'Restore it from a backup before selling again.',
      };
    case 'other-kind':
      return {
        what: `This ledger was made for another mode: ${problem.file}`,
        now: 'Restore the right one from a backup. A training ledger never becomes a real one.',
      };
    case 'not-a-ledger':
      return {
        what: `This file is not a ledger of Loket: ${problem.file}`,
        now: 'Move it out of the data folder and restore the right ledger from a backup.',
      };
    case 'newer-version':
      return { what: `A newer Loket wrote this ledger: ${problem.file}`, now: 'Install the newest Loket.' };
    case 'not-durable':
      return {
        what: `This computer does not warrant that what is written reaches the disk: ${problem.file}`,
        now: "Move the data folder to the computer's own disk, not a network folder.",
      };
    case 'unreadable':
      return {
        what: `The ledger cannot be opened: ${problem.file} (${problem.detail})`,
        now: 'See that the disk is not full and the folder can be written to, then open Loket again.',
      };
    case 'provision-refused':
      return {
        what: `provision.json was not taken: ${refusedBecause(problem, 'en')}`,
        now: 'Mend the file and open Loket again. Without that file Loket opens in training mode.',
      };
    case 'unforeseen':
      return {
        what: `Something unforeseen: ${problem.detail}`,
        now: 'Open Loket once more. If it stays so, have a technician look at the log in the data folder.',
      };
  }
};

const explanations: Readonly<Record<Language, (problem: StartupProblem) => Explanation>> = {
  id: inIndonesian,
  en: inEnglish,
};

/** What is told where a provisioning file was refused and the counter opens as it was set before. */
export function provisionWords({ code, where }: ProvisionFault, language: Language): Words {
  const because = refusedBecause({ reason: code, where }, language);
  return language === 'id'
    ? {
        title: 'provision.json tidak dipakai',
        body: `${because}\n\nLoket dibuka dengan setelan yang lama. Tidak ada yang berubah pada uang dan catatan.\n\nPerbaiki berkas itu, lalu buka Loket lagi.`,
      }
    : {
        title: 'provision.json was not taken',
        body: `${because}\n\nLoket opens with the settings it had. Nothing about money or the ledger has changed.\n\nMend the file and open Loket again.`,
      };
}

const refusedBecause = (
  { reason, where }: { readonly reason: ProvisionFault['code']; readonly where: string },
  language: Language,
): string => `${provisionFaults[language][reason]}${where === '' ? '' : ` (${where})`}`;

const provisionFaults: Readonly<Record<Language, Readonly<Record<ProvisionFault['code'], string>>>> = {
  id: {
    unreadable: 'berkas tidak bisa dibaca atau terlalu besar.',
    'not-json': 'isinya bukan JSON yang benar.',
    invalid: 'ada isian yang tidak sesuai.',
    'no-such-biller': 'biller itu tidak ada, atau belum ada biller untuk jenis loket yang diminta.',
    'address-not-allowed': 'alamat layanan harus https, atau http ke komputer ini sendiri.',
    'credentials-missing': 'rahasia akun belum lengkap.',
    'no-key-store': 'komputer ini tidak punya tempat menyimpan rahasia.',
    'payment-unresolved': 'masih ada pembayaran yang belum pasti di biller itu.',
    'was-live': 'loket ini pernah dipakai sungguhan, dan berkas tidak menyebut apa yang dibuka.',
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
    'payment-unresolved': 'a payment at that biller is not certain yet.',
    'was-live': 'this counter was live once, and the file does not say what to open.',
    'file-not-written': 'settings or the file could not be written. Check disk space and rights.',
  },
};
