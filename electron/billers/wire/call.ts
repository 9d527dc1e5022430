import { err, ok, type Result } from '../../../shared/result.ts';
import type { RawReply } from '../biller.ts';
import { atDeadline } from './at-deadline.ts';
import { connect } from './connect.ts';
import { post } from './post.ts';
import type { CallFault, Message, Route } from './route.ts';

/**
 * One call that moves no money: connects, posts once, reads; hangs up at the deadlines or when abandoned. An answer that
 * was cut by any of them is given as what came of it, not complete. Never rejects.
 */
export async function call(
  message: Message,
  route: Route,
  abandoned?: AbortSignal,
): Promise<Result<RawReply, CallFault>> {
  const isAbandoned = (): boolean => abandoned?.aborted === true;
  const connection = await connect(message.address, route, abandoned);
  if (isAbandoned()) {
    if (connection.ok) connection.value.destroy();
    return err({ code: 'abandoned' });
  }
  if (!connection.ok) return connection;
  const posting = post(connection.value, message, route.maxReplyBytes);
  const deadline = atDeadline(posting, route.deadlines, posting.hangUp);
  abandoned?.addEventListener('abort', posting.hangUp);
  const reply = await posting.reply;
  deadline.stop();
  abandoned?.removeEventListener('abort', posting.hangUp);
  if (isAbandoned()) return err({ code: 'abandoned' });
  return reply === undefined ? err({ code: 'no-answer' }) : ok(reply);
}
