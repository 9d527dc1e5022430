import { answer } from '../../servers/scripted-server.ts';
import type { GoodAnswer } from '../good-answer.ts';
import type { WireForm } from '../wire-forms.ts';
import { answerOf, does, html, sends, unclear, unreadable, type Fault, type Outcome } from './fault.ts';

/** Statuses other than 200, and redirects, which nobody follows. */

/** The house to which a redirect points, which nobody may enter. */
export const redirectTarget: { origin: string } = { origin: '' };

/** Every status with every body a server may put behind it. */
export const statuses: readonly Fault[] = ['400', '401', '403', '404', '429', '500', '502', '503'].flatMap(
  (status) =>
    (
      [
        ['nothing', () => ''],
        ['a page', () => html],
        ['a good body', ({ body }: GoodAnswer) => body],
      ] as const
    ).map(([what, body]) =>
      sends(
        `answers ${status} with ${what}`,
        (good) => answerOf(good, body(good), `${status} Oops`),
        (form) => atStatus(form, status, what === 'a good body'),
      ),
    ),
);

export const redirects: readonly Fault[] = ['301', '302', '303', '307', '308'].map((status) =>
  does(
    `redirects with ${status}`,
    (socket, good) =>
      socket.end(
        answer(good.body, {
          status: `${status} Elsewhere`,
          headers: { Location: `${good.form.baseUrl(redirectTarget.origin)}/payment` },
        }),
      ),
    (form) => atStatus(form, status, true),
  ),
);

/** IAK: 200 is read, 400 is read for a refusal, any other is "pending"; Teleanjar documents 200 alone. */
function atStatus({ biller }: WireForm, status: string, isGoodBody: boolean): Outcome {
  if (biller === 'teleanjar') {
    return status === '401' || status === '403'
      ? { ...unreadable, question: ['refused-by-biller'] }
      : unreadable;
  }
  if (status !== '400') return { ...unreadable, question: ['refused-by-biller'] };
  return isGoodBody ? { ...unclear, question: ['unreadable-reply'] } : unreadable;
}
