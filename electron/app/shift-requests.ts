import type { RequestHandlers } from '../../shared/contract/contract.ts';
import type { PaymentView } from '../../shared/contract/payment-view.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Shift } from './shift.ts';

/** The requests about the drawer and its shifts; `viewPayment` is how a payment is shown. */
export function createShiftRequests(
  shift: Shift,
  viewPayment: (payment: QuoteId) => Result<PaymentView, unknown>,
): Pick<
  RequestHandlers,
  'shift' | 'openShift' | 'moveCash' | 'refund' | 'closeShift' | 'printX' | 'zReports' | 'printZ'
> {
  return {
    shift: () => ok(shift.view()),
    openShift: ({ float }) => shift.open(float),
    moveCash: (move) => shift.move(move),
    refund({ payment }) {
      const done = shift.refund(payment);
      if (!done.ok) return done;
      const view = viewPayment(payment);
      if (!view.ok) throw new Error('a payment whose cash was given back is not in the ledger');
      return view;
    },
    closeShift: ({ count }) => shift.close(count),
    printX: () => shift.printX(),
    zReports: ({ before }) => ok([...shift.zReports(before)]),
    printZ: ({ number }) => shift.printZ(number),
  };
}
