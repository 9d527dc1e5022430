import fs from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../electron/app/pin-hash.ts';
import { defaultSettings } from '../../electron/settings/settings-file.ts';
import type { StoredStaffMember } from '../../electron/settings/settings.ts';
import { rupiah } from '../../shared/money.ts';
import { staffMemberSchema, type Role } from '../../shared/staff/staff.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import { openCounter, type CounterApp, type Size } from '../electron/counter-driver.ts';
import { withKeyStore } from '../electron/key-store.ts';
import { onePrinter } from '../fixtures/one-printer.ts';
import type { BillersAtHand } from './billers-at-hand.ts';

/** Who sells that day, in the order of the log-in. */
export const people = [
  { name: 'Sri', role: 'cashier', pin: '2468' },
  { name: 'Budi', role: 'supervisor', pin: '1357' },
] as const satisfies readonly { name: string; role: Role; pin: string }[];
export const ownersPin = '909090';

/** What the shop adds: a fee on electricity and on BPJS, and sums in coins of a hundred. */
export const charges = {
  fees: { 'pln-postpaid': rupiah(1_000), bpjs: rupiah(2_500), 'telkom-pstn': rupiah(1_500) },
  rounding: { step: 100, to: 'up' },
} as const satisfies Pick<ShopSettings, 'fees' | 'rounding'>;

export interface DayPlace {
  readonly folder: string;
  readonly printerPort: number;
  readonly billers: BillersAtHand;
  readonly preferredBiller: 'iak' | 'teleanjar';
}

const staffOf = async (): Promise<readonly StoredStaffMember[]> =>
  Promise.all(
    people.map(async ({ name, role, pin }, index) => ({
      ...staffMemberSchema.parse({ id: String(index + 1).padStart(8, '0'), name, role }),
      pin: await hashOf(pin),
    })),
  );

/** Sets up a counter as a technician would: its people and habits in the settings, its accounts by a provisioning file. */
export async function setUpCounter({
  folder,
  printerPort,
  billers,
  preferredBiller,
}: DayPlace): Promise<void> {
  const data = path.join(folder, 'data');
  fs.mkdirSync(data, { recursive: true });
  const settings = {
    ...defaultSettings,
    isIntroduced: true,
    staff: await staffOf(),
    printing: onePrinter({ kind: 'network', host: '127.0.0.1', port: printerPort }),
    shop: {
      ...defaultSettings.shop,
      shop: { name: 'Warung Bu Sri', address: 'Jl. Melati 7, Sleman' },
      ...charges,
      keepsTill: true,
      sounds: false,
    },
  };
  fs.writeFileSync(path.join(data, 'settings.json'), JSON.stringify(settings));
  const provision = {
    version: 1,
    open: 'sandbox',
    preferredBiller,
    pin: ownersPin,
    billers: billers.provision,
  };
  fs.writeFileSync(path.join(data, 'provision.json'), JSON.stringify(provision));
}

export async function openDayCounter(folder: string, size?: Size): Promise<CounterApp> {
  const counter = await openCounter({
    dataFolder: path.join(folder, 'data'),
    shop: null,
    staysAtFirstSteps: true,
    ...(size === undefined ? {} : { size }),
    ...(await withKeyStore(folder)),
  });
  // Whoever drives it starts the program anew, so that they go on holding it.
  await counter.app.evaluate(({ app }) => {
    app.relaunch = () => undefined;
  });
  return counter;
}
