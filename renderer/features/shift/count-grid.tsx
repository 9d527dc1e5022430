import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { formatRupiah } from '../../../shared/money.ts';
import { denominations, type Denomination } from '../../../shared/shift/cash-count.ts';
import { countedOf } from '../../store/shift.ts';
import { useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useDrawer, useDrawerView } from './use-drawer.ts';

/** The fields stand in columns of so many, largest first. */
const rows = 6;

const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -rows,
  ArrowRight: rows,
};

/** How many of each note and coin lie in the drawer: counted before anybody is told what should. */
export function CountGrid() {
  const { shift: words } = useMessages();
  const drawer = useDrawer();
  const counted = useDrawerView(countedOf);
  const grid = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => grid.current?.querySelector('input')?.focus(), []);

  /** Enter goes through them all and ends at the sum; arrows go to the neighbours. */
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    const fields = [...(grid.current?.querySelectorAll('input') ?? [])];
    const at = fields.findIndex((field) => field === document.activeElement);
    const isEnter = event.key === 'Enter';
    const step = isEnter ? 1 : steps[event.key];
    if (step === undefined || (isEnter && event.repeat)) return;
    event.preventDefault();
    if (isEnter && at === fields.length - 1) return drawer.finishCount();
    const next = fields[at + step];
    next?.focus();
    next?.select();
  };

  return (
    <section className="drawer-part">
      <h3 className="drawer-title">{words.countTitle}</h3>
      <p className="small">{words.countNote}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its fields take the keys */}
      <div ref={grid} className="count-grid" onKeyDown={walk}>
        {denominations.map((value) => (
          <CountLine key={value} value={value} />
        ))}
      </div>
      <div className="drawer-row">
        <p className="count-sum">
          {words.total} <output data-testid="counted">{formatRupiah(counted)}</output>
        </p>
        <Button look="main" onPress={drawer.finishCount}>
          {words.next}
        </Button>
        <Button look="quiet" keyCap="Esc" onPress={drawer.back}>
          {words.back}
        </Button>
      </div>
    </section>
  );
}

function CountLine({ value }: { readonly value: Denomination }) {
  const { shift: words } = useMessages();
  const drawer = useDrawer();
  const pieces = useDrawerView((view) => view.pieces[value] ?? '');
  return (
    <div className="count-line">
      <span className="count-value">{formatRupiah(value)}</span>
      <span aria-hidden="true">×</span>
      <input
        className="form-input count-pieces"
        aria-label={words.pieces(formatRupiah(value))}
        inputMode="numeric"
        autoComplete="off"
        placeholder="0"
        value={pieces}
        onChange={(event) => drawer.typePieces(value, event.currentTarget.value)}
      />
      <span className="count-amount">{formatRupiah(value * Number(pieces))}</span>
    </div>
  );
}
