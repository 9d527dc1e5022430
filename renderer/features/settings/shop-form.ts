import type { ShopDay } from '../../../shared/business-day.ts';
import { mostCounterFee, type CashRounding, type CounterFees } from '../../../shared/fees.ts';
import { formatRupiah, parseTypedRupiah, type Rupiah } from '../../../shared/money.ts';
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
  readonly zone: ShopDay['zone'];
  /** `HH.mm`. */
  readonly cut: string;
  /** Rupiah; empty for none. */
  readonly fees: Readonly<Record<ProductId, string>>;
  readonly rounding: CashRounding;
  readonly keepsTill: boolean;
  readonly lockAfterMinutes: string;
  /** Rupiah; 0 and empty: never. */
  readonly lowDeposit: string;
  readonly sounds: boolean;
  readonly lotAsksAtOnce: string;
  readonly basketRecap: boolean;
}

/** A field that cannot be saved as it is. */
export type ShopFault = 'rules' | 'cut' | 'fees' | 'lock' | 'low-deposit' | 'lot-asks';

/** What each product has turned into something else. */
const mapProducts = <From, To>(
  all: Readonly<Record<ProductId, From>>,
  turn: (one: From) => To,
): Record<ProductId, To> =>
  Object.fromEntries(productIds.map((product) => [product, turn(all[product])])) as Record<ProductId, To>;

const feesOf = (fees: CounterFees): Record<ProductId, string> =>
  Object.fromEntries(productIds.map((product) => [product, typedRupiah(fees[product] ?? 0)])) as Record<
    ProductId,
    string
  >;

const typedRupiah = (amount: number): string => (amount === 0 ? '' : formatRupiah(amount));

export function shopFormOf(settings: ShopSettings): ShopForm {
  const { shop, slip, day, numberRules, fees, lockAfterMinutes, lowDeposit } = settings;
  const { language, theme, pictureFolder, backupFolder, rounding, keepsTill, sounds } = settings;
  const { lotAsksAtOnce, basketRecap } = settings;
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
    rules: mapProducts(numberRules, ({ alphabet, minLength, maxLength }) => ({
      alphabet,
      minLength: String(minLength),
      maxLength: String(maxLength),
    })),
    zone: day.zone,
    cut: typedTime(day.cutMinutes),
    fees: feesOf(fees),
    rounding,
    keepsTill,
    lockAfterMinutes: String(lockAfterMinutes),
    lowDeposit: formatRupiah(lowDeposit),
    sounds,
    lotAsksAtOnce: String(lotAsksAtOnce),
    basketRecap,
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

const noon = 12 * 60;

const typedTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;

/** `02.00`, `2:00` or `2` as minutes after midnight, up to noon; `undefined` for anything else. */
function readCut(typed: string): number | undefined {
  const found = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim());
  if (found === null) return undefined;
  const minutes = Number(found[2] ?? 0);
  const cut = Number(found[1]) * 60 + minutes;
  return minutes < 60 && cut <= noon ? cut : undefined;
}

const readRupiah = (typed: string): Rupiah | undefined =>
  parseTypedRupiah(typed.trim() === '' ? '0' : typed.trim());

/** What was typed as a product's fee; `undefined` for what is none, or more than a counter may take. */
export function readFee(typed: string): Rupiah | undefined {
  const fee = readRupiah(typed);
  return fee !== undefined && fee <= mostCounterFee ? fee : undefined;
}

const mostAtOnce = 8;

function readAtOnce(typed: string): number | undefined {
  const asks = wholeNumber(typed);
  return asks >= 1 && asks <= mostAtOnce ? asks : undefined;
}

const longestWait = 240;

function readMinutes(typed: string): number | undefined {
  const minutes = wholeNumber(typed);
  return minutes <= longestWait ? minutes : undefined;
}

/**
 * What was typed as settings, or the fields that keep it from being saved.
 *
 * @param standing what is set now: what no page of the form asks for stays as it is.
 */
export function readShopForm(
  form: ShopForm,
  standing: ShopSettings,
): Result<ShopSettings, readonly ShopFault[]> {
  const numberRules = mapProducts(form.rules, readRule);
  const cutMinutes = readCut(form.cut);
  const fees = mapProducts(form.fees, readFee);
  const lockAfterMinutes = readMinutes(form.lockAfterMinutes);
  const lowDeposit = readRupiah(form.lowDeposit);
  const lotAsksAtOnce = readAtOnce(form.lotAsksAtOnce);
  const faults: readonly ShopFault[] = [
    ...(productIds.every((product) => isRule(numberRules[product])) ? [] : ['rules' as const]),
    ...(productIds.every((product) => fees[product] !== undefined) ? [] : ['fees' as const]),
    ...(cutMinutes === undefined ? ['cut' as const] : []),
    ...(lockAfterMinutes === undefined ? ['lock' as const] : []),
    ...(lowDeposit === undefined ? ['low-deposit' as const] : []),
    ...(lotAsksAtOnce === undefined ? ['lot-asks' as const] : []),
  ];
  if (
    cutMinutes === undefined ||
    lockAfterMinutes === undefined ||
    lowDeposit === undefined ||
    lotAsksAtOnce === undefined ||
    faults.length > 0
  )
    return err(faults);
  return ok({
    ...standing,
    language: form.language,
    theme: form.theme,
    shop: { name: form.name.trim(), address: form.address.trim() },
    slip: { logo: form.logo, footer: form.footer.trim(), qr: form.qr.trim() },
    numberRules,
    pictureFolder: form.pictureFolder.trim(),
    backupFolder: form.backupFolder.trim(),
    day: { zone: form.zone, cutMinutes },
    fees: withoutNoughts(fees),
    rounding: form.rounding,
    lotAsksAtOnce,
    basketRecap: form.basketRecap,
    keepsTill: form.keepsTill,
    lockAfterMinutes,
    lowDeposit,
    sounds: form.sounds,
  });
}

const withoutNoughts = (fees: Readonly<Record<ProductId, Rupiah | undefined>>): CounterFees =>
  Object.fromEntries(productIds.flatMap((product) => (fees[product] ? [[product, fees[product]]] : [])));
