import type { NumberRule, ProductId } from '../../../shared/products.ts';
import { productIds, widestNumberRule } from '../../../shared/products.ts';
import type { PaperId } from '../../../shared/receipt/paper.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import {
  isPrinterPath,
  type Language,
  type PrinterSettings,
  type ShopSettings,
  type Theme,
} from '../../../shared/settings.ts';

/** A number rule as it is typed. */
export interface RuleForm {
  readonly alphabet: NumberRule['alphabet'];
  readonly minLength: string;
  readonly maxLength: string;
}

/** The shop's settings as they are typed: every printer's fields at once, so that changing one's mind loses nothing. */
export interface ShopForm {
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly printer: PrinterSettings['kind'];
  readonly paper: PaperId;
  readonly path: string;
  readonly host: string;
  readonly port: string;
  readonly pictureFolder: string;
  readonly backupFolder: string;
  readonly rules: Readonly<Record<ProductId, RuleForm>>;
}

/** A field that cannot be saved as it is. */
export type ShopFault = 'path' | 'host' | 'port' | 'rules';

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
  printer,
  numberRules,
  pictureFolder,
  backupFolder,
}: ShopSettings): ShopForm {
  return {
    name: shop.name,
    address: shop.address,
    language,
    theme,
    printer: printer.kind,
    paper: printer.paper,
    path: printer.kind === 'file' ? printer.path : '',
    host: printer.kind === 'network' ? printer.host : '',
    port: printer.kind === 'network' ? String(printer.port) : '9100',
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

function readPrinter(form: ShopForm): PrinterSettings {
  const { printer: kind, paper } = form;
  switch (kind) {
    case 'screen':
      return { kind, paper };
    case 'file':
      return { kind, paper, path: form.path.trim() };
    case 'network':
      return { kind, paper, host: form.host.trim(), port: wholeNumber(form.port) };
  }
}

function printerFaults(printer: PrinterSettings): readonly ShopFault[] {
  if (printer.kind === 'file') return isPrinterPath(printer.path) ? [] : ['path'];
  if (printer.kind !== 'network') return [];
  const portFits = printer.port >= 1 && printer.port <= 65_535;
  return [...(printer.host === '' ? (['host'] as const) : []), ...(portFits ? [] : (['port'] as const))];
}

/** Whether a rule can be saved as it is typed. */
export const isRuleForm = (rule: RuleForm): boolean => isRule(readRule(rule));

/** What was typed as settings, or the fields that keep it from being saved. */
export function readShopForm(form: ShopForm): Result<ShopSettings, readonly ShopFault[]> {
  const printer = readPrinter(form);
  const numberRules = mapRules(form.rules, readRule);
  const rulesFit = productIds.every((product) => isRule(numberRules[product]));
  const faults: readonly ShopFault[] = [...printerFaults(printer), ...(rulesFit ? [] : (['rules'] as const))];
  if (faults.length > 0) return err(faults);
  return ok({
    language: form.language,
    theme: form.theme,
    shop: { name: form.name.trim(), address: form.address.trim() },
    printer,
    numberRules,
    pictureFolder: form.pictureFolder.trim(),
    backupFolder: form.backupFolder.trim(),
  });
}
