import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { FormerLot } from '../../../shared/contract/lots.ts';
import type { GroupInBrief } from '../../../shared/lot/group.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { instant } from '../../../shared/time.ts';
import { reportBug } from '../../report-bug.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { whenWords } from '../../ui/when.ts';
import { groupKeys } from '../keys/key-map.ts';
import { nextInGrid } from '../token/next-in-grid.ts';
import { openGroup } from './lots-moves.ts';
import { useEditor, useLots, useLotsView } from './use-lots.ts';

/** The groups, of which a lot is made, and the lots there were. */
export function LotsHome() {
  return (
    <div className="lots-halves">
      <GroupList />
      <FormerLots />
    </div>
  );
}

/** Moves the focus among what of one kind is in a list. */
function walk(event: KeyboardEvent<HTMLElement>, kind: string): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(kind)];
  const at = all.findIndex((each) => each === document.activeElement);
  const next = at < 0 ? null : nextInGrid(event.key, at, all.length, 1);
  if (next === null) return;
  event.preventDefault();
  all[next]?.focus();
}

function GroupList() {
  const m = useMessages();
  const { lots: words } = m;
  const lots = useLots();
  const editor = useEditor();
  const groups = useLotsView((view) => view.groups);
  const picked = useLotsView((view) => view.picked);
  const isBusy = useLotsView((view) => view.isBusy);
  const { lot } = useCounterState();
  const list = useRef<HTMLUListElement>(null);
  const hasCome = groups !== null;
  // The first group has the focus once it is there: Space picks, Enter begins.
  useEffect(() => {
    if (hasCome) list.current?.querySelector('input')?.focus();
  }, [hasCome]);
  const numbers = (groups ?? [])
    .filter(({ number }) => picked.includes(number))
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <form
      className="lots-part"
      aria-label={words.groups}
      onSubmit={(event) => {
        event.preventDefault();
        if (lot === null) lots.begin().catch(reportBug);
      }}
    >
      <h3 className="lots-title">{words.groups}</h3>
      {groups === null || groups.length === 0 ? (
        <p className="lots-empty">{groups === null ? words.loading : words.empty}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is in it takes the keys
        <ul ref={list} className="lots-list" onKeyDown={(event) => walk(event, 'input')} data-testid="groups">
          {groups.map((group) => (
            <GroupLine key={group.number} group={group} isPicked={picked.includes(group.number)} />
          ))}
        </ul>
      )}
      {lot === null ? (
        <p className="small">{groups !== null && groups.length > 0 ? words.pickHint : ''}</p>
      ) : (
        <p className="lots-open-now">{words.openNow(lot.number)}</p>
      )}
      <div className="lots-row">
        {lot === null ? (
          <button
            type="submit"
            className="button button-main lots-begin"
            disabled={picked.length === 0 || isBusy}
            aria-keyshortcuts="Enter"
          >
            <span className="button-words">
              {picked.length === 0 ? words.beginNone : words.begin(numbers)}
            </span>
            <kbd className="key-cap" aria-hidden="true">
              Enter
            </kbd>
          </button>
        ) : (
          <Button
            look="main"
            className="lots-begin"
            onPress={() => lots.show({ at: 'lot', lot: lot.number, question: null })}
          >
            {words.toOpen}
          </Button>
        )}
        <Button keyCap={groupKeys.new.combo} onPress={() => openGroup(lots, editor, null)}>
          {words.newGroup}
        </Button>
      </div>
    </form>
  );
}

function GroupLine({ group, isPicked }: { readonly group: GroupInBrief; readonly isPicked: boolean }) {
  const { lots: words } = useMessages();
  const lots = useLots();
  const editor = useEditor();
  return (
    <li className="lots-group">
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- its text stands deeper than is looked */}
      <label className="lots-pick">
        <input
          type="checkbox"
          checked={isPicked}
          onChange={(event) => lots.pick(group.number, event.currentTarget.checked)}
        />
        <span className="lots-group-name">
          <strong>{group.name}</strong>
          <span className="small">
            {group.collector === '' ? words.noCollector : group.collector} · {words.count(group.count)}
          </span>
        </span>
      </label>
      <Button label={words.edit(group.name)} onPress={() => openGroup(lots, editor, group.number)}>
        {words.editKey}
      </Button>
    </li>
  );
}

function FormerLots() {
  const m = useMessages();
  const { lots: words } = m;
  const lots = useLots();
  const former = useLotsView((view) => view.former);
  const hasOlder = useLotsView((view) => view.hasOlder);
  return (
    <section className="lots-part" aria-label={words.former}>
      <h3 className="lots-title">{words.former}</h3>
      {former?.length === 0 && <p className="lots-empty">{words.noFormer}</p>}
      {former !== null && former.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is in it takes the keys
        <ul className="lots-list" onKeyDown={(event) => walk(event, 'button')}>
          {former.map((lot) => (
            <FormerLine key={lot.number} lot={lot} />
          ))}
          {hasOlder && (
            <li>
              <Button onPress={() => void lots.fetchOlder().catch(reportBug)}>{words.older}</Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function FormerLine({ lot }: { readonly lot: FormerLot }) {
  const m = useMessages();
  const { lots: words } = m;
  const lots = useLots();
  const zone = useShopZone();
  const now = instant(useNow(60_000));
  const { number, openedAt, closedAt, groups, lines, paid } = lot;
  return (
    <li className="lots-group">
      <span className="lots-group-name">
        <span className="lots-former-groups">
          <strong>{words.title(number)}</strong> {groups.join(', ')}
        </span>
        <span className="small">
          {whenWords(openedAt, now, zone, m)}
          {closedAt === null && ` · ${words.still}`} ·{' '}
          {words.formerPaid(paid.count, lines, formatRupiah(paid.amount))}
        </span>
      </span>
      <Button
        label={`${words.seeKey}: ${words.title(number)}`}
        onPress={() => lots.show({ at: 'lot', lot: number, question: null })}
      >
        {words.seeKey}
      </Button>
    </li>
  );
}
