import { useView } from '../../store/use-counter.ts';
import { BillPanel } from '../bill/bill-panel.tsx';
import { InquiryWaiting } from '../number/inquiry-waiting.tsx';
import { OutcomePanel } from '../outcome/outcome-panel.tsx';
import { ProblemPanel } from '../outcome/problem-panel.tsx';
import { DenominationGrid } from '../token/denomination-grid.tsx';
import { Guide } from './guide.tsx';

/** What stands under the number: one thing at a time, at one place. */
export function Stage() {
  const sale = useView((view) => view.sale);
  switch (sale.step) {
    case 'number':
      return (
        <div className="stage">
          {sale.problem === null ? <Guide /> : <ProblemPanel problem={sale.problem} />}
        </div>
      );
    case 'asking':
      return (
        <div className="stage">
          <InquiryWaiting />
        </div>
      );
    case 'offer':
      return (
        <div className="stage">
          <DenominationGrid key={sale.offer.id} step={sale} />
        </div>
      );
    case 'bill':
    case 'paying':
      return (
        <div className="stage">
          <BillPanel key={sale.quote.id} step={sale} />
        </div>
      );
    case 'done':
      return (
        <div className="stage">
          <OutcomePanel finished={sale.finished} />
        </div>
      );
  }
}
