import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { shopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessagesOf, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { checkingWords } from './checking-words.ts';
import './checking-line.css';

/** When the biller is asked again about a payment that is not certain, and the key that asks now. */
export function CheckingLine({ payment }: { readonly payment: PaymentView }) {
  const commands = useCommands();
  const m = useMessagesOf(payment.quote.biller);
  const byHand = useView(({ check }) => (check?.payment === payment.quote.id ? check : null));
  const isAsked = byHand !== null && byHand.problem === null;
  const { what, before } = checkingWords(payment, isAsked, shopZone, m);
  const problem = byHand?.problem ?? null;
  const canAsk = payment.checking.kind === 'will' && !payment.checking.isAsking && !isAsked;
  return (
    <div className="checking" data-testid="checking" data-kind={payment.checking.kind}>
      <div className="checking-words">
        <output>
          {what} {before !== null && <span className="checking-before">{before}</span>}
        </output>
        {problem !== null && (
          <p role="alert">
            {m.checkProblems[problem].what} {m.checkProblems[problem].money}{' '}
            <strong>{m.checkProblems[problem].next}</strong>
          </p>
        )}
      </div>
      {payment.checking.kind === 'will' && (
        <Button keyCap="Ctrl+T" disabled={!canAsk} onPress={commands.check}>
          {m.outcome.checkNow}
        </Button>
      )}
    </div>
  );
}
