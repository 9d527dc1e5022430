import type { IpcMainInvokeEvent } from 'electron';
import type { RequestName } from '../../shared/contract/channels.ts';
import {
  requests,
  type RequestHandlers,
  type RequestInput,
  type RequestResult,
} from '../../shared/contract/contract.ts';
import type { z } from '../../shared/zod.ts';
import type { AnswerRequest } from './registry.ts';

export interface AnswerOptions {
  /** Whether a message comes from the main frame of a window of ours that shows a page of ours. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  /** A handler that threw: a bug of ours. The window learns no more than that. */
  readonly onBug: (request: RequestName, error: unknown) => void;
  /** Checks answers against the contract too. In development, where a breach should be loud. */
  readonly checkOutput: boolean;
}

/** Checks the sender and the input of every request before anything happens, and hands it to its handler. */
export const answerRequests =
  (handlers: RequestHandlers, options: AnswerOptions): AnswerRequest =>
  async (name, event, input) => {
    if (!options.isTrusted(event) || input.length > 1) throw new Error('refused');
    try {
      return await answer(name, handlers, input[0], options.checkOutput);
    } catch (error) {
      options.onBug(name, error);
      // oxlint-disable-next-line eslint/preserve-caught-error -- the window learns no message, no stack and no address
      throw new Error('internal');
    }
  };

async function answer<Name extends RequestName>(
  name: Name,
  handlers: RequestHandlers,
  input: unknown,
  checkOutput: boolean,
): Promise<RequestResult<Name>> {
  const { input: inputSchema, output, error } = requests[name];
  const parsed = inputSchema.safeParse(input);
  // Not zod's own error: it quotes keys of records, and what the window sends may hold a secret anywhere.
  if (!parsed.success) throw new Error(`input that is not of the contract: ${placesOf(parsed.error.issues)}`);
  // The schemas of `requests[name]` are those `RequestInput<Name>` is inferred from; TypeScript cannot see
  // through the indexed access.
  const result = await handlers[name](parsed.data as RequestInput<Name>);
  if (checkOutput) {
    if (result.ok) output.parse(result.value);
    else error.parse(result.error);
  }
  return result;
}

/** Where an input is wrong and how, as far as both are words of the contract. */
const placesOf = (issues: readonly z.core.$ZodIssue[]): string =>
  issues
    .slice(0, 5)
    .map(({ code, path }) => `${code} at ${path.map(placeName).join('.') || 'the whole'}`)
    .join(', ');

const placeName = (key: PropertyKey): string =>
  typeof key === 'number' || /^[a-zA-Z]{1,20}$/.test(String(key)) ? String(key) : '[key]';
