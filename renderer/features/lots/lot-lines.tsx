import type { Lot, LotLine } from '../../../shared/contract/lots.ts';
import { messagesFor, type Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { groupNumber } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import { reportBug } from '../../report-bug.ts';
import { entryOfProduct } from '../../store/catalogue-choice.ts';
import { billerNameOf, keysNow } from '../../store/counter-view.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useLanguage, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';
import { useNow } from '../../ui/use-now.ts';
import { lotKeys } from '../keys/key-map.ts';
import { groupToken } from '../outcome/outcome-shown.ts';
import { stateWords, whyWords } from './lot-words.ts';
import { useLots, useLotsView } from './use-lots.ts';
import { VirtualRows } from './virtual-rows.tsx';

const listId = 'lot-lines';

/** The lines of a lot in their order, and all about the one that is looked at. */
export function LotLines({ lot }: { readonly lot: Lot }) {
  const { lots: words } = useMessages();
  const lots = useLots();
  const at = useLotsView((view) => view.at);
  const { lines } = lot;
  const line = lines[at];
  return (
    <section className="lot-table" aria-label={words.lines}>
      <div className="lots-frame">
        <VirtualRows
          id={listId}
          label={words.lines}
          count={lines.length}
          at={at}
          isMultiple
          takesFocus
          onMove={lots.lookAt}
          onKey={({ key, repeat }) => {
            if (key !== ' ') return false;
            if (!repeat) lots.toggle().catch(reportBug);
            return true;
          }}
          renderRow={(place, top) => {
            const each = lines[place];
            return (
              each !== undefined && (
                <LineRow
                  key={each.nth}
                  line={each}
                  place={place}
                  top={top}
                  total={lines.length}
                  isActive={place === at}
                />
              )
            );
          }}
        />
      </div>
      {line !== undefined && <LineDetail line={line} isRunning={isRunning(lot)} />}
    </section>
  );
}

const isRunning = ({ stage }: Pick<Lot, 'stage'>): boolean => stage === 'asking' || stage === 'paying';

interface LineRowProps {
  readonly line: LotLine;
  readonly place: number;
  /** From the top of the list, in CSS pixels. */
  readonly top: number;
  readonly total: number;
  readonly isActive: boolean;
}

/** The tick of a line: whether it is paid with the lot, and whether that may be said otherwise. */
function tickOf({ isChosen, canChoose, payment, state }: LotLine): string {
  if (payment !== null) return state === 'paid' ? '✓' : state === 'unknown' || state === 'sent' ? '?' : '✕';
  if (isChosen) return '☑';
  return canChoose ? '☐' : '–';
}

function LineRow({ line, place, top, total, isActive }: LineRowProps) {
  const m = useMessages();
  const lots = useLots();
  const { nth, name, note, number, product, serviceName, due, state, isChosen, payment } = line;
  const sold = serviceName === '' ? m.products[product].short : serviceName;
  const toggle = (): void => void lots.toggle(place).catch(reportBug);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the keys
    <div
      id={`${listId}-${place}`}
      className="lot-line"
      data-state={state}
      data-active={isActive}
      data-chosen={isChosen}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option outside a select is not drawn
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-posinset={place + 1}
      aria-setsize={total}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => lots.lookAt(place)}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- for a finger; Space does the same */}
      <span
        className="lot-tick"
        data-testid={`lot-tick-${nth}`}
        aria-hidden="true"
        onClick={payment === null ? toggle : undefined}
      >
        {tickOf(line)}
      </span>
      <span className="small lots-nth">{nth}</span>
      <span className="lot-who">
        <strong className="lots-cut">{name === '' ? note : name}</strong>{' '}
        <span className="small lots-cut">
          {groupNumber(number)} · {sold}
        </span>
      </span>
      <strong className="lot-due">{due === null ? '' : formatRupiah(due)}</strong>
      <span className="lot-state">
        <span className="lot-state-words">{stateWords(line, m)}</span>
      </span>
    </div>
  );
}

/** The texts as they speak of the biller that a line goes to. */
function useMessagesOfLine({ product }: LotLine): Messages {
  return useView((view) =>
    messagesFor(
      view.counter?.language ?? 'id',
      billerNameOf(view, entryOfProduct(view.catalogue ?? [], product)?.biller),
      keysNow(view),
    ),
  );
}

/** Why a line is as it is, in full, and what can be done with it. Always of one height. */
function LineDetail({ line, isRunning: runs }: { readonly line: LotLine; readonly isRunning: boolean }) {
  const m = useMessagesOfLine(line);
  const { lots: words } = m;
  const lots = useLots();
  const commands = useCommands();
  const language = useLanguage();
  const zone = useShopZone();
  const now = instant(useNow(60_000));
  const { nth, name, number, note, isChosen, canChoose, payment, reference, token } = line;
  const why = whyWords(line, { now, zone, language, m }, language);
  const facts = [
    ...(reference === '' ? [] : [`Ref ${reference}`]),
    ...(token === '' ? [] : [groupToken(token).join(' ')]),
    ...(payment === null && line.obstacles.length > 0 && canChoose && !isChosen ? [words.mayChoose] : []),
  ];
  return (
    <div className="lot-detail" data-testid="lot-detail">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
      <section className="lot-detail-words" tabIndex={0} aria-label={`${nth}. ${name}`}>
        <p>
          <strong>
            {nth}. {name === '' ? groupNumber(number) : name}
          </strong>
          {note !== '' && note !== name && <span className="small"> {note}</span>}{' '}
          <span className="small">{stateWords(line, m)}</span>
        </p>
        {[...why, ...facts].map((each) => (
          <p key={each} className="small">
            {each}
          </p>
        ))}
      </section>
      <div className="lot-detail-keys">
        <Button
          keyCap={m.keys.space}
          disabled={runs || payment !== null || !(canChoose || isChosen)}
          onPress={() => void lots.toggle().catch(reportBug)}
        >
          {isChosen ? words.unchoose : words.choose}
        </Button>
        <Button
          keyCap={lotKeys.show.combo}
          disabled={payment === null}
          onPress={() => {
            if (payment === null) return;
            commands.close();
            commands.showPayment(payment);
          }}
        >
          <Heard>{words.showPart}</Heard> {words.show}
        </Button>
      </div>
    </div>
  );
}
