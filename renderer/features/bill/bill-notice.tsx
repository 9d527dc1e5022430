import { useState } from 'react';
import { instant } from '../../../shared/time.ts';
import type { BillStep, PayingStep } from '../../store/sale.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';
import { useCounterState, useMessages } from '../../store/use-counter.ts';
import { secondsSince } from '../../ui/seconds.ts';
import { useNow } from '../../ui/use-now.ts';
import { ProblemPanel } from '../outcome/problem-panel.tsx';
import './bill-notice.css';

/** The place between the bill and the cash for whatever must be said about it. */
export function BillNotice({ step }: { readonly step: BillStep | PayingStep }) {
  return (
    <div className="bill-notice">
      {step.step === 'paying' && <PayingWords stopTried={step.stopTried} />}
      {step.step === 'bill' && step.problem !== null && <ProblemPanel problem={step.problem} isCompact />}
      {step.step === 'bill' && step.isInsisted && <InsistedWords />}
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
