import type { BackupPreview } from '../contract/backups.ts';
import type { FaultInFile, ProvisionFault } from '../provision-fault.ts';
import { provisionFaultWords } from './provision-faults.ts';
import type { Language } from '../settings.ts';
import { formatDateTime, type Instant, type Zone } from '../time.ts';

/** Why the program does not open. Whatever is named here, nothing was sent and no payment is lost. */
export type StartupProblem =
  | { readonly code: 'settings-unreadable'; readonly file: string }
  | { readonly code: 'was-live' | 'ledger-lost'; readonly folder: string }
  | {
      readonly code: 'other-kind' | 'not-a-ledger' | 'not-durable';
      readonly file: string;
    }
  /** The ledger is of schema `version`, and this program knows no more than `knows`; `needs` opens it, where that is noted. */
  | {
      readonly code: 'newer-version';
      readonly file: string;
      readonly version: number;
      readonly knows: number;
      readonly needs: string | null;
    }
  /** Another Loket, perhaps under another user's name, works on this data folder; or nobody can tell. */
  | { readonly code: 'already-open' | 'cannot-lock'; readonly folder: string }
  /** A folder on the network or one that a program copies about takes writing without keeping it. */
  | {
      readonly code: 'unsafe-folder';
      readonly folder: string;
      readonly because: 'network' | 'synced';
    }
  | { readonly code: 'locked' | 'read-only' | 'disk-full' | 'corrupt'; readonly file: string }
  /** An entry was edited or removed by something else; `seq` is the first that does not fit. */
  | { readonly code: 'altered'; readonly file: string; readonly seq: number }
  | { readonly code: 'restore-failed'; readonly file: string; readonly detail: string }
  | { readonly code: 'unreadable'; readonly file: string; readonly detail: string }
  | {
      readonly code: 'provision-refused';
      readonly reason: ProvisionFault['code'];
      readonly where: string;
      readonly file: string;
    }
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
        what: `Buku pembayaran ini sudah dipakai Loket yang lebih baru, dan versi ini tidak bisa membacanya: ${problem.file} (susunan ${problem.version}; versi ini mengenal sampai ${problem.knows}).`,
        now: `Pasang Loket ${problem.needs === null ? 'versi terbaru' : `${problem.needs} atau yang lebih baru`}, lalu buka lagi. Jangan kembalikan buku lama: yang terbayar sejak itu tidak akan terlihat, padahal uangnya sudah berpindah.`,
      };
    case 'not-durable':
      return {
        what: `Komputer ini tidak menjamin tulisan sampai ke disk: ${problem.file}`,
        now: 'Pindahkan folder data ke disk komputer sendiri, bukan folder jaringan.',
      };
    case 'already-open':
      return {
        what: `Loket lain sedang memakai folder data ini: ${problem.folder}`,
        now: 'Pakai Loket yang sudah terbuka. Kalau tidak terlihat, mungkin dibuka oleh pengguna Windows lain di komputer ini: keluarkan (log off) pengguna itu, lalu buka Loket lagi.',
      };
    case 'cannot-lock':
      return {
        what: `Loket tidak bisa memastikan bahwa hanya satu Loket memakai folder data ini: ${problem.folder}`,
        now: 'Pindahkan folder data ke disk komputer sendiri yang boleh ditulisi, lalu buka Loket lagi.',
      };
    case 'unsafe-folder':
      return problem.because === 'network'
        ? {
            what: `Folder data ada di jaringan: ${problem.folder}. Di sana tulisan bisa hilang, dan dua komputer bisa membayar tagihan yang sama.`,
            now: 'Pindahkan folder data ke disk komputer sendiri, lalu buka Loket lagi.',
          }
        : {
            what: `Folder data ikut disinkronkan program lain (OneDrive, Google Drive, Dropbox): ${problem.folder}. Program itu bisa mengembalikan catatan lama di atas yang baru.`,
            now: 'Pindahkan folder data ke luar folder yang disinkronkan, lalu buka Loket lagi.',
          };
    case 'locked':
      return {
        what: `Program lain sedang memegang buku pembayaran: ${problem.file}`,
        now: 'Tutup program lain yang membuka folder itu (antivirus, sinkronisasi, cadangan), lalu buka Loket lagi.',
      };
    case 'read-only':
      return {
        what: `Buku pembayaran tidak boleh ditulisi: ${problem.file}`,
        now: 'Buka hak tulis berkas dan foldernya atau lepas kunci disknya, lalu buka Loket lagi.',
      };
    case 'disk-full':
      return {
        what: `Disk penuh, jadi pembayaran tidak bisa dicatat: ${problem.file}`,
        now: 'Kosongkan disk (hapus berkas besar, kosongkan Recycle Bin), lalu buka Loket lagi.',
      };
    case 'corrupt':
      return {
        what: `Buku pembayaran rusak: ${problem.file}`,
        now: 'Jangan hapus apa pun. Pulihkan cadangan, atau minta teknisi menyelamatkan berkas itu. Disknya mungkin ikut rusak.',
      };
    case 'altered':
      return {
        what: `Buku pembayaran diubah atau dihapus sebagian oleh sesuatu di luar Loket: ${problem.file}, mulai catatan ke-${problem.seq}`,
        now: 'Jangan hapus apa pun dan jangan bayar ulang apa pun. Pulihkan cadangan, lalu cocokkan dengan daftar penyedia.',
      };
    case 'restore-failed':
      return {
        what: `Cadangan tidak bisa dipulihkan: ${problem.file} (${problem.detail})`,
        now: 'Catatan yang lama masih ada dan tidak berubah. Pilih cadangan lain, atau minta teknisi.',
      };
    case 'unreadable':
      return {
        what: `Buku pembayaran tidak bisa dibuka: ${problem.file} (${problem.detail})`,
        now: 'Pastikan disk tidak penuh dan folder boleh ditulisi, lalu buka Loket lagi.',
      };
    case 'provision-refused':
      return {
        what: `${problem.file} tidak dipakai: ${refusedBecause(problem, 'id')}`,
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
      return {
        what: `A newer Loket has used this ledger, and this version cannot read it: ${problem.file} (schema ${problem.version}; this version knows up to ${problem.knows}).`,
        now: `Install ${problem.needs === null ? 'the newest Loket' : `Loket ${problem.needs} or a newer one`}, then open it again. Do not bring back an older ledger: what was paid since would not be shown, although that money has moved.`,
      };
    case 'not-durable':
      return {
        what: `This computer does not warrant that what is written reaches the disk: ${problem.file}`,
        now: "Move the data folder to the computer's own disk, not a network folder.",
      };
    case 'already-open':
      return {
        what: `Another Loket is using this data folder: ${problem.folder}`,
        now: 'Use the one that is open. If you cannot see it, another Windows user of this computer may have opened it: sign that user out, then open Loket again.',
      };
    case 'cannot-lock':
      return {
        what: `Loket cannot make sure that it is the only one to use this data folder: ${problem.folder}`,
        now: "Move the data folder to the computer's own disk, where it can be written to, then open Loket again.",
      };
    case 'unsafe-folder':
      return problem.because === 'network'
        ? {
            what: `The data folder is on the network: ${problem.folder}. What is written there can be lost, and two computers could pay the same bill.`,
            now: "Move the data folder to the computer's own disk, then open Loket again.",
          }
        : {
            what: `Another program synchronises the data folder (OneDrive, Google Drive, Dropbox): ${problem.folder}. It may put old records over new ones.`,
            now: 'Move the data folder out of what is synchronised, then open Loket again.',
          };
    case 'locked':
      return {
        what: `Another program holds the ledger: ${problem.file}`,
        now: 'Close other programs that use that folder (antivirus, syncing, backup), then open Loket again.',
      };
    case 'read-only':
      return {
        what: `The ledger takes no writing: ${problem.file}`,
        now: 'Allow writing to the file and its folder or unlock the disk, then open Loket again.',
      };
    case 'disk-full':
      return {
        what: `The disk is full, so payments cannot be recorded: ${problem.file}`,
        now: 'Free the disk (delete large files, empty the Recycle Bin), then open Loket again.',
      };
    case 'corrupt':
      return {
        what: `The ledger is damaged: ${problem.file}`,
        now: 'Delete nothing. Restore a backup, or have a technician rescue the file. The disk may be failing.',
      };
    case 'altered':
      return {
        what: `Something other than Loket has changed or removed part of the ledger: ${problem.file}, from entry ${problem.seq} on`,
        now: "Delete nothing and pay nothing again. Restore a backup, then compare it with the billers' lists.",
      };
    case 'restore-failed':
      return {
        what: `The backup could not be restored: ${problem.file} (${problem.detail})`,
        now: 'The records that were there are still there, unchanged. Choose another backup, or ask a technician.',
      };
    case 'unreadable':
      return {
        what: `The ledger cannot be opened: ${problem.file} (${problem.detail})`,
        now: 'See that the disk is not full and the folder can be written to, then open Loket again.',
      };
    case 'provision-refused':
      return {
        what: `${problem.file} was not taken: ${refusedBecause(problem, 'en')}`,
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

/** What is known of the newest backup while there is no ledger to compare it with. */
type OfferedBackup = Pick<BackupPreview, 'at' | 'newestAt' | 'payments' | 'unresolved'>;

/** What stands under the words of a ledger that cannot be opened, and the two answers. */
export interface RestoreOffer {
  readonly words: string;
  /** The answer that changes nothing: it has the focus, and Esc means it. */
  readonly close: string;
  readonly restore: string;
}

/** What a backup holds, what putting it back would lose from view, and the names of the two keys. Times are of `zone`. */
export function restoreOfferWords(
  preview: OfferedBackup,
  language: Language,
  zone: Zone = 'WIB',
): RestoreOffer {
  const words = restoreOffers[language];
  const { at, newestAt, payments, unresolved } = preview;
  return {
    words: [
      words.holds(moment(at, zone), payments, unresolved),
      newestAt === null ? words.empty : words.loses(moment(newestAt, zone)),
      words.after,
    ].join('\n\n'),
    close: words.close,
    restore: words.restore,
  };
}

/** `30/05/2026 14.02 WIB`. */
function moment(at: Instant, zone: Zone): string {
  const [date = '', clock = ''] = formatDateTime(at, zone).split(' ');
  return `${date.split('-').toReversed().join('/')} ${clock.slice(0, 5).replace(':', '.')} ${zone}`;
}

interface RestoreOfferTexts {
  readonly holds: (at: string, payments: number, unresolved: number) => string;
  readonly loses: (newestAt: string) => string;
  readonly empty: string;
  readonly after: string;
  readonly close: string;
  readonly restore: string;
}

const restoreOffers: Readonly<Record<Language, RestoreOfferTexts>> = {
  id: {
    holds: (at, payments, unresolved) =>
      `Ada cadangan dari ${at}: ${payments} pembayaran, ${unresolved} di antaranya belum pasti.`,
    loses: (newestAt) =>
      `Kalau dipulihkan, semua yang dibayar sesudah ${newestAt} tidak terlihat lagi di Loket, padahal uangnya sudah berpindah: jangan bayar ulang, cocokkan dulu dengan daftar penyedia.`,
    empty: 'Cadangan itu kosong: kalau dipulihkan, tidak ada satu pun pembayaran yang terlihat di Loket.',
    after: 'Buku yang sekarang tidak dihapus: disimpan di samping.',
    close: 'Tutup Loket',
    restore: 'Pulihkan cadangan',
  },
  en: {
    holds: (at, payments, unresolved) =>
      `There is a backup of ${at}: ${payments} payments, ${unresolved} of them not certain.`,
    loses: (newestAt) =>
      `If it is restored, Loket no longer shows what was paid after ${newestAt}, although that money has moved: pay nothing again before you have compared it with the biller's list.`,
    empty: 'That backup is empty: if it is restored, Loket shows no payment at all.',
    after: 'The ledger of now is not deleted: it is kept aside.',
    close: 'Close Loket',
    restore: 'Restore the backup',
  },
};

/** What is told where a provisioning file was refused and the counter opens as it was set before. */
export function provisionWords({ code, where, file }: FaultInFile, language: Language): Words {
  const because = provisionFaultWords({ code, where }, language);
  return language === 'id'
    ? {
        title: 'provision.json tidak dipakai',
        body: `${file}: ${because}\n\nLoket dibuka dengan setelan yang lama. Tidak ada yang berubah pada uang dan catatan.\n\nPerbaiki berkas itu, lalu buka Loket lagi.`,
      }
    : {
        title: 'provision.json was not taken',
        body: `${file}: ${because}\n\nLoket opens with the settings it had. Nothing about money or the ledger has changed.\n\nMend the file and open Loket again.`,
      };
}

const refusedBecause = (
  { reason, where }: { readonly reason: ProvisionFault['code']; readonly where: string },
  language: Language,
): string => provisionFaultWords({ code: reason, where }, language);
