import { createHash } from 'node:crypto';
import type { ProductId } from '../../../shared/products.ts';

// Customers as a loket in a small town has them: a few products sell most, numbers begin alike, names repeat.

const products: readonly (readonly [ProductId, number])[] = [
  ['pln-postpaid', 52],
  ['pln-prepaid', 20],
  ['pdam', 11],
  ['bpjs', 8],
  ['telkom-pstn', 3],
  ['internet', 2],
  ['multifinance', 2],
  ['pln-nontaglis', 1],
  ['pbb', 1],
];
const beginnings: Readonly<Partial<Record<ProductId, string>>> = {
  'pln-postpaid': '530',
  'pln-prepaid': '530',
  'pln-nontaglis': '53',
  pdam: '10',
  bpjs: '88888',
  'telkom-pstn': '0274',
  internet: '1524',
  multifinance: '07',
  pbb: '3404',
};
const firstNames =
  'SITI MUHAMMAD AHMAD SRI NUR DEWI AGUS BUDI EKO ENDANG RINA WAHYU SLAMET SUTRISNO YULI TRI DWI ANI HENDRA RATNA JOKO SUPARMAN MARYATI LESTARI INDAH FITRI HASAN UMAR RUDI BAMBANG PUTRI WATI SUGIONO PONIMAN KARTINI NGATIJO ZULKIFLI OKTAVIA QOMARIAH XAVERIUS'.split(
    ' ',
  );
const lastNames =
  'SANTOSO WIJAYA HIDAYAT SETIAWAN RAHAYU UTAMI KURNIAWAN NUGROHO PRASETYO SUSANTI HANDAYANI WIBOWO GUNAWAN SAPUTRA LESTARI MAULANA FIRMANSYAH PURNOMO SUHARTO ANGGRAINI YULIANI SIREGAR NASUTION SIMANJUNTAK HARAHAP LUBIS PANJAITAN KUSUMA ADI WARUNG JAYA MAKMUR BAROKAH SEJAHTERA'.split(
    ' ',
  );
/** Who sold from when to when, as parts of the whole time; the days between are shared. */
const cashiers: readonly (readonly [string, number, number])[] = [
  ['Rina', 0, 1],
  ['Pak Budi', 0, 0.3],
  ['Sari', 0.1, 0.7],
  ['Dewi', 0.5, 1],
  ['Agus', 0.68, 0.7],
];

/** A number below 2^48 that is the same for the same words, and looks like chance. */
export const chance = (...words: readonly (string | number)[]): number =>
  createHash('sha256').update(words.join('/')).digest().readUIntBE(0, 6);

const pick = <T>(from: readonly T[], by: number): T => {
  const found = from[by % from.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

export interface SoldCustomer {
  readonly product: ProductId;
  readonly number: string;
  readonly name: string;
}

export function soldCustomer(customer: number): SoldCustomer {
  let share = chance('product', customer) % 100;
  const [product] = products.find(([, of]) => (share -= of) < 0) ?? ['pln-postpaid' as const];
  const beginning = beginnings[product] ?? '';
  // Its own number within, so that no two are alike.
  const spread = (customer * 7_368_787) % 100_000_000;
  const name = [pick(firstNames, Math.min(chance('a', customer), chance('b', customer)))];
  if (chance('c', customer) % 5 > 0) name.push(pick(lastNames, chance('d', customer)));
  if (chance('e', customer) % 10 === 0) name.push(pick(firstNames, chance('f', customer)));
  return { product, number: beginning + String(spread).padStart(9, '0'), name: name.join(' ') };
}

/** Who sold the n-th payment of `count`. */
export function soldBy(n: number, count: number): string {
  const present = cashiers.filter(([, from, until]) => n >= from * count && n <= until * count);
  return pick(present.length === 0 ? cashiers.slice(0, 1) : present, chance('day', Math.floor(n / 50)))[0];
}
