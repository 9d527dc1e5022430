import type { ServerResponse } from 'node:http';

/** A whole HTTP answer. */
export interface Page {
  readonly status: number;
  readonly type: 'application/json' | 'application/xml' | 'text/html; charset=iso-8859-1';
  readonly body: string;
}

/** How much of a page reaches the client. */
export type Extent = 'all' | 'half' | 'nothing';

/** A page of the web server's own, in its plain English. */
export const htmlPage = (status: number, title: string): Page => ({
  status,
  type: 'text/html; charset=iso-8859-1',
  body:
    '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n' +
    `<html><head>\n<title>${status} ${title}</title>\n</head><body>\n<h1>${title}</h1>\n</body></html>\n`,
});

export const internalErrorPage = htmlPage(500, 'Internal Server Error');
export const badGatewayPage = htmlPage(502, 'Bad Gateway');

/** Sends the page, or a part of it and then cuts the connection. `date` is the server's, not the machine's. */
export function sendPage(response: ServerResponse, page: Page, extent: Extent, date: Date): void {
  if (extent === 'nothing') {
    response.destroy();
    return;
  }
  const bytes = Buffer.from(page.body, 'utf8');
  response.sendDate = false;
  response.writeHead(page.status, {
    Date: date.toUTCString(),
    Server: 'Apache',
    ...(page.status === 405 ? { Allow: 'POST' } : {}),
    'Content-Type': page.type,
    'Content-Length': bytes.length,
    Connection: 'close',
  });
  if (extent === 'all') response.end(bytes);
  else response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
