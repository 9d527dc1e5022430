import type { BillerForm, BillerProfile, Service, Words } from '../../../shared/biller-profile.ts';
import { hosts } from './address.ts';
import type { Format } from './request.ts';

const words = (id: string, en: string): Words => ({ id, en });

const service = (
  product: Service['product'],
  code: string,
  name: string,
  asks: Service['asks'] = [],
): Service => ({ product, code, name, asks });

/** The codes IAK's own pages and samples use. All others of an account are in its price list. */
const services: readonly Service[] = [
  service('pln-postpaid', 'PLNPOSTPAID', 'PLN pascabayar'),
  service('pln-nontaglis', 'PLNNONH', 'PLN non-tagihan listrik'),
  service('telkom-pstn', 'TELKOMPSTN', 'Telepon & internet Telkom'),
  service('bpjs', 'BPJS', 'BPJS Kesehatan', ['months']),
  service('pdam', 'PDAMKOTA.SURABAYA', 'PDAM Kota Surabaya'),
  service('pdam', 'AETRA', 'AETRA'),
  service('gas', 'PGAS', 'Gas PGN'),
  service('tv', 'TVTLKMV', 'Telkomvision'),
  service('tv', 'TVBIG', 'BIG TV'),
  service('mobile-postpaid', 'HPTHREE', 'Three pascabayar'),
  service('internet', 'CBN', 'CBN'),
  service('multifinance', 'FNMEGA', 'Mega Finance'),
  service('pbb', 'PBBKOT.CIMAHI', 'PBB Kota Cimahi', ['tax-year']),
  service('bpjs-tk', 'BPJSTK', 'BPJS Ketenagakerjaan BPU', ['months']),
  service('bpjs-tk', 'BPJSTKPU', 'BPJS Ketenagakerjaan PU'),
  service('esamsat', 'ESAMSAT.JABAR', 'e-Samsat Jawa Barat', ['identity-number']),
  service('insurance', 'AIA.PREMICONVEN', 'Asuransi AIA'),
  service('emoney', 'SHOPEEPAY', 'ShopeePay', ['amount']),
];

/** What IAK asks of its owner. */
export const form: BillerForm = {
  id: 'iak',
  name: 'IAK',
  hosts: [
    { name: words('Uji coba (sandbox)', 'Sandbox'), baseUrl: hosts.sandbox.postpaid },
    { name: words('Produksi', 'Production'), baseUrl: hosts.production.postpaid },
  ],
  baseUrlNote: words(
    'Alamat API pascabayar, tanpa /api di belakangnya. Sandbox dan produksi punya kunci API masing-masing; alamat IP loket didaftarkan di IAK untuk produksi.',
    "The postpaid API's address, without /api behind it. Sandbox and production each have an API key of their own; production wants the counter's IP address registered at IAK.",
  ),
  options: [
    {
      key: 'format',
      label: words('Format data', 'Data format'),
      choices: [
        { value: 'json', label: words('JSON', 'JSON') },
        { value: 'xml', label: words('XML', 'XML') },
      ],
    },
  ],
  secrets: [
    {
      key: 'username',
      label: words('Nama pengguna (nomor HP terdaftar)', 'User name (registered phone number)'),
      maxLength: 40,
    },
    { key: 'apiKey', label: words('Kunci API', 'API key'), maxLength: 200 },
  ],
  confirmedCodes: services.map(({ code }) => code),
  hasPriceList: true,
  // IAK publishes its codes; ours is the table in `codes.ts`.
  finalAnswers: { editable: false, never: [] },
  defaults: {
    baseUrl: '',
    options: { format: 'json' },
    services,
    finalAnswers: [],
    // IAK suggests 30 s for the postpaid API, and its own clients connect within 10 s.
    route: { caFile: '', pin: '', proxy: '', connectSeconds: 10, firstByteSeconds: 30, wholeSeconds: 30 },
  },
};

/** The format a profile has chosen; a profile without one has what the form starts with. */
export const formatOf = ({ options }: BillerProfile): Format =>
  options['format'] === 'xml' ? 'xml' : 'json';
