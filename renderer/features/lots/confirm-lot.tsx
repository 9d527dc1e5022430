import { useLayoutEffect, useRef } from 'react';
import type { Lot } from '../../../shared/contract/lots.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { reportBug } from '../../report-bug.ts';
import type { LotQuestion } from '../../store/lots.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { ShortDeposits } from './short-deposits.tsx';
import { useLots } from './use-lots.ts';

/** Once more before a lot is paid, or closed. What does nothing has the focus. */
export function ConfirmLot({ lot, question }: { readonly lot: Lot; readonly question: LotQuestion }) {
  const { lots: words } = useMessages();
  const lots = useLots();
  const keys = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => keys.current?.querySelector('button')?.focus(), []);
  const { count, amount } = lot.sums.chosen;
  const sum = formatRupiah(amount);
  const isPaying = question === 'pay';
  return (
    <section
      className="lots-question"
      aria-labelledby="lots-question"
      aria-describedby="lots-question-words"
      data-testid="lots-question"
    >
      <h3 id="lots-question" className="lots-question-title">
        {isPaying ? words.payTitle(count, sum) : words.closeTitle(lot.number)}
      </h3>
      <div id="lots-question-words" className="lots-question-words">
        {isPaying ? <PayFacts lot={lot} /> : <CloseFacts lot={lot} />}
      </div>
      <div ref={keys} className="lots-question-keys">
        <Button keyCap="Esc" onPress={lots.back}>
          {words.back}
        </Button>
        <Button look="main" onPress={() => void lots.confirm().catch(reportBug)}>
          {isPaying ? words.pay(sum) : words.close}
        </Button>
      </div>
    </section>
  );
}

function PayFacts({ lot }: { readonly lot: Lot }) {
  const { lots: words } = useMessages();
  const { billers } = useCounterState();
  return (
    <>
      <p className="lots-big">{words.payCash(formatRupiah(lot.sums.chosen.amount))}</p>
      {billers.map(({ id, name, deposit }) => (
        <p key={id}>
          {deposit === null
            ? words.depositUnknown(name)
            : words.depositOf(name, formatRupiah(deposit.amount))}
        </p>
      ))}
      <ShortDeposits lot={lot} />
      <p>{words.payWords}</p>
    </>
  );
}

function CloseFacts({ lot }: { readonly lot: Lot }) {
  const { lots: words } = useMessages();
  const { count, amount } = lot.sums.chosen;
  return (
    <>
      {count > 0 && <p className="lots-big">{words.closeLeft(count, formatRupiah(amount))}</p>}
      <p>{words.closeWords}</p>
    </>
  );
}
