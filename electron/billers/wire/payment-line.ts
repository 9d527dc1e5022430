import type net from 'node:net';
import { ok, type Result } from '../../../shared/result.ts';
import type { PaymentExchange } from '../biller.ts';
import { atDeadline } from './at-deadline.ts';
import { connect } from './connect.ts';
import { post, type Posting } from './post.ts';
import type { ConnectFault, Deadlines, Message, Route } from './route.ts';

/** A connection that stands, for one payment. */
export interface Line {
  /** Sends the message, once: a second call throws, as does one after `abandon`. */
  send(): PaymentExchange;
  /** Closes the line without sending. Once sent, a payment is listened to until its end, and this does nothing. */
  abandon(): void;
}

/**
 * Connects for one payment and sends nothing. After `send` the answer is waited for until the deadlines, and the
 * connection read on for `lateMs` more. Never rejects.
 */
export async function openLine(
  message: Message,
  route: Route,
  lateMs: number,
): Promise<Result<Line, ConnectFault>> {
  const connection = await connect(message.address, route);
  if (!connection.ok) return connection;
  let socket: net.Socket | undefined = connection.value;
  return ok({
    send() {
      if (socket === undefined) throw new Error('a payment is sent at most once');
      const line = socket;
      socket = undefined;
      return exchange(post(line, message, route.maxReplyBytes), route.deadlines, lateMs);
    },
    abandon() {
      socket?.destroy();
      socket = undefined;
    },
  });
}

/** Splits an answer into what came by the deadline and what came after. */
function exchange(posting: Posting, deadlines: Deadlines, lateMs: number): PaymentExchange {
  let release: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'too-late'>((resolve) => {
    const deadline = atDeadline(posting, deadlines, () => {
      resolve('too-late');
      // The program may end meanwhile; the payment is in the ledger.
      release = setTimeout(posting.hangUp, lateMs).unref();
    });
    void posting.reply.then(() => {
      deadline.stop();
      clearTimeout(release);
    });
  });
  const first = Promise.race([posting.reply, tooLate]);
  return {
    byDeadline: first.then((result) => (result === 'too-late' ? undefined : result)),
    late: first.then((result) => (result === 'too-late' ? posting.reply : undefined)),
  };
}
