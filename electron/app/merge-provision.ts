import type { BillerForm, BillerProfile } from '../../shared/biller-profile.ts';
import type { CounterFees } from '../../shared/fees.ts';
import { rupiah } from '../../shared/money.ts';
import type { Provision, ProvisionedProfile } from '../../shared/provision.ts';
import type { Settings } from '../settings/settings.ts';
import { fitProfile } from './fit-to-form.ts';
import { memoryAfter } from './printer-memory.ts';

/** What a provisioning file and a policy say of settings. */
export type ProvidedSettings = Omit<Provision, 'applied' | 'billers' | 'pin' | 'staff'>;

/** A biller's profile with the file's words over those that stand. */
export const mergedProfile = (
  form: BillerForm,
  standing: BillerProfile,
  wanted: ProvisionedProfile,
): BillerProfile =>
  fitProfile(form, standing, {
    ...standing,
    ...wanted,
    options: { ...standing.options, ...wanted.options },
    route: { ...standing.route, ...wanted.route },
  });

/** The file's fees over those that stand; one of 0 is none. */
const mergedFees = (standing: CounterFees, provided: ProvidedSettings['fees'] = {}): CounterFees =>
  Object.fromEntries(
    Object.entries({ ...standing, ...provided }).flatMap(([product, fee]) =>
      fee === 0 ? [] : [[product, rupiah(fee)]],
    ),
  );

/** The file's words over the counter's own. Billers and people go their own way. */
export function mergedSettings(settings: Settings, provided: ProvidedSettings): Settings {
  const { open, preferredBiller, language, theme, shop, slip, printing, numberRules, day, fees, ...rest } =
    provided;
  const standing = settings.shop;
  return {
    ...settings,
    open: open ?? settings.open,
    preferredBiller: preferredBiller ?? settings.preferredBiller,
    printing: printing ?? settings.printing,
    printerMemory:
      printing === undefined
        ? settings.printerMemory
        : memoryAfter(settings.printerMemory, settings.printing, printing),
    shop: {
      ...standing,
      language: language ?? standing.language,
      theme: theme ?? standing.theme,
      shop: { ...standing.shop, ...shop },
      slip: { ...standing.slip, ...slip },
      numberRules: { ...standing.numberRules, ...numberRules },
      pictureFolder: rest.pictureFolder ?? standing.pictureFolder,
      backupFolder: rest.backupFolder ?? standing.backupFolder,
      day: { ...standing.day, ...day },
      fees: mergedFees(standing.fees, fees),
      rounding: rest.rounding ?? standing.rounding,
      keepsTill: rest.keepsTill ?? standing.keepsTill,
      lockAfterMinutes: rest.lockAfterMinutes ?? standing.lockAfterMinutes,
      lowDeposit: rest.lowDeposit === undefined ? standing.lowDeposit : rupiah(rest.lowDeposit),
      sounds: rest.sounds ?? standing.sounds,
      lotAsksAtOnce: rest.lotAsksAtOnce ?? standing.lotAsksAtOnce,
      basketRecap: rest.basketRecap ?? standing.basketRecap,
      keys: rest.keys ?? standing.keys,
    },
    screens: {
      customer: { ...settings.screens.customer, ...rest.customerDisplay },
      kiosk: rest.kiosk ?? settings.screens.kiosk,
      startsWithSystem: rest.startsWithSystem ?? settings.screens.startsWithSystem,
    },
  };
}
