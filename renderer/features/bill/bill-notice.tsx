import { useState } from 'react';
import { instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';
import { useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { secondsSince } from '../../ui/seconds.ts';
import { useNow } from '../../ui/use-now.ts';
import { ProblemPanel } from '../outcome/problem-panel.tsx';
import './bill-notice.css';

/** The place between the bill and the cash for whatever must be said about it. */
export function BillNotice() {
  const isPaying = useView(({ sale }) => sale.step === 'paying');
  const stopTried = useView(({ sale }) => sale.step === 'paying' && sale.stopTried);
  const problem = useView(({ sale }) => (sale.step === 'bill' ? sale.problem : null));
  const isInsisted = useView(({ sale }) => sale.step === 'bill' && sale.isInsisted);
  return (
    <div className="bill-notice">
      {isPaying && <PayingWords stopTried={stopTried} />}
      {problem !== null && <ProblemPanel problem={problem} isCompact />}
      {isInsisted && <InsistedWords />}
    </div>
  );
}

function InsistedWords() {
  const m = useMessages();
  return (
    <output className="insisted" data-testid="insisted">
      {m.cutOff.insisted}
    </output>
  );
}

function PayingWords({ stopTried }: { readonly stopTried: boolean }) {
  const zone = useShopZone();
  const m = useMessages();
  const { exchange } = useCounterState();
  const now = useNow(250);
  const [began] = useState(now);
  const seconds = secondsSince(exchange?.since ?? began, now);
  const isSent = exchange?.kind === 'payment' && exchange.phase === 'waiting';
  return (
    <div className="paying" data-testid="paying">
      <p className="paying-words" role="timer">
        {isSent ? m.paying.sent(seconds) : m.paying.connecting(seconds)}
      </p>
      {stopTried ? (
        <p className="paying-cannot" role="alert">
          {m.paying.cannotStop}
        </p>
      ) : (
        <p>
          {exchange === null
            ? ''
            : m.paying.deadline(formatClockWithSeconds(instant(exchange.deadline), zone))}
        </p>
      )}
    </div>
  );
}
