import type { RequestInput } from '../../../shared/contract/contract.ts';
import type { ProductId } from '../../../shared/products.ts';
import { productIds } from '../../../shared/products.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type {
  TeleanjarCredentials,
  TeleanjarSeparator,
  TeleanjarSettings,
} from '../../../shared/settings.ts';

/** A Teleanjar account as it is typed. The secrets begin empty: nothing reads them back. */
export interface AccountForm {
  readonly baseUrl: string;
  readonly separator: TeleanjarSeparator;
  readonly productCodes: Readonly<Record<ProductId, string>>;
  readonly secrets: TeleanjarCredentials;
}

export type AccountFault = 'baseUrl' | 'productCodes' | 'secrets';

export const secretNames = [
  'uuid',
  'username',
  'password',
  'apiKey',
] as const satisfies readonly (keyof TeleanjarCredentials)[];

export const noSecrets: TeleanjarCredentials = { uuid: '', username: '', password: '', apiKey: '' };

export const accountFormOf = (settings: TeleanjarSettings): AccountForm => ({
  ...settings,
  secrets: noSecrets,
});

/** What is sent to main, or what keeps it from being sent: secrets go all four, or none. */
export function readAccountForm(
  form: AccountForm,
): Result<RequestInput<'saveTeleanjar'>, readonly AccountFault[]> {
  const baseUrl = form.baseUrl.trim();
  const code = (product: ProductId): string => form.productCodes[product].trim();
  const given = secretNames.filter((name) => form.secrets[name] !== '').length;
  const faults: AccountFault[] = [];
  if (baseUrl === '') faults.push('baseUrl');
  if (productIds.some((product) => code(product) === '')) faults.push('productCodes');
  if (given > 0 && given < secretNames.length) faults.push('secrets');
  if (faults.length > 0) return err(faults);
  return ok({
    settings: {
      baseUrl,
      separator: form.separator,
      productCodes: {
        'pln-postpaid': code('pln-postpaid'),
        'pln-prepaid': code('pln-prepaid'),
        'pln-nontaglis': code('pln-nontaglis'),
        'telkom-pstn': code('telkom-pstn'),
      },
    },
    credentials: given === 0 ? null : form.secrets,
  });
}
