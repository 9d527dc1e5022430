import type { Socket } from 'node:net';
import { answer } from '../../servers/scripted-server.ts';
import type { GoodAnswer } from '../good-answer.ts';
import type { FormCall, FormId } from '../wire-forms.ts';

/**
 * What good billers do otherwise than their documents say. All of it is a good answer: a payment that is not known to
 * be paid because of one of these would be an alarm for nothing, and the customer kept waiting.
 */

export interface Deviation {
  readonly name: string;
  readonly act: (socket: Socket, good: GoodAnswer) => void;
  readonly forms?: readonly FormId[];
  /** The calls whose answer deviates; all of a sale and its status where not said. */
  readonly calls?: readonly DeviatingCall[];
  /** The customer's number, where it matters. */
  readonly number?: (serial: number) => string;
}

export type DeviatingCall = Exclude<FormCall, 'price-list'>;

type Limits = Pick<Deviation, 'forms' | 'calls' | 'number'>;

export const sends = (
  name: string,
  bytes: (good: GoodAnswer) => string | Uint8Array,
  limits: Limits = {},
): Deviation => ({ name, act: (socket, good) => void socket.end(bytes(good)), ...limits });

/** Another body in a plain answer. */
export const says = (
  name: string,
  body: (good: GoodAnswer) => string | Uint8Array,
  limits: Limits = {},
): Deviation =>
  sends(
    name,
    (good) => {
      const said = body(good);
      if (good.call === 'payment' && said === good.body) throw new Error(`"${name}" changes nothing`);
      return answer(said, { headers: { 'Content-Type': good.form.contentType } });
    },
    limits,
  );

export const headed = (
  name: string,
  headers: Readonly<Record<string, string>>,
  limits: Limits = {},
): Deviation => sends(name, ({ body }) => answer(body, { headers }), limits);

export const json: Limits = { forms: ['teleanjar', 'iak-json'] };

export const iak: Limits = { forms: ['iak-json', 'iak-xml'] };

export const iakJson: Limits = { forms: ['iak-json'] };

export const xml: Limits = { forms: ['iak-xml'] };

export const teleanjar: Limits = { forms: ['teleanjar'] };

export const certain: Limits = { calls: ['payment', 'status'] };

export const payment: Limits = { calls: ['payment'] };
