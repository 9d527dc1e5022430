import type { NumberRule, ProductId } from '../../../shared/products.ts';
import { productIds, widestNumberRule } from '../../../shared/products.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Language, ShopSettings, SlipSettings, Theme } from '../../../shared/settings.ts';

/** A number rule as it is typed. */
export interface RuleForm {
  readonly alphabet: NumberRule['alphabet'];
  readonly minLength: string;
  readonly maxLength: string;
}

/** The shop's settings as they are typed. */
export interface ShopForm {
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly logo: SlipSettings['logo'];
  readonly footer: string;
  readonly qr: string;
  readonly pictureFolder: string;
  readonly backupFolder: string;
  readonly rules: Readonly<Record<ProductId, RuleForm>>;
}

/** A field that cannot be saved as it is. */
export type ShopFault = 'rules';

/** Each product's rule turned into something else. */
const mapRules = <From, To>(
  rules: Readonly<Record<ProductId, From>>,
  turn: (rule: From) => To,
): Record<ProductId, To> =>
  Object.fromEntries(productIds.map((product) => [product, turn(rules[product])])) as Record<ProductId, To>;

export function shopFormOf({
  shop,
  language,
  theme,
  slip,
  numberRules,
  pictureFolder,
  backupFolder,
}: ShopSettings): ShopForm {
  return {
    name: shop.name,
    address: shop.address,
    language,
    theme,
    logo: slip.logo,
    footer: slip.footer,
    qr: slip.qr,
    pictureFolder,
    backupFolder,
    rules: mapRules(numberRules, ({ alphabet, minLength, maxLength }) => ({
      alphabet,
      minLength: String(minLength),
      maxLength: String(maxLength),
    })),
  };
}

const wholeNumber = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN);

const readRule = ({ alphabet, minLength, maxLength }: RuleForm): NumberRule => ({
  alphabet,
  minLength: wholeNumber(minLength),
  maxLength: wholeNumber(maxLength),
});

const isRule = ({ minLength, maxLength }: NumberRule): boolean =>
  minLength >= widestNumberRule.minLength &&
  minLength <= maxLength &&
  maxLength <= widestNumberRule.maxLength;

/** Whether a rule can be saved as it is typed. */
export const isRuleForm = (rule: RuleForm): boolean => isRule(readRule(rule));

/** What was typed as settings, or the fields that keep it from being saved. */
export function readShopForm(form: ShopForm): Result<ShopSettings, readonly ShopFault[]> {
  const numberRules = mapRules(form.rules, readRule);
  if (!productIds.every((product) => isRule(numberRules[product]))) return err(['rules']);
  return ok({
    language: form.language,
    theme: form.theme,
    shop: { name: form.name.trim(), address: form.address.trim() },
    slip: { logo: form.logo, footer: form.footer.trim(), qr: form.qr.trim() },
    numberRules,
    pictureFolder: form.pictureFolder.trim(),
    backupFolder: form.backupFolder.trim(),
  });
}
