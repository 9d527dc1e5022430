import type { Lot, LotInBrief } from '../../../shared/contract/lots.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { instant } from '../../../shared/time.ts';
import { reportBug } from '../../report-bug.ts';
import { goesOn, isPaidFrom, linesToAsk } from '../../store/lots.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';
import { useNow } from '../../ui/use-now.ts';
import { whenWords } from '../../ui/when.ts';
import { lotKeys } from '../keys/key-map.ts';
import { haltWords, leftWords, restOf, restWords, shownSums } from './lot-words.ts';
import { ShortDeposits } from './short-deposits.tsx';
import { useLots, useLotsView } from './use-lots.ts';

/** How a lot stands, what it comes to, and what can be done with it. */
export function LotSide({ lot }: { readonly lot: Lot }) {
  const { lot: brief } = useCounterState();
  const isRunning = lot.stage === 'asking' || lot.stage === 'paying';
  return (
    <aside className="lot-side">
      <Standing lot={lot} brief={brief?.number === lot.number ? brief : null} />
      <ShortDeposits lot={lot} />
      <Collectors lot={lot} />
      {isRunning ? <StopKey lot={lot} /> : <RestKeys lot={lot} />}
    </aside>
  );
}

interface StandingProps {
  readonly lot: Lot;
  readonly brief: LotInBrief | null;
}

function Standing({ lot, brief }: StandingProps) {
  const m = useMessages();
  const zone = useShopZone();
  const now = instant(useNow(60_000));
  if (lot.stage === 'asking' || lot.stage === 'paying')
    return <Progress lot={lot} stage={lot.stage} run={brief?.run ?? null} />;
  if (lot.stage === 'halted' && lot.halt !== null) {
    const { what, money, next } = haltWords(lot.halt, isPaidFrom(lot), m);
    const last =
      lot.halt.because === 'unknown' ? lot.lines.findLast(({ state }) => state === 'unknown') : undefined;
    return (
      <div className="lot-halt" role="alert" data-testid="lot-halt" data-because={lot.halt.because}>
        <p>
          <strong>{what}</strong>
        </p>
        {last !== undefined && (
          <p>
            {last.nth}. {last.name} · {formatRupiah(last.due ?? 0)}
          </p>
        )}
        <p>
          {money} {next}
        </p>
      </div>
    );
  }
  const { count, amount } = lot.sums.chosen;
  return (
    <div className="lot-standing">
      <output data-testid="lot-standing">
        {lot.closedAt === null ? restWords(lot, m) : m.lots.closedAt(whenWords(lot.closedAt, now, zone, m))}
      </output>
      {count > 0 && (
        <p className="lot-total" data-testid="lot-total">
          <span>
            {m.lots.total} <span className="small">{m.lots.bills(count)}</span>
          </span>{' '}
          <strong>{formatRupiah(amount)}</strong>
        </p>
      )}
    </div>
  );
}

interface ProgressProps {
  readonly lot: Lot;
  readonly stage: 'asking' | 'paying';
  readonly run: LotInBrief['run'];
}

function Progress({ lot, stage, run }: ProgressProps) {
  const m = useMessages();
  const words = m.lots;
  const { done = 0, total = 0, timeLeft = null } = run ?? {};
  const current = lot.lines.find(({ state }) => state === 'sent');
  return (
    <div className="lot-standing" data-testid="lot-progress">
      <p className="lot-progress-words">
        <strong>{words.progress[stage](done, total)}</strong> <span>{leftWords(timeLeft, m)}</span>
      </p>
      <div
        className="lot-bar"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn in the shop's colours, in light and dark
        role="progressbar"
        aria-label={words.progress[stage](done, total)}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <div className="lot-bar-done" style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }} />
      </div>
      <output>{words[stage]}</output>
      {stage === 'paying' && (
        <p className="lots-cut">{current === undefined ? '' : words.payingNow(current.nth, current.name)}</p>
      )}
    </div>
  );
}

/** What each collector's lines come to. */
function Collectors({ lot }: { readonly lot: Lot }) {
  const m = useMessages();
  const words = m.lots;
  const hasPaid = isPaidFrom(lot);
  return (
    <section
      className="lot-collectors"
      aria-label={words.collectors}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
      tabIndex={0}
      data-testid="lot-collectors"
    >
      {lot.byCollector.map(({ collector, sums }) => (
        <div key={collector} className="lot-collector">
          <h3>{collector === '' ? words.nobody : collector}</h3>
          <dl>
            {shownSums(sums, hasPaid).map(({ name, count, amount }) => (
              <div key={name} className="lot-sum" data-name={name}>
                <dt>
                  {words.sums[name]} <span className="small">{count}</span>
                </dt>
                <dd>{formatRupiah(amount)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

function StopKey({ lot }: { readonly lot: Lot }) {
  const { lots: words } = useMessages();
  const lots = useLots();
  const isStopping = useLotsView((view) => view.isStopping);
  return (
    <div className="lot-keys">
      <Button
        className="lot-key-wide"
        keyCap={lotKeys.stop.combo}
        disabled={isStopping}
        onPress={() => void lots.stop().catch(reportBug)}
      >
        {isStopping && lot.stage === 'paying' ? words.stopping : words.stop}
      </Button>
    </div>
  );
}

/** What can be done with a lot at rest: the next thing first, and large. */
function RestKeys({ lot }: { readonly lot: Lot }) {
  const m = useMessages();
  const { lots: words } = m;
  const lots = useLots();
  const hasPaid = isPaidFrom(lot);
  const isClosed = lot.stage === 'closed';
  const press = (work: () => Promise<void>) => (): void => void work().catch(reportBug);
  return (
    <div className="lot-keys">
      {!isClosed && <NextKeys lot={lot} />}
      {/* In the middle there is something else to be decided first. */}
      {hasPaid && lot.stage !== 'halted' && (
        <>
          <Button keyCap={lotKeys.recap.combo} onPress={press(lots.printRecap)}>
            {words.recap}
          </Button>
          <Button keyCap={lotKeys.receipts.combo} onPress={press(lots.printReceipts)}>
            <Heard>{words.receiptsPart}</Heard> {words.receipts}
          </Button>
          <Button keyCap={lotKeys.xlsx.combo} onPress={press(() => lots.exportLot('xlsx'))}>
            <Heard>{words.exportPart}</Heard> {words.xlsx}
          </Button>
          <Button keyCap={lotKeys.csv.combo} onPress={press(() => lots.exportLot('csv'))}>
            <Heard>{words.exportPart}</Heard> {words.csv}
          </Button>
          <Button keyCap={lotKeys.pdf.combo} onPress={press(() => lots.exportLot('pdf'))}>
            {words.pdf}
          </Button>
        </>
      )}
      <Button keyCap={lotKeys.groups.combo} onPress={() => lots.show({ at: 'home' })}>
        {words.groups}
      </Button>
      {!isClosed && (
        <Button keyCap={lotKeys.close.combo} onPress={() => lots.ask('close')}>
          {words.close}
        </Button>
      )}
    </div>
  );
}

function NextKeys({ lot }: { readonly lot: Lot }) {
  const m = useMessages();
  const { lots: words } = m;
  const lots = useLots();
  const { count, amount } = lot.sums.chosen;
  const sum = formatRupiah(amount);
  const toAsk = linesToAsk(lot.lines).length;
  const isHalted = lot.stage === 'halted';
  const isOn = goesOn(lot);
  const isAskFirst = count === 0 && restOf(lot) !== 'done';
  return (
    <>
      {count > 0 && (
        <Button
          look="main"
          className="lot-key-wide"
          keyCap={lotKeys.pay.combo}
          onPress={() => (isOn ? void lots.answer(true).catch(reportBug) : lots.ask('pay'))}
        >
          {isOn ? words.goOn(count, sum) : words.pay(sum)}
        </Button>
      )}
      {toAsk > 0 && (
        <Button
          look={isAskFirst ? 'main' : 'plain'}
          className={isHalted ? '' : 'lot-key-wide'}
          keyCap={lotKeys.ask.combo}
          onPress={() => void lots.inquire().catch(reportBug)}
        >
          {askWords(lot, toAsk, m)}
        </Button>
      )}
      {isHalted && (
        <Button
          className={toAsk > 0 ? '' : 'lot-key-wide'}
          keyCap={lotKeys.stop.combo}
          onPress={() => void lots.answer(false).catch(reportBug)}
        >
          {words.endHere}
        </Button>
      )}
    </>
  );
}

const askWords = (lot: Lot, toAsk: number, { lots: words }: Messages): string =>
  toAsk === lot.lines.length ? words.askAll(toAsk) : words.askAgain(toAsk);
