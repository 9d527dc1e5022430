import { describe, expect, it } from 'vitest';
import { cutOffWords } from '../../../../renderer/features/cut-off/cut-off-words.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { parseDateTime, type Instant, type Zone } from '../../../../shared/time.ts';

const m = messagesFor('id');

function wib(clock: string): Instant {
  const at = parseDateTime(`2026-05-30 ${clock}:00`, 'WIB');
  if (at === undefined) throw new Error(`not a clock: ${clock}`);
  return at;
}
const words = (clock: string, zone: Zone = 'WIB') => cutOffWords('pln-postpaid', wib(clock), zone, m);

describe('the line about PLN’s night', () => {
  it('is not there by day, nor for other products', () => {
    expect(words('12:00')).toBeNull();
    expect(cutOffWords('bpjs', wib('23:45'), 'WIB', m)).toBeNull();
  });

  it('names the hours in which nothing is paid, before, during and after them', () => {
    expect(words('23:10')).toEqual({
      kind: 'warned',
      text: 'PLN tutup buku 23.30–00.30 WIB. Bayar sebelum itu, atau sesudah 00.30 WIB.',
    });
    expect(words('23:45')?.text).toContain('ditolak sampai 00.30 WIB');
    expect(words('00:45')).toEqual({
      kind: 'warned',
      text: 'PLN baru tutup buku 23.30–00.30 WIB. Jawabannya bisa tersendat sampai 01.00 WIB.',
    });
  });

  it('tells them by the clock of the shop', () => {
    expect(words('23:45', 'WIT')?.text).toContain('01.30–02.30 WIT');
  });
});
