import type * as fc from 'fast-check';
import type { PaymentExchange, RawReply } from '../../../electron/billers/biller.ts';
import type { QuoteId } from '../../../shared/ids.ts';

/** One payment's socket: at this end a promise and another, at the other a biller that may be slow. */
export interface Wire {
  readonly payment: QuoteId;
  readonly sentAtMs: number;
  readonly exchange: PaymentExchange;
  /** Whether an answer would still be heard by the program that sent the request. */
  isOpen(): boolean;
  /** The request has not arrived yet, and may. */
  isUnderWay(): boolean;
  passDeadline(): void;
  /** Nobody listens any more. */
  close(): void;
  /** What has not arrived by now never will. */
  lose(): void;
}

export interface WireParts {
  readonly payment: QuoteId;
  readonly sentAtMs: number;
  readonly scheduler: fc.Scheduler;
  /** `false` once the program is dead: nothing is heard then, while the biller goes on. */
  readonly isHeard: () => boolean;
  readonly isLate: boolean;
  /** Called when the request arrives; gives what is answered, `undefined` where nothing is. */
  readonly arrive: () => (() => RawReply) | undefined;
  /** Called just before an answer reaches the program. */
  readonly onAnswer: (reply: RawReply) => void;
  readonly onSilence: () => void;
}

const lateHops = 4;

export function openWire(parts: WireParts): Wire {
  const { payment, sentAtMs, scheduler, isHeard, isLate, arrive, onAnswer, onSilence } = parts;
  const name = payment.slice(0, 6);
  let end: 'waiting' | 'overdue' | 'closed' = 'waiting';
  let request: 'under-way' | 'arrived' | 'lost' = 'under-way';
  let tellByDeadline: (reply: RawReply | undefined) => void = () => undefined;
  let tellLate: (reply: RawReply | undefined) => void = () => undefined;
  const exchange = {
    byDeadline: new Promise<RawReply | undefined>((resolve) => {
      tellByDeadline = resolve;
    }),
    late: new Promise<RawReply | undefined>((resolve) => {
      tellLate = resolve;
    }),
  };

  const passDeadline = (): void => {
    if (end !== 'waiting' || !isHeard()) return;
    end = 'overdue';
    onSilence();
    tellByDeadline(undefined);
  };
  const close = (): void => {
    passDeadline();
    if (end !== 'overdue' || !isHeard()) return;
    end = 'closed';
    tellLate(undefined);
  };
  const answer = (reply: RawReply): void => {
    if (isLate) passDeadline();
    if (end === 'closed' || !isHeard()) return;
    const wasWaiting = end === 'waiting';
    end = 'closed';
    onAnswer(reply);
    if (wasWaiting) tellByDeadline(reply);
    tellLate(wasWaiting ? undefined : reply);
  };

  /** An answer that comes late takes its time: much else happens meanwhile. */
  const onItsWay = async (): Promise<void> => {
    for (let hop = isLate ? lateHops : 1; hop > 0; hop -= 1)
      await scheduler.schedule(Promise.resolve(), `answer ${name} is ${hop} away`);
  };

  void scheduler.schedule(Promise.resolve(), `request ${name} arrives`).then(() => {
    if (request !== 'under-way') return;
    request = 'arrived';
    const answered = arrive();
    if (answered !== undefined) {
      void onItsWay().then(() => answer(answered()));
      return;
    }
    void scheduler.schedule(Promise.resolve(), `socket ${name} closes`).then(close);
  });
  if (isLate) void scheduler.schedule(Promise.resolve(), `deadline ${name} passes`).then(passDeadline);

  return {
    payment,
    sentAtMs,
    exchange,
    isOpen: () => end !== 'closed' && isHeard(),
    isUnderWay: () => request === 'under-way',
    passDeadline,
    close,
    lose() {
      if (request === 'under-way') request = 'lost';
    },
  };
}
