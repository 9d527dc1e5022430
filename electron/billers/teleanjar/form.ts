import type { BillerForm, BillerProfile, Words } from '../../../shared/biller-profile.ts';
import { neverFinal, shippedFinals } from './codes.ts';
import { separators, type Separator } from './request.ts';

const words = (id: string, en: string): Words => ({ id, en });

/** `TELE-PLN-POSTPAID` is seen in real clients; the others are our best reading, to be compared with Teleanjar's list. */
const confirmedCode = 'TELE-PLN-POSTPAID';

/** What Teleanjar asks of its owner. */
export const form: BillerForm = {
  id: 'teleanjar',
  name: 'Teleanjar',
  // Each partner is given an address of its own.
  hosts: [],
  baseUrlNote: words(
    'Sampai sebelum /inquiry, misalnya https://HOST/tele-api-v2/h2h/trx. Jalur tele-api-v3 dan trxdev (uji coba) juga bisa.',
    'Up to before /inquiry, for example https://HOST/tele-api-v2/h2h/trx. The paths tele-api-v3 and trxdev (tests) will do too.',
  ),
  options: [
    {
      key: 'separator',
      label: words('Pemisah data', 'Separator'),
      choices: [
        { value: 'pipe', label: words('garis tegak |', 'vertical bar |') },
        { value: 'blank', label: words('spasi', 'blank') },
      ],
    },
    {
      key: 'statusCall',
      label: words('Cek status pembayaran', 'Status check of payments'),
      note: words(
        'Memakai cek_status, yang tidak ada di dokumen V1.4. Nyalakan kalau Teleanjar membukanya untuk akun ini.',
        'Uses cek_status, which the document V1.4 does not have. Turn it on if Teleanjar has opened it to this account.',
      ),
      choices: [
        { value: 'off', label: words('mati', 'off') },
        { value: 'on', label: words('nyala', 'on') },
      ],
    },
  ],
  secrets: [
    { key: 'uuid', label: words('UUID', 'UUID'), maxLength: 100 },
    { key: 'username', label: words('Nama pengguna', 'User name'), maxLength: 100 },
    { key: 'password', label: words('Kata sandi', 'Password'), maxLength: 200 },
    { key: 'apiKey', label: words('Kunci API', 'API key'), maxLength: 200 },
  ],
  confirmedCodes: [confirmedCode],
  hasPriceList: false,
  finalAnswers: { editable: true, never: neverFinal },
  defaults: {
    baseUrl: '',
    options: { separator: 'pipe', statusCall: 'off' },
    services: [
      { product: 'pln-postpaid', code: confirmedCode, name: 'PLN pascabayar', asks: [] },
      { product: 'pln-prepaid', code: 'TELE-PLN-PREPAID', name: 'Token listrik', asks: [] },
      { product: 'pln-nontaglis', code: 'TELE-PLN-NONTAGLIS', name: 'PLN non-tagihan listrik', asks: [] },
      { product: 'telkom-pstn', code: 'TELE-TELKOM-PSTN', name: 'Telepon & internet Telkom', asks: [] },
    ],
    finalAnswers: shippedFinals,
    // Teleanjar's own Android client waits 35 s, once.
    route: { caFile: '', pin: '', proxy: '', connectSeconds: 10, firstByteSeconds: 35, wholeSeconds: 35 },
  },
};

/** The separator a profile has chosen; a profile without one has what the form starts with. */
export function separatorOf({ options }: BillerProfile): Separator {
  const chosen = options['separator'];
  return (Object.keys(separators) as Separator[]).find((each) => each === chosen) ?? 'pipe';
}

export const hasStatusCall = ({ options }: BillerProfile): boolean => options['statusCall'] === 'on';
