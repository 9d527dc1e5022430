import type { Socket } from 'node:net';
import { answer } from '../../servers/scripted-server.ts';
import type { GoodAnswer } from '../good-answer.ts';
import type { Pace } from '../scripted-counter.ts';
import type { FormCall, FormId, WireForm } from '../wire-forms.ts';

/**
 * What servers and networks do, and what each call then comes to. Nothing here may ever make a payment "rejected",
 * or be sent again.
 */

export interface Outcome {
  /** Of a call that moves no money, one of these; a status call comes to nothing unless it is `no-answer`. */
  readonly question: readonly string[];
  /** Of a payment, one of these in the words of the house. */
  readonly payment: readonly string[];
}

/** How the far end misbehaves. */
export type Misdeed =
  /** With the answer to a request that came whole. */
  | { readonly when: 'answering'; readonly act: (socket: Socket, good: GoodAnswer) => void }
  /** At the first byte, before it has read the request. */
  | { readonly when: 'first-byte'; readonly act: (socket: Socket) => void };

export interface Fault {
  readonly name: string;
  readonly misdeed: Misdeed;
  readonly outcome: (form: WireForm) => Outcome;
  /** `hasty` where nothing but the deadline ends the waiting. */
  readonly pace: Pace;
  /** Where it can happen; all forms and calls where not said. */
  readonly forms?: readonly FormId[];
  readonly calls?: readonly FormCall[];
  /** The customer's number, where it matters. */
  readonly number?: (serial: number) => string;
}

export const noAnswer: Outcome = { question: ['no-answer'], payment: ['unknown no-answer'] };

export const unreadable: Outcome = { question: ['unreadable-reply'], payment: ['unknown unreadable-reply'] };

export const mismatched: Outcome = { question: ['mismatched-reply'], payment: ['unknown mismatched-reply'] };

export const unclear: Outcome = { question: ['refused-by-biller'], payment: ['unknown unclear-answer'] };

type Limits = Partial<Pick<Fault, 'forms' | 'calls' | 'number' | 'pace'>>;

type Expected = Outcome | ((form: WireForm) => Outcome);

export const fault = (name: string, misdeed: Misdeed, expected: Expected, limits: Limits = {}): Fault => ({
  name,
  misdeed,
  outcome: typeof expected === 'function' ? expected : () => expected,
  pace: 'patient',
  ...limits,
});

/** Something done with the socket of a request that has come. */
export const does = (
  name: string,
  act: (socket: Socket, good: GoodAnswer) => void,
  expected: Expected,
  limits: Limits = {},
): Fault => fault(name, { when: 'answering', act }, expected, limits);

/** A well-formed HTTP answer whose body says something else than it should. */
export const says = (
  name: string,
  body: (good: GoodAnswer) => string | Uint8Array,
  expected: Expected,
  limits: Limits = {},
): Fault =>
  does(
    name,
    (socket, good) => {
      const said = body(good);
      if (Buffer.from(said).equals(Buffer.from(good.body))) throw new Error(`"${name}" changes nothing`);
      socket.end(answerOf(good, said));
    },
    expected,
    limits,
  );

/** An answer whose first line and head are its fault. */
export const sends = (
  name: string,
  bytes: (good: GoodAnswer) => string | Uint8Array,
  expected: Expected,
  limits: Limits = {},
): Fault => does(name, (socket, good) => socket.end(bytes(good)), expected, limits);

export const answerOf = (good: GoodAnswer, body: string | Uint8Array, status?: string): Buffer =>
  answer(body, {
    ...(status === undefined ? {} : { status }),
    headers: { 'Content-Type': good.form.contentType },
  });

export const html = '<!DOCTYPE html><html><body><h1>It works!</h1></body></html>';

export const json: readonly FormId[] = ['teleanjar', 'iak-json'];

export const iakForms: readonly FormId[] = ['iak-json', 'iak-xml'];

const aboutBills: readonly FormCall[] = ['inquiry', 'payment', 'status'];

export const aboutMoney: readonly FormCall[] = ['payment', 'status'];

export const onlyTeleanjar: Limits = { forms: ['teleanjar'], calls: aboutBills };

export const onlyIak: Limits = { forms: iakForms, calls: aboutBills };

export const onlyXml: Limits = { forms: ['iak-xml'] };

export const bills: Limits = { calls: aboutBills };
