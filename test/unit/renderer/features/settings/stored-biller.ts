import type { BillerForm, Service } from '../../../../../shared/biller-profile.ts';
import type { StoredBiller } from '../../../../../renderer/features/settings/biller-form.ts';

const words = (text: string) => ({ id: text, en: `${text} (en)` });

export const pdam: Service = { product: 'pdam', code: 'PDAM.A', name: 'PDAM A', asks: [] };
export const bpjs: Service = { product: 'bpjs', code: 'BPJS', name: 'BPJS', asks: ['months'] };

/** A biller that is in no folder: the pages know nothing of any one biller. */
export const form: BillerForm = {
  id: 'contoh',
  name: 'Contoh',
  hosts: [{ name: words('Uji coba'), baseUrl: 'https://test.biller.example/api' }],
  baseUrlNote: words('Sampai /api'),
  options: [
    {
      key: 'format',
      label: words('Format'),
      choices: [
        { value: 'json', label: words('JSON') },
        { value: 'xml', label: words('XML') },
      ],
    },
  ],
  secrets: [
    { key: 'user', label: words('Pengguna'), maxLength: 40 },
    { key: 'key', label: words('Kunci'), maxLength: 40 },
  ],
  confirmedCodes: ['BPJS'],
  hasPriceList: true,
  finalAnswers: { editable: true, never: ['0068'] },
  defaults: {
    baseUrl: '',
    options: { format: 'json' },
    services: [pdam, bpjs],
    finalAnswers: ['0014'],
    route: { caFile: '', pin: '', proxy: '', connectSeconds: 10, firstByteSeconds: 30, wholeSeconds: 40 },
  },
};

/** Set up, with an account. */
export const stored: StoredBiller = {
  form,
  profile: { ...form.defaults, baseUrl: 'https://biller.example/api', options: { format: 'xml' } },
  hasCredentials: true,
  kind: 'live',
};

/** As it comes out of the box. */
export const fresh: StoredBiller = { form, profile: form.defaults, hasCredentials: false, kind: null };
