import { rupiah, type Rupiah } from '../../../shared/money.ts';
import type { PrepaidSubscriber } from './subscribers.ts';

/** How a denomination is divided. The admin fee comes on top of it (18.518 + PPJ 1.482 = 20.000). */
export interface TokenSale {
  readonly denomination: Rupiah;
  readonly admin: Rupiah;
  readonly total: Rupiah;
  readonly ppn: Rupiah;
  readonly ppj: Rupiah;
  readonly stampDuty: Rupiah;
  readonly instalment: Rupiah;
  /** What is left for electricity. */
  readonly power: Rupiah;
  /** To one decimal. */
  readonly kwh: number;
  /** Five groups of four digits, each with a blank after it. */
  readonly token: string;
}

/** Street-lighting tax and VAT, in hundredths of the electricity. VAT is for houses of 6600 VA and more. */
const ppjPercent = 8;
const ppnPercent = 11;

/** Stamp duty is due on receipts above five million. */
const stampDutyAbove = 5_000_000;
const stampDutyFee = 10_000;

export function sellToken(subscriber: PrepaidSubscriber, denomination: Rupiah, token: string): TokenSale {
  const voltAmperes = Number.parseInt(subscriber.power, 10);
  const vat = voltAmperes >= 6_600 ? ppnPercent : 0;
  const stampDuty = denomination > stampDutyAbove ? stampDutyFee : 0;
  const taxed = denomination - stampDuty;
  const power = Math.floor((taxed * 100) / (100 + ppjPercent + vat));
  const ppn = Math.round((power * vat) / 100);
  return {
    denomination,
    admin: subscriber.admin,
    total: rupiah(denomination + subscriber.admin),
    ppn: rupiah(ppn),
    ppj: rupiah(taxed - power - ppn),
    stampDuty: rupiah(stampDuty),
    instalment: rupiah(0),
    power: rupiah(power),
    kwh: Math.floor((power * 10) / pricePerKwh(subscriber.tariff, voltAmperes)) / 10,
    token,
  };
}

/** In rupiah; PLN's published tariffs. */
function pricePerKwh(tariff: string, voltAmperes: number): number {
  if (voltAmperes <= 450) return 415;
  if (voltAmperes <= 900) return tariff === 'R1M' ? 1_352 : 605;
  return voltAmperes <= 2_200 ? 1_444.7 : 1_699.53;
}
