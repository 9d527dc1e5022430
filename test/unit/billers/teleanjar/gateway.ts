import http from 'node:http';

/** A call as it reached the gateway, its base64 undone. */
export interface Arrived {
  /** The last part of the path. */
  readonly action: string;
  readonly udata: string;
  readonly ppid: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status?: number;
  readonly date?: string;
  readonly body: string | object;
}

/** A far end on loopback that answers as a test says and keeps what reached it. */
export interface Gateway {
  readonly baseUrl: string;
  readonly arrived: readonly Arrived[];
  /** `undefined` breaks the connection off. */
  answer: (call: Arrived) => Answer | undefined;
  close(): Promise<void>;
}

export async function startGateway(): Promise<Gateway> {
  const arrived: Arrived[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const fields: Record<string, string> = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const call: Arrived = {
        action: request.url?.split('/').at(-1) ?? '',
        udata: Buffer.from(fields['udata'] ?? '', 'base64').toString('utf8'),
        ppid: Buffer.from(fields['ppid'] ?? '', 'base64').toString('utf8'),
        fields,
      };
      arrived.push(call);
      const answer = gateway.answer(call);
      if (answer === undefined) return void request.socket.destroy();
      const { status = 200, date, body } = answer;
      response.sendDate = false;
      response.writeHead(status, date === undefined ? {} : { Date: date });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the gateway has no port');
  const gateway: Gateway = {
    baseUrl: `http://127.0.0.1:${address.port}/tele-api-v3/h2h/trxdev`,
    arrived,
    answer: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return gateway;
}
