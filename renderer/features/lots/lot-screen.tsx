import { useMessages } from '../../store/use-counter.ts';
import { ConfirmLot } from './confirm-lot.tsx';
import { LotLines } from './lot-lines.tsx';
import { LotSide } from './lot-side.tsx';
import { useLotsView } from './use-lots.ts';

/** A lot: its lines, what they come to, and what is to be done. */
export function LotScreen() {
  const { lots: words } = useMessages();
  const lot = useLotsView((view) => view.lot);
  const question = useLotsView((view) => (view.screen.at === 'lot' ? view.screen.question : null));
  const hasFailed = useLotsView((view) => view.note !== null);
  if (lot === null) return <output className="lots-empty">{hasFailed ? '' : words.loadingLot}</output>;
  if (question !== null) return <ConfirmLot lot={lot} question={question} />;
  return (
    <div className="lot" data-stage={lot.stage} data-testid="lot">
      <LotLines lot={lot} />
      <LotSide lot={lot} />
    </div>
  );
}
