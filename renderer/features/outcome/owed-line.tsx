import { useState } from 'react';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { ShiftProblemCode } from '../../../shared/contract/shift.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import { reportBug } from '../../report-bug.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './owed-line.css';

type Owed = Pick<PaymentView, 'isOwed' | 'quote'>;

/** Where the drawer's book still holds the customer's cash: notes here that it has gone back. */
export function OwedLine({ payment }: { readonly payment: Owed }) {
  // What was pressed for one payment says nothing about the next.
  return <GivingBack key={payment.quote.id} payment={payment} />;
}

type Step = 'owed' | 'sure' | 'sending' | 'noted';

/** Pressed twice: cash that has left the drawer does not come back by Esc. */
function GivingBack({ payment: { isOwed, quote } }: { readonly payment: Owed }) {
  const { outcome: words, shift } = useMessages();
  const { refund } = useCommands();
  const [step, setStep] = useState<Step>('owed');
  const [problem, setProblem] = useState<ShiftProblemCode | null>(null);
  if (!isOwed)
    return step === 'owed' ? null : (
      <output className="owed-line" data-testid="refunded">
        {shift.notes.refunded}
      </output>
    );
  const press = async (): Promise<void> => {
    if (step === 'owed') return setStep('sure');
    if (step !== 'sure') return;
    setStep('sending');
    const refused = await refund(quote.id);
    setProblem(refused);
    setStep(refused === null ? 'noted' : 'owed');
  };
  const isSure = step !== 'owed';
  return (
    <p className="owed-line" data-testid="owed">
      {problem === null ? words.owed : <span role="alert">{shift.problems[problem]}</span>}
      <Button look={isSure ? 'main' : 'plain'} onPress={() => void press().catch(reportBug)}>
        {isSure ? shift.refundSure(formatRupiah(amountDue(quote))) : words.noteRefund}
      </Button>
      {problem === 'no-shift' && <ToShift />}
    </p>
  );
}

/** Only an open shift has a book to note it in. */
function ToShift() {
  const { shift } = useMessages();
  const commands = useCommands();
  return (
    <Button keyCap={useKeyOf('shift')} onPress={() => commands.open('shift')}>
      {shift.label}
    </Button>
  );
}
