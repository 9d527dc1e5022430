import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatClock, type Zone } from '../../../shared/time.ts';
import { formatClockWithSeconds } from '../../ui/clock.ts';

/** What is being done about a payment that is not certain: a sentence, and what has been done so far. */
export interface CheckingWords {
  readonly what: string;
  readonly before: string | null;
}

/** `isAsked`: somebody at this counter has just asked, and the answer is not there yet. */
export function checkingWords(
  { checking, sentAt }: Pick<PaymentView, 'checking' | 'sentAt'>,
  isAsked: boolean,
  zone: Zone,
  m: Messages,
): CheckingWords {
  const sentClock = `${formatClockWithSeconds(sentAt, zone)} ${zone}`;
  switch (checking.kind) {
    case 'not-needed':
      return { what: m.outcome.awaited, before: null };
    case 'cannot':
      return {
        what:
          checking.because === 'no-call'
            ? m.outcome.cannotCheck(sentClock)
            : m.outcome.otherAccount(sentClock),
        before: null,
      };
    case 'will': {
      const { asked, lastAt, nextAt } = checking;
      // Two questions within a minute or two would read as the same time.
      const isSoon = lastAt !== null && nextAt - lastAt < 120_000;
      const clock = isSoon ? formatClockWithSeconds : formatClock;
      return {
        what: isAsked || checking.isAsking ? m.outcome.asking : m.outcome.willCheck(clock(nextAt, zone)),
        before: lastAt === null ? m.outcome.neverAsked : m.outcome.asked(asked, clock(lastAt, zone)),
      };
    }
  }
}
