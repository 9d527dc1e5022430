import { useRef } from 'react';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import { gapInView } from '../../store/counter-view.ts';
import {
  useCommands,
  useCounterState,
  useMessages,
  useMessagesOf,
  useView,
} from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import { GapDetail } from './gap-detail.tsx';
import { OpenList } from './open-list.tsx';
import { OpenPayment } from './open-payment.tsx';
import { keysOfPlace } from '../keys/key-map.ts';
import './unresolved-dialog.css';

/** Main lists no more than this, the oldest first. */
const mostListed = 200;

/** What nobody knows: payments whose outcome is open and gaps of the ledger, with what one must and must not do. */
export function UnresolvedDialog() {
  const m = useMessages();
  const { unresolved, gaps: gapCount } = useCounterState();
  const open = useView((view) => view.open);
  const gaps = useView((view) => view.gaps) ?? [];
  const chosen = useView((view) => view.chosen);
  const gap = useView(gapInView);
  const settled = useView((view) => view.settledLate);
  const decided = useView((view) => view.decided);
  const first = useRef<HTMLButtonElement>(null);
  const isLoading =
    open === null || (unresolved > 0 && open.length === 0) || (gapCount > 0 && gaps.length === 0);
  return (
    <PlaceDialog title={m.unresolved.label} size="large" focusFirst={first}>
      <div className="unresolved">
        {decided !== null && <DecidedWords payment={decided} />}
        {settled.map((payment) => (
          <SettledWords key={payment.quote.id} payment={payment} />
        ))}
        {open === null || open.length + gaps.length === 0 ? (
          <p>{isLoading ? m.unresolved.loading : m.unresolved.empty}</p>
        ) : (
          <>
            {open.length > 0 && (
              <div className="unresolved-words">
                <p>
                  <strong>{m.unresolved.intro}</strong> {m.unresolved.late}
                </p>
                <PrintListKey />
              </div>
            )}
            <div className="unresolved-halves">
              <OpenList gaps={gaps} open={open} first={first} />
              {gap === null ? (
                chosen !== null && <OpenPayment key={chosen.quote.id} payment={chosen} />
              ) : (
                <GapDetail key={gap.id} gap={gap} />
              )}
            </div>
            {open.length >= mostListed && unresolved > open.length && (
              <p className="small">{m.unresolved.newer(unresolved - open.length)}</p>
            )}
          </>
        )}
      </div>
    </PlaceDialog>
  );
}

/** Prints the list, to take along when one asks the biller; and what came of that. */
function PrintListKey() {
  const m = useMessages();
  const commands = useCommands();
  const step = useView(({ listPrint }) => listPrint?.step ?? null);
  const isTrouble = step !== null && step !== 'asked' && step !== 'printed';
  return (
    <>
      <p
        role={isTrouble ? 'alert' : 'status'}
        className={isTrouble ? 'form-fault' : 'small'}
        data-testid="list-print"
      >
        {step === 'printed' && m.unresolved.listPrinted}
        {isTrouble && m.unresolved.listProblems[step]}
      </p>
      <Button
        keyCap={keysOfPlace.unresolved.print.combo}
        disabled={step === 'asked'}
        onPress={commands.printList}
      >
        {m.unresolved.printList}
      </Button>
    </>
  );
}

/** What has just become certain: the line about it under the receipt is covered by this dialog. */
function SettledWords({ payment: { quote, state } }: { readonly payment: PaymentView }) {
  const m = useMessages();
  const who = `${quote.customer.name} ${formatRupiah(amountDue(quote))}`;
  return (
    <output className={`unresolved-settled unresolved-${state}`}>
      {state === 'paid' ? m.settledLate.paid(who) : m.settledLate.rejected(who)}
    </output>
  );
}

/** What the owner has just decided here, and what that means for the cash. */
function DecidedWords({ payment: { quote, state } }: { readonly payment: PaymentView }) {
  const m = useMessagesOf(quote.biller);
  return (
    <output className={`unresolved-settled unresolved-${state}`} data-testid="decided">
      {quote.customer.name} {formatRupiah(amountDue(quote))}: {m.states[state]}.{' '}
      {state === 'rejected-by-hand' && m.outcome.giveBackByHand}
    </output>
  );
}
