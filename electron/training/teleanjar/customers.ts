import { rupiah, type Rupiah } from '../../../shared/money.ts';
import type { BillDay, BillMonth } from './calendar.ts';

/** One month of electricity as PLN bills it; readings in kWh, eight digits. */
export interface PostpaidBillRow {
  readonly month: BillMonth;
  readonly amount: Rupiah;
  readonly readings: readonly [before: string, after: string];
}

export interface PostpaidRow {
  readonly idpel: string;
  readonly name: string;
  readonly tariff: string;
  readonly power: string;
  readonly unitPhone: string;
  /** Oldest first, as PLN wants them paid. */
  readonly bills: readonly PostpaidBillRow[];
}

export interface PrepaidRow {
  readonly meter: string;
  readonly idpel: string;
  readonly name: string;
  readonly tariff: string;
  readonly power: string;
  readonly admin: Rupiah;
  readonly denominations: readonly Rupiah[];
}

export interface NontaglisRow {
  readonly registration: string;
  readonly transaction: string;
  readonly registeredOn: BillDay;
  readonly idpel: string;
  readonly name: string;
  readonly amount: Rupiah;
  readonly admin: Rupiah;
}

export interface TelkomRow {
  readonly number: string;
  readonly name: string;
  /** `monthly`: a new bill, with a new reference, each month. */
  readonly reference: { readonly fixed: string } | 'monthly';
  readonly amount: Rupiah;
  readonly admin: Rupiah;
}

/** The bank's fee a bill. */
export const postpaidAdmin = rupiah(2_500);

/** `available_token` of the document. */
const allDenominations: readonly Rupiah[] = [
  20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 5_000_000, 10_000_000, 50_000_000,
].map(rupiah);
const householdDenominations = allDenominations.filter((amount) => amount <= 1_000_000);
const smallDenominations = allDenominations.filter((amount) => amount <= 100_000);

const noReadings = ['00000000', '00000000'] as const;
const documentPhone = '02123124123';

/** The first two are the document's own; the rest are for practice and always owe the months just past. */
export const postpaidCustomers: readonly PostpaidRow[] = [
  {
    idpel: '123456789282',
    name: 'SUBSCRIBER NAME',
    tariff: 'R1',
    power: '1300VA',
    unitPhone: documentPhone,
    bills: [{ month: { fixed: 'MEI18' }, amount: rupiah(300_000), readings: noReadings }],
  },
  {
    idpel: '123456792482',
    name: 'carlton nas"ser',
    tariff: 'R1',
    power: '210000VA',
    unitPhone: documentPhone,
    bills: [
      { month: { fixed: 'FEB16' }, amount: rupiah(500_000), readings: noReadings },
      { month: { fixed: 'MAR16' }, amount: rupiah(1_050_000), readings: noReadings },
    ],
  },
  {
    idpel: '530000000001',
    name: 'BUDI SANTOSO',
    tariff: 'R1',
    power: '1300VA',
    unitPhone: '0274512345',
    bills: [{ month: { monthsAgo: 0 }, amount: rupiah(300_000), readings: ['00012480', '00012688'] }],
  },
  {
    idpel: '530000000002',
    name: 'SITI RAHAYU',
    tariff: 'R1M',
    power: '900VA',
    unitPhone: '0274512345',
    bills: [{ month: { monthsAgo: 0 }, amount: rupiah(127_450), readings: ['00008113', '00008207'] }],
  },
  {
    idpel: '530000000003',
    name: 'AGUS WIJAYA',
    tariff: 'R1',
    power: '2200VA',
    unitPhone: '0274512345',
    bills: [
      { month: { monthsAgo: 2 }, amount: rupiah(412_870), readings: ['00021902', '00022181'] },
      { month: { monthsAgo: 1 }, amount: rupiah(398_115), readings: ['00022181', '00022453'] },
      { month: { monthsAgo: 0 }, amount: rupiah(405_660), readings: ['00022453', '00022734'] },
    ],
  },
  {
    idpel: '530000000004',
    name: 'NI KETUT SARI',
    tariff: 'R1',
    power: '450VA',
    unitPhone: '0361223344',
    bills: [{ month: { monthsAgo: 0 }, amount: rupiah(38_405), readings: ['00005190', '00005281'] }],
  },
  {
    idpel: '530000000005',
    name: 'TOKO SUMBER REJEKI',
    tariff: 'B1',
    power: '5500VA',
    unitPhone: '0318765432',
    bills: [{ month: { monthsAgo: 0 }, amount: rupiah(1_845_310), readings: ['00140377', '00141565'] }],
  },
  {
    idpel: '530000000006',
    name: "HJ. NUR'AINI",
    tariff: 'R1',
    power: '1300VA',
    unitPhone: '0411445566',
    bills: [
      { month: { monthsAgo: 1 }, amount: rupiah(221_730), readings: ['00016044', '00016195'] },
      { month: { monthsAgo: 0 }, amount: rupiah(216_480), readings: ['00016195', '00016345'] },
    ],
  },
];

/** The first two are the document's own: it prints both meters with the same idpel. */
export const prepaidCustomers: readonly PrepaidRow[] = [
  {
    meter: '12345678901',
    idpel: '100456789024',
    name: 'Person 24',
    tariff: 'R3',
    power: '7000VA',
    admin: rupiah(1_500),
    denominations: allDenominations,
  },
  {
    meter: '55000002604',
    idpel: '100456789024',
    name: 'Person 24',
    tariff: 'R3',
    power: '7000VA',
    admin: rupiah(1_500),
    denominations: allDenominations,
  },
  {
    meter: '53000000001',
    idpel: '521000000001',
    name: 'JOKO PRASETYO',
    tariff: 'R1',
    power: '1300VA',
    admin: rupiah(2_500),
    denominations: householdDenominations,
  },
  {
    meter: '53000000002',
    idpel: '521000000002',
    name: 'MARIA GORETI',
    tariff: 'R1M',
    power: '900VA',
    admin: rupiah(2_500),
    denominations: householdDenominations,
  },
  {
    meter: '53000000003',
    idpel: '521000000003',
    name: 'DEDI KURNIAWAN',
    tariff: 'R1',
    power: '450VA',
    admin: rupiah(2_500),
    denominations: smallDenominations,
  },
];

/** The first is the document's own. */
export const nontaglisCustomers: readonly NontaglisRow[] = [
  {
    registration: '5311000928219',
    transaction: 'Tambah Daya',
    registeredOn: { fixed: '25SEP16' },
    idpel: '123456790282',
    name: 'calle nagesh',
    amount: rupiah(1_000_000),
    admin: rupiah(7_500),
  },
  {
    registration: '5300000000001',
    transaction: 'Pasang Baru',
    registeredOn: { daysAgo: 3 },
    idpel: '522000000001',
    name: 'RINA MARLINA',
    amount: rupiah(1_218_000),
    admin: rupiah(5_000),
  },
  {
    registration: '5300000000002',
    transaction: 'Ganti Nama',
    registeredOn: { daysAgo: 1 },
    idpel: '522000000002',
    name: 'BAMBANG SUTRISNO',
    amount: rupiah(118_650),
    admin: rupiah(5_000),
  },
];

/** The first is the document's own. */
export const telkomCustomers: readonly TelkomRow[] = [
  {
    number: '023158334621',
    name: 'Pelanggan 250',
    reference: { fixed: '4b2b77ebb7e' },
    amount: rupiah(657_207),
    admin: rupiah(2_500),
  },
  {
    number: '021530000001',
    name: 'HENDRA GUNAWAN',
    reference: 'monthly',
    amount: rupiah(315_240),
    admin: rupiah(2_500),
  },
  {
    number: '0274530002',
    name: 'WARTEL MELATI',
    reference: 'monthly',
    amount: rupiah(87_615),
    admin: rupiah(2_500),
  },
  {
    number: '0361530000003',
    name: 'I MADE WIRAWAN',
    reference: 'monthly',
    amount: rupiah(1_124_300),
    admin: rupiah(2_500),
  },
];

/** What a practice number of `practice-numbers.ts` owes or may buy. */
export const practicePostpaid = (digits: string): PostpaidRow => ({
  idpel: `53000000${digits}`,
  name: `LATIHAN ${digits}`,
  tariff: 'R1',
  power: '1300VA',
  unitPhone: '0274512345',
  bills: [{ month: { monthsAgo: 0 }, amount: rupiah(150_000), readings: ['00003310', '00003414'] }],
});

export const practicePrepaid = (digits: string): PrepaidRow => ({
  meter: `5300000${digits}`,
  idpel: `53000000${digits}`,
  name: `LATIHAN ${digits}`,
  tariff: 'R1',
  power: '1300VA',
  admin: rupiah(2_500),
  denominations: householdDenominations,
});
