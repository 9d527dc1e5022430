import { phpJson } from '../php-json.ts';
import { badGatewayPage, htmlPage, type Extent, type Page } from '../web-page.ts';
import type { Delivery, Reply } from './reply.ts';

export const jsonPage = (reply: Reply): Page => ({
  status: 200,
  type: 'application/json',
  body: phpJson(reply),
});

export const notFoundPage = htmlPage(404, 'Not Found');
export const methodPage = htmlPage(405, 'Method Not Allowed');
/** What a firewall in front answers to an address it does not know. */
export const addressRefusedPage = htmlPage(403, 'Forbidden');

/** What a delivery makes of a reply. */
export function dispatch(reply: Reply, delivery: Delivery): { readonly page: Page; readonly extent: Extent } {
  switch (delivery) {
    case 'whole':
    case 'late':
      return { page: jsonPage(reply), extent: 'all' };
    case 'half-a-body':
      return { page: jsonPage(reply), extent: 'half' };
    case 'no-answer':
      return { page: jsonPage(reply), extent: 'nothing' };
    case 'bad-gateway':
      return { page: badGatewayPage, extent: 'all' };
  }
}
