import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatClock, type Instant, type Zone } from '../../../shared/time.ts';
import { formatClockWithSeconds, formatDayAndClock } from '../../ui/clock.ts';
import { whenWords } from '../../ui/when.ts';

/** What is being done about a payment that is not certain: a sentence, and what has been done so far. */
export interface CheckingWords {
  readonly what: string;
  readonly before: string | null;
}

/** `isAsked`: somebody at this counter has just asked, and the answer is not there yet. */
export function checkingWords(
  { checking, sentAt }: Pick<PaymentView, 'checking' | 'sentAt'>,
  isAsked: boolean,
  now: Instant,
  zone: Zone,
  m: Messages,
): CheckingWords {
  const sentClock = `${formatDayAndClock(sentAt, now, zone)} ${zone}`;
  switch (checking.kind) {
    case 'not-needed':
      return { what: m.outcome.awaited, before: null };
    case 'cannot':
      return {
        what: {
          'no-call': m.outcome.cannotCheck(sentClock),
          'other-account': m.outcome.otherAccount(sentClock),
          retired: m.outcome.retired,
        }[checking.because],
        before: null,
      };
    case 'gave-up': {
      const { asked, lastAt } = checking;
      return {
        what: isAsked ? m.outcome.asking : m.outcome.gaveUp(sentClock),
        before:
          lastAt === null
            ? m.outcome.neverAsked
            : m.outcome.askedBefore(asked, whenWords(lastAt, now, zone, m)),
      };
    }
    case 'will': {
      const { asked, lastAt, nextAt, isOffline } = checking;
      const again = isOffline ? m.outcome.willCheckOnline : m.outcome.willCheck;
      // Two questions within a minute or two would read as the same time.
      const isSoon = lastAt !== null && nextAt - lastAt < 120_000;
      const clock = isSoon ? formatClockWithSeconds : formatClock;
      return {
        what: isAsked || checking.isAsking ? m.outcome.asking : again(clock(nextAt, zone)),
        before: lastAt === null ? m.outcome.neverAsked : m.outcome.asked(asked, clock(lastAt, zone)),
      };
    }
  }
}
