import { err, type Result } from '../../../shared/result.ts';
import type { InquiryProblem, RawReply } from '../biller.ts';
import { codeEntry } from './codes.ts';
import { openReply, type ReplyDocument } from './reply-document.ts';

/** The code of a question that was answered. */
export const success = '00';

/**
 * Opens the answer to a question that moves no money. A code other than success is a refusal, and so is an HTTP status
 * other than 200 and 400, whatever the body says; a list may come without any code.
 */
export function openAnswer(reply: RawReply): Result<ReplyDocument, InquiryProblem> {
  if (reply.status !== 200 && reply.status !== 400) {
    return err({ code: 'refused-by-biller', billerCode: `HTTP ${reply.status}` });
  }
  const opened = reply.complete ? openReply(reply.body) : undefined;
  const code = opened?.ok === true ? opened.value.code : undefined;
  if (opened?.ok !== true || (reply.status === 400 && (code === undefined || code === success))) {
    return err({
      code: 'unreadable-reply',
      ...(reply.status === 200 ? {} : { billerCode: `HTTP ${reply.status}` }),
    });
  }
  return code === undefined || code === success ? opened : err(refusedWith(code, opened.value.text));
}

/** A refusal by a code and the biller's words, explained where the table knows the code. */
function refusedWith(code: string, text: string): InquiryProblem {
  const words = codeEntry(code)?.words;
  return {
    code: 'refused-by-biller',
    billerCode: code,
    ...(text === '' ? {} : { billerText: text }),
    ...(words === undefined ? {} : { refusal: words }),
  };
}

/** A problem with the biller's clock beside it, where the answer told the time. */
export const withDate = <T>(
  result: Result<T, InquiryProblem>,
  { date }: RawReply,
): Result<T, InquiryProblem> => (result.ok || date === null ? result : err({ ...result.error, date }));
