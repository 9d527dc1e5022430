import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { vi } from 'vitest';
import type { RawReply } from '../../electron/billers/biller.ts';
import type { Deadlines, Message, Route } from '../../electron/billers/wire.ts';
import type { RawServer } from '../servers/raw-server.ts';

/** What the tests of the wire have in common. */

const certificates = path.resolve(import.meta.dirname, '../fixtures/tls');

export const certificateFile = (name: string): string => path.join(certificates, name);
export const pem = (name: string): string => fs.readFileSync(certificateFile(name), 'utf8');

/** A server's side of the certificate `name` in test/fixtures/tls. */
export const identity = (name: string): { readonly key: string; readonly cert: string } => ({
  key: pem(`${name}-key.pem`),
  cert: pem(`${name}.pem`),
});

/** So long that no test sees them pass. */
const patient: Deadlines = { connect: 60_000, firstByte: 60_000, whole: 60_000 };

export const routeTo = (route: Partial<Route> = {}): Route => ({
  deadlines: patient,
  ca: pem('authority.pem'),
  ...route,
});

export const body = '{"pay":"once"}';

export const messageTo = (address: string): Message => ({
  address: new URL(address),
  contentType: 'application/json',
  body,
});

/** An answer in a few words: `200 whole {"ok":true}`, `200 cut {"ok"`, `nothing`. */
export function told(reply: RawReply | undefined): string {
  if (reply === undefined) return 'nothing';
  const text = Buffer.from(reply.body).toString('latin1');
  const shown = text.length > 100 ? `${text.length} bytes` : text;
  return `${reply.status} ${reply.complete ? 'whole' : 'cut'} ${shown}`.trimEnd();
}

/** Lets the loop go round, so that what can happen by itself has happened. */
export async function rounds(count = 5): Promise<void> {
  for (let round = 0; round < count; round += 1) await new Promise((resolve) => void setImmediate(resolve));
}

/** The wire's own end of its first connection, watched from before it is made. */
export function watchNearEnd(): {
  /** Resolves when the wire has read everything that `server` wrote, and something at least. */
  hasReadAll(server: RawServer): Promise<void>;
  restore(): void;
} {
  const dialled = vi.spyOn(net, 'connect');
  return {
    async hasReadAll(server) {
      const [near] = dialled.mock.results;
      if (near?.type !== 'return') throw new Error('the wire has not connected');
      while (server.written === 0 || near.value.bytesRead < server.written) await rounds(1);
    },
    restore: () => dialled.mockRestore(),
  };
}
