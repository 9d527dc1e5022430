import type { BillerId } from '../biller-profile.ts';
import type { Lot, LotLine, LotObstacle, LotSums } from '../contract/lots.ts';
import { rupiah, sumRupiah, type Rupiah } from '../money.ts';
import { needsPin, type Doubt } from '../payment/doubt.ts';
import { cleanNumber, isSoldRepeatedly, type ProductId } from '../products.ts';

/** What is known of a line before it is decided whether it is paid. */
export interface LineFacts {
  readonly line: Omit<LotLine, 'obstacles' | 'isChosen' | 'canChoose'>;
  /** What the cashier said of it. */
  readonly choice: 'in' | 'out' | null;
  /** Its bill, where it has one that was not sent. */
  readonly bill: {
    readonly identity: string;
    readonly biller: BillerId;
    /** What the deposit will be charged. */
    readonly charge: Rupiah;
    readonly isExpired: boolean;
    readonly isCutOff: boolean;
    readonly doubts: readonly Doubt[];
  } | null;
  /** Whether a payment of this customer is not settled. */
  readonly isUnresolved: boolean;
}

/** Whether an obstacle may be waved through at a lot: never where something could be paid twice by mistake. */
export function mayTake(obstacle: LotObstacle, product: ProductId): boolean {
  if (obstacle.code === 'deposit-short') return true;
  return obstacle.code === 'doubt' && !needsPin(obstacle.doubt, product);
}

type Judged = Pick<Lot, 'lines' | 'shortDeposits'>;

/**
 * Which lines are paid: those that nothing stands in the way of and nobody left out, and those that somebody took in where
 * that is safe. In their order, since a deposit ends somewhere.
 *
 * @param depositOf as it was last told; `undefined` where it was not, and nothing is then said of it.
 */
export function judgeLines(
  facts: readonly LineFacts[],
  depositOf: (biller: BillerId) => Rupiah | undefined,
): Judged {
  const firstOf = new Map<string, LineFacts>();
  const spent = new Map<BillerId, { needed: Rupiah; from: number | undefined }>();

  const lines = facts.map((fact): LotLine => {
    const { line, choice, bill } = fact;
    const isPayable = line.payment === null && bill !== null;
    const earlier = earlierOf(fact, firstOf);
    const found = line.payment === null ? obstaclesOf(fact, earlier) : [];
    const isSafe = isPayable && found.every((obstacle) => mayTake(obstacle, line.product));
    const wouldBe = isSafe && choice !== 'out' && (found.length === 0 || choice === 'in');
    const isShort = wouldBe && endsDeposit(bill, line.nth, spent, depositOf);
    const obstacles: readonly LotObstacle[] = isShort ? [...found, { code: 'deposit-short' }] : found;
    return {
      ...line,
      obstacles: obstacles.slice(0, 30),
      isChosen: wouldBe && (!isShort || choice === 'in'),
      canChoose: isSafe,
    };
  });

  const shortDeposits = [...spent].flatMap(([biller, { needed, from }]) => {
    const deposit = depositOf(biller);
    return from === undefined || deposit === undefined ? [] : [{ biller, deposit, needed, from }];
  });
  return { lines, shortDeposits };
}

/** Notes what a line takes of its biller's deposit; whether that has ended by then. */
function endsDeposit(
  { biller, charge }: NonNullable<LineFacts['bill']>,
  nth: number,
  spent: Map<BillerId, { needed: Rupiah; from: number | undefined }>,
  depositOf: (biller: BillerId) => Rupiah | undefined,
): boolean {
  const deposit = depositOf(biller);
  const before = spent.get(biller) ?? { needed: rupiah(0), from: undefined };
  const needed = sumRupiah([before.needed, charge]);
  const from = before.from ?? (deposit !== undefined && needed > deposit ? nth : undefined);
  spent.set(biller, { needed, from });
  return from !== undefined;
}

/** The line before it that is the same customer's, by the number or by the identity; those left out do not count. */
function earlierOf(fact: LineFacts, firstOf: Map<string, LineFacts>): LineFacts | undefined {
  const { product, service, number } = fact.line;
  const keys = [
    JSON.stringify([product, service, cleanNumber(number).toUpperCase()]),
    ...(fact.bill === null ? [] : [JSON.stringify([product, fact.bill.identity])]),
  ];
  // What is sold repeatedly is in doubt after it was paid, and no duplicate any more: the next one stands in its place.
  const isOver = ({ line }: LineFacts): boolean =>
    isSoldRepeatedly(product) && (line.state === 'paid' || line.state === 'refused');
  const standing = (key: string): LineFacts | undefined => {
    const first = firstOf.get(key);
    return first === undefined || isOver(first) ? undefined : first;
  };
  const earlier = keys.map(standing).find((each) => each !== undefined);
  if (fact.choice !== 'out') for (const key of keys) if (standing(key) === undefined) firstOf.set(key, fact);
  return earlier;
}

function obstaclesOf(
  { line, bill, isUnresolved }: LineFacts,
  earlier: LineFacts | undefined,
): readonly LotObstacle[] {
  return [
    ...(bill === null ? [{ code: withoutBill(line.state) }] : []),
    ...(bill?.isExpired === true ? [{ code: 'expired' as const }] : []),
    ...(bill?.isCutOff === true ? [{ code: 'cut-off' as const }] : []),
    ...(earlier === undefined ? [] : [{ code: 'duplicate' as const, of: earlier.line.nth }]),
    ...(isUnresolved ? [{ code: 'unresolved' as const }] : []),
    ...(bill?.doubts ?? []).map((doubt) => ({ code: 'doubt' as const, doubt })),
  ];
}

const withoutBill = (state: LotLine['state']): 'no-bill' | 'failed' | 'not-asked' =>
  state === 'no-bill' || state === 'failed' ? state : 'not-asked';

/** What lines come to. */
export function lotSums(lines: readonly LotLine[]): LotSums {
  const sumOf = (is: (line: LotLine) => boolean) => {
    const found = lines.filter((line) => is(line) && line.due !== null);
    return { count: found.length, amount: sumRupiah(found.map(({ due }) => due ?? rupiah(0))) };
  };
  return {
    lines: lines.length,
    billed: sumOf(() => true),
    chosen: sumOf(({ isChosen }) => isChosen),
    paid: sumOf(({ state }) => state === 'paid'),
    unknown: sumOf(({ state }) => state === 'unknown' || state === 'sent'),
    refused: sumOf(({ state }) => state === 'refused'),
    notSent: sumOf(({ state }) => state === 'not-sent'),
  };
}

/** The lines collector by collector, in the order of their first lines. */
export function byCollector<Line extends { readonly collector: string }>(
  lines: readonly Line[],
): readonly { readonly collector: string; readonly lines: readonly Line[] }[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(line.collector, [...(groups.get(line.collector) ?? []), line]);
  return [...groups].map(([collector, own]) => ({ collector, lines: own }));
}
