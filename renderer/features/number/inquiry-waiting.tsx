import { useState } from 'react';
import { billerInHand } from '../../store/counter-view.ts';
import { useCommands, useCounterState, useMessagesOf, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { secondsSince, secondsUntil } from '../../ui/seconds.ts';
import './waiting.css';

/** What is being waited for, since when, and what will happen if nothing comes. */
export function InquiryWaiting() {
  const commands = useCommands();
  const { exchange } = useCounterState();
  const inHand = useView(billerInHand);
  const m = useMessagesOf(exchange?.biller ?? inHand);
  const now = useNow(250);
  const [began] = useState(now);
  const seconds = secondsSince(exchange?.since ?? began, now);
  const isWaiting = exchange?.phase === 'waiting';
  return (
    <div className="waiting" data-testid="waiting">
      <p className="waiting-words" role="timer">
        {isWaiting ? m.number.waiting(seconds) : m.number.asking(seconds)}
      </p>
      <p className="waiting-deadline">
        {exchange === null ? '' : m.number.deadline(secondsUntil(exchange.deadline, now))}
      </p>
      <Button keyCap="Esc" onPress={commands.stepBack}>
        {m.number.stop}
      </Button>
    </div>
  );
}
