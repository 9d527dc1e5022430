import { phpJson } from '../php-json.ts';
import { badGatewayPage, type Extent, type Page } from '../web-page.ts';
import type { AnswerFault } from './practice-numbers.ts';
import type { Format } from './request.ts';
import { messageOf, type ResponseCode } from './response-codes.ts';
import type { Fields } from './value.ts';
import { writeXml } from './xml.ts';

/** An answer to a command, before it is written. */
export interface Reply {
  /**
   * What stands around the fields: `postpaid` is `data` and `meta` in JSON and nothing in XML, `price-list` is
   * `data` in both, `prepaid` is `data` in JSON alone, `bare` is nothing in either.
   */
  readonly wrapper: 'postpaid' | 'price-list' | 'prepaid' | 'bare';
  readonly fields: Fields;
  /** The samples of some products name `noref` so, in XML only. */
  readonly xmlName?: 'no_ref';
}

/** How an answer leaves: `whole`, or one of the ways a network has to lose it. */
export type Delivery = 'whole' | Exclude<AnswerFault, 'other-customer' | 'wrong-total'>;

export interface Answer {
  readonly reply: (format: Format) => Reply;
  readonly delivery: Delivery;
}

export const whole = (reply: Reply): Answer => ({ reply: () => reply, delivery: 'whole' });

/** A command that was understood and refused. */
export const refusal = (code: ResponseCode): Answer =>
  whole({ wrapper: 'postpaid', fields: { response_code: code, message: messageOf(code) } });

/** A request that got no further than the door: these come without `data`, which clients must bear too. */
export const bareRefusal = (code: ResponseCode): Reply => ({
  wrapper: 'bare',
  fields: { response_code: code, message: messageOf(code) },
});

export function pageOf(reply: Reply, format: Format, status = 200): Page {
  return format === 'json'
    ? { status, type: 'application/json', body: phpJson(inJson(reply)) }
    : { status, type: 'application/xml', body: writeXml(inXml(reply)) };
}

function inJson({ wrapper, fields }: Reply): Fields {
  switch (wrapper) {
    case 'postpaid':
    case 'price-list':
      return { data: fields, meta: [] };
    case 'prepaid':
      return { data: fields };
    case 'bare':
      return fields;
  }
}

function inXml({ wrapper, fields, xmlName }: Reply): Fields {
  if (wrapper === 'price-list') return { data: fields };
  if (xmlName === undefined) return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name === 'noref' ? xmlName : name, value]),
  );
}

/** What a delivery makes of a page. */
export function dispatch(page: Page, delivery: Delivery): { readonly page: Page; readonly extent: Extent } {
  switch (delivery) {
    case 'whole':
    case 'late':
      return { page, extent: 'all' };
    case 'half-a-body':
      return { page, extent: 'half' };
    case 'no-answer':
      return { page, extent: 'nothing' };
    case 'bad-gateway':
      return { page: badGatewayPage, extent: 'all' };
  }
}
