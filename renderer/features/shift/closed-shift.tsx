import { useLayoutEffect, useRef } from 'react';
import { formatRupiah } from '../../../shared/money.ts';
import { differenceOf, expectedCash, type ZReport } from '../../../shared/shift/shift-figures.ts';
import { reportBug } from '../../report-bug.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { differenceWords } from './difference-words.ts';
import { Formula } from './formula.tsx';
import { useDrawer } from './use-drawer.ts';

/** What the shift came to: what was counted, what was expected, and the difference in words. */
export function ClosedShift({ report }: { readonly report: ZReport }) {
  const m = useMessages();
  const commands = useCommands();
  const drawer = useDrawer();
  const keys = useRef<HTMLDivElement>(null);
  const words = m.shift;
  const difference = differenceOf(report);
  useLayoutEffect(() => keys.current?.querySelector('button')?.focus(), []);
  return (
    <div className="drawer-halves">
      <section className="drawer-part">
        <h3 className="drawer-title">{words.closed(report.number)}</h3>
        <output className="drawer-big" data-testid="difference">
          {words.difference} <strong>{differenceWords(difference, m)}</strong>
        </output>
        <p className="drawer-sum-line drawer-sum-end">
          <span>{words.counted}</span>
          <span>{formatRupiah(report.counted)}</span>
        </p>
        <div ref={keys} className="drawer-row">
          <Button look="main" keyCap="Esc" onPress={commands.close}>
            {words.done}
          </Button>
          <Button keyCap="Ctrl+P" onPress={() => void drawer.printZ(report.number).catch(reportBug)}>
            {words.printAgain}
          </Button>
        </div>
      </section>
      <section className="drawer-part">
        <Formula figures={report.figures} expected={expectedCash(report.figures)} />
      </section>
    </div>
  );
}
