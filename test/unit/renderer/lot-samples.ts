import type { Lot, LotLine } from '../../../shared/contract/lots.ts';
import { lotSums } from '../../../shared/lot/lot-lines.ts';
import { rupiah } from '../../../shared/money.ts';
import { noon, quoteId } from './samples.ts';

export const lineOf = (nth: number, part: Partial<LotLine> = {}): LotLine => ({
  nth,
  group: 'RT 05',
  collector: 'Pak Karto',
  product: 'pln-postpaid',
  service: null,
  number: `53000000${String(nth).padStart(4, '0')}`,
  extras: {},
  denomination: null,
  note: '',
  serviceName: 'PLN',
  name: `PELANGGAN ${nth}`,
  due: rupiah(100_000),
  state: 'billed',
  problem: null,
  obstacles: [],
  isChosen: true,
  canChoose: true,
  payment: null,
  reference: '',
  token: '',
  ...part,
});
export const paidLine = (nth: number, state: LotLine['state'] = 'paid'): LotLine =>
  lineOf(nth, { state, payment: quoteId(nth), isChosen: false, canChoose: false });
export const lotOf = (lines: readonly LotLine[], part: Partial<Lot> = {}): Lot => ({
  number: 7,
  openedAt: noon,
  openedBy: null,
  closedAt: null,
  stage: 'idle',
  halt: null,
  lines,
  sums: lotSums(lines),
  byCollector: [{ collector: 'Pak Karto', sums: lotSums(lines) }],
  shortDeposits: [],
  ...part,
});
