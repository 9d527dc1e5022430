import type { ProvisionFault } from '../../shared/provision-fault.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { z } from '../../shared/zod.ts';

/** No counter has so much to say; a larger file is some other one. In bytes. */
export const mostBytes = 1_000_000;

/** What a file's text says, or the first fault in it. Never throws. */
export function readFields<Fields>(
  text: string,
  schema: z.ZodType<Fields>,
  ofToday: (content: unknown) => unknown,
): Result<Fields, ProvisionFault> {
  let content: unknown;
  try {
    // Windows' own editor puts a byte order mark in front.
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return err({ code: 'not-json', where: '' });
  }
  const valid = schema.safeParse(ofToday(content));
  return valid.success ? ok(valid.data) : err({ code: 'invalid', where: whereIs(valid.error.issues[0]) });
}

/** Names only what looks like a field's name, and nothing below `secrets`: a key may be a secret in a wrong place. */
function whereIs(issue: z.core.$ZodIssue | undefined): string {
  const fullPath = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ];
  const secrets = fullPath.indexOf('secrets');
  return fullPath
    .slice(0, secrets === -1 ? fullPath.length : secrets + 1)
    .map((part) => (/^(?:\d+|[a-z$][\w-]{0,29})$/i.test(String(part)) ? String(part) : '?'))
    .join('.');
}
