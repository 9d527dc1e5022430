import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessagesOf, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { checkingWords } from './checking-words.ts';
import { useKeyOf } from '../keys/use-key-of.ts';
import './checking-line.css';

/** When the biller is asked again about a payment that is not certain, and the key that asks now. */
export function CheckingLine({ payment }: { readonly payment: PaymentView }) {
  const checkKey = useKeyOf('check');
  const zone = useShopZone();
  const commands = useCommands();
  const m = useMessagesOf(payment.quote.biller);
  const byHand = useView(({ check }) => (check?.payment === payment.quote.id ? check : null));
  const isAsked = byHand !== null && byHand.problem === null;
  const now = useNow(60_000);
  const { what, before } = checkingWords(payment, isAsked, instant(now), zone, m);
  const problem = byHand?.problem ?? null;
  const { checking } = payment;
  const isAskedHere = checking.kind === 'will' || checking.kind === 'gave-up';
  const canAsk = isAskedHere && !isAsked && !(checking.kind === 'will' && checking.isAsking);
  return (
    <div className="checking" data-testid="checking" data-kind={checking.kind}>
      {checking.kind === 'cannot' && <Icon name="phone" size={32} />}
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
      {isAskedHere && (
        <Button keyCap={checkKey} disabled={!canAsk} onPress={commands.check}>
          {m.outcome.checkNow}
        </Button>
      )}
    </div>
  );
}
