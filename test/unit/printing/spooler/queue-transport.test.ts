import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeIpp } from '../../../../electron/printing/transports/spooler/cups/ipp-message.ts';
import { queueTransport } from '../../../../electron/printing/transports/spooler/queue-transport.ts';
import { describeWhere } from '../../../devices/describe-where.ts';

const never = new AbortController().signal;
/** What a request says as its operation, an answer says as its status. */
const good = encodeIpp({ operation: 0x0000, attributes: [] });

let folder = '';
const servers: http.Server[] = [];
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-lpstat-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** A daemon that says of every queue that it is there. */
async function serve(
  name: string,
): Promise<{ readonly socket: string; readonly asked: () => number; stop(): Promise<void> }> {
  const socket = path.join(folder, name);
  let asked = 0;
  const server = http.createServer((request, response) => {
    asked += 1;
    request.resume().on('end', () => response.end(good));
  });
  servers.push(server);
  server.listen(socket);
  await once(server, 'listening');
  return {
    socket,
    asked: () => asked,
    async stop() {
      server.close();
      await once(server, 'close');
    },
  };
}

const onWindows = process.platform === 'win32' ? 'a shell stands for lpstat' : undefined;

describeWhere(onWindows, 'a queue that is looked at again and again', () => {
  const asked = (): number => fs.readFileSync(path.join(folder, 'asked'), 'utf8').length;
  const pointTo = (socket: string): void => fs.writeFileSync(path.join(folder, 'place'), socket);
  const queue = () => {
    const lpstat = path.join(folder, 'lpstat');
    const script = `#!/bin/sh\nprintf x >> '${folder}/asked'\ncat '${folder}/place'\n`;
    fs.writeFileSync(lpstat, script, { mode: 0o755 });
    return queueTransport(
      { kind: 'queue', name: 'struk' },
      {
        platform: 'linux',
        env: process.env,
        lpstat,
        powershell: '/nonexistent/powershell',
      },
    );
  };

  test('asks where its daemon is only once', async () => {
    const daemon = await serve('one.sock');
    pointTo(daemon.socket);
    const transport = queue();
    for (let looks = 0; looks < 4; looks += 1) await (await transport.open(never)).close();
    expect(asked()).toBe(1);
    expect(daemon.asked()).toBe(4);
  });

  test('asks again after its daemon has failed, and finds the one that took its place', async () => {
    const daemon = await serve('one.sock');
    pointTo(daemon.socket);
    const transport = queue();
    await (await transport.open(never)).close();
    await daemon.stop();
    await expect(transport.open(never)).rejects.toMatchObject({ problem: 'unreachable' });
    const next = await serve('two.sock');
    pointTo(next.socket);
    await (await transport.open(never)).close();
    expect(next.asked()).toBe(1);
    expect(asked()).toBe(2);
  });

  test('does not ask again because a look was called off', async () => {
    const daemon = await serve('one.sock');
    pointTo(daemon.socket);
    const transport = queue();
    await (await transport.open(never)).close();
    const abort = new AbortController();
    const opening = transport.open(abort.signal);
    abort.abort();
    await expect(opening).rejects.toMatchObject({ problem: 'stalled' });
    await (await transport.open(never)).close();
    expect(asked()).toBe(1);
  });
});
