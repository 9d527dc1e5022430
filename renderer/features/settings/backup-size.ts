import type { Messages } from '../../../shared/i18n/messages.ts';

/** `40960` → `41 kB`, `1234567` → `1,2 MB`: in units of 1000 bytes, never less than one of them. */
export function sizeWords(bytes: number, m: Messages): string {
  const { sizes, decimalMark } = m.settings.backups;
  if (bytes < 1_000_000) return sizes.kilobytes(String(Math.max(1, Math.round(bytes / 1000))));
  return sizes.megabytes((bytes / 1_000_000).toFixed(1).replace('.', decimalMark));
}
