import { useEffect, useLayoutEffect, useRef } from 'react';
import type { WaitingPaper } from '../../../shared/contract/printing.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { useNow } from '../../ui/use-now.ts';
import { ageWords } from '../../ui/when.ts';
import { useListArrows } from '../token/use-list-arrows.ts';
import { kindWords, ownerWords } from './paper-words.ts';

/**
 * The papers, oldest first. Arrows walk over them; what has the focus is looked at. A line that goes from under the focus
 * leaves it to the list: a key that was meant for that paper must not answer for the next.
 */
export function PaperList({ papers }: { readonly papers: readonly WaitingPaper[] }) {
  const m = useMessages();
  const now = instant(useNow(30_000));
  const list = useRef<HTMLUListElement>(null);
  useListArrows(list);
  useLayoutEffect(() => list.current?.querySelector('button')?.focus(), []);
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  });
  return (
    <ul ref={list} className="paper-list" aria-label={m.papers.list} tabIndex={-1}>
      {papers.map((paper) => (
        <PaperLine key={paper.job} paper={paper} now={now} />
      ))}
    </ul>
  );
}

function PaperLine({ paper, now }: { readonly paper: WaitingPaper; readonly now: Instant }) {
  const zone = useShopZone();
  const m = useMessages();
  const commands = useCommands();
  const isChosen = useView((view) => view.chosenPaper === paper.job);
  const who = ownerWords(paper, m);
  const what = kindWords(paper, m);
  const age = ageWords(paper.at, now, zone, m);
  return (
    <li>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its words lie deeper than the rule looks */}
      <button
        type="button"
        className="paper-line"
        data-state={paper.state}
        aria-current={isChosen}
        onFocus={() => commands.choosePaper(paper.job)}
      >
        <span className="paper-who">
          <strong>{who}</strong>
          <span className="small">{what}</span>
        </span>
        <span className="paper-sum">
          <strong>{paper.payment === null ? '' : formatRupiah(paper.payment.total)}</strong>
          <span className="small">{age}</span>
        </span>
      </button>
    </li>
  );
}
