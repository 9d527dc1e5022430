import { useView } from '../../store/use-counter.ts';
import { BillPanel } from '../bill/bill-panel.tsx';
import { billInHand } from '../cash/bill-in-hand.ts';
import { InquiryWaiting } from '../number/inquiry-waiting.tsx';
import { OutcomePanel } from '../outcome/outcome-panel.tsx';
import { ProblemPanel } from '../outcome/problem-panel.tsx';
import { DenominationGrid } from '../token/denomination-grid.tsx';
import { Guide } from './guide.tsx';

/** What stands under the number: one thing at a time, at one place. A key in the number draws none of it anew. */
export function Stage() {
  const step = useView((view) => view.sale.step);
  return <div className="stage">{stages[step]}</div>;
}

function NumberStage() {
  const problem = useView(({ sale }) => (sale.step === 'number' ? sale.problem : null));
  return problem === null ? <Guide /> : <ProblemPanel problem={problem} />;
}

function OfferStage() {
  const offer = useView(({ sale }) => (sale.step === 'offer' ? sale : null));
  return offer === null ? null : <DenominationGrid key={offer.offer.id} step={offer} />;
}

function BillStage() {
  const quote = useView(({ sale }) => billInHand(sale)?.quote ?? null);
  return quote === null ? null : <BillPanel key={quote.id} quote={quote} />;
}

function DoneStage() {
  const finished = useView(({ sale }) => (sale.step === 'done' ? sale.finished : null));
  return finished === null ? null : <OutcomePanel finished={finished} />;
}

const bill = <BillStage />;
/** Made once, so that a step stays what it is while it changes within. */
const stages = {
  number: <NumberStage />,
  asking: <InquiryWaiting />,
  offer: <OfferStage />,
  bill,
  paying: bill,
  done: <DoneStage />,
} as const;
