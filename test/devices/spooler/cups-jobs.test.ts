import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findQueues } from '../../../electron/printing/transports/spooler/queue-transport.ts';
import { TransportFault } from '../../../electron/printing/transports/transport.ts';
import { openQueue, patience, print, toolsFor, transportTo } from './print-on-cups.ts';
import { startCups, whyNoCups, type Cups, type CupsOptions } from './start-cups.ts';
import { describeWhere } from '../describe-where.ts';

/** CUPS takes these; a shell, an address or an option would take them otherwise. */
const awkwardNames = [
  '-d',
  '--help',
  'kasir%20satu',
  'struk&copies=2',
  '$(reboot)`id`',
  'a@"b\'c',
  'Kasir–é',
];

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

describeWhere(whyNoCups(), 'a queue of CUPS', () => {
  let cups: Cups;
  /** How many jobs this daemon has printed. */
  let printed = 0;
  beforeAll(async () => {
    cups = await startCups({ tcp: true });
  });
  afterAll(() => cups.stop());

  async function lastJob() {
    printed += 1;
    const jobs = await cups.captured(printed);
    expect(jobs).toHaveLength(printed);
    return jobs[printed - 1];
  }

  test('prints every byte as it is, as one job, however it was cut into pieces', async () => {
    await cups.addQueue('struk');
    const bytes = Buffer.concat([everyByte, randomBytes(200_000), everyByte]);
    const connection = await openQueue(cups, 'struk');
    const scratch = Buffer.alloc(40_000);
    for (let at = 0; at < bytes.length; at += scratch.length) {
      const size = bytes.copy(scratch, 0, at, at + scratch.length);
      await connection.write(scratch.subarray(0, size), patience, () => {
        throw new Error('nothing may leave before the job is whole');
      });
    }
    scratch.fill(0);
    await expect(connection.finish(patience)).resolves.toBe('sent');
    await connection.close();
    expect((await lastJob())?.bytes.equals(bytes)).toBe(true);
  });

  test('prints text that CUPS could take for a document of another kind as it is', async () => {
    // With a driver, which would filter them; a queue without one takes everything for raw.
    await cups.addQueue('kinds', '-m', 'drv:///sample.drv/generic.ppd');
    for (const text of [
      '%!PS-Adobe-3.0\nshowpage\n',
      '%PDF-1.4\n',
      '#!/bin/sh\nexit 1\n',
      '\u001b@Struk\n',
    ]) {
      await expect(print(cups, 'kinds', Buffer.from(text))).resolves.toBe('sent');
      expect((await lastJob())?.bytes.toString()).toBe(text);
    }
  });

  test('adds no banner page where the queue adds one for others', async () => {
    await cups.addQueue('banner', '-o', 'job-sheets-default=standard,standard');
    await print(cups, 'banner', Buffer.from('struk'));
    expect((await lastJob())?.bytes.toString()).toBe('struk');
  });

  test('is told apart from one whose name begins alike', async () => {
    await cups.addQueue('kasir');
    await cups.addQueue('kasir-2');
    await print(cups, 'kasir-2', Buffer.from('two'));
    expect(await lastJob()).toMatchObject({ queue: 'kasir-2', bytes: Buffer.from('two') });
    await print(cups, 'kasir', Buffer.from('one'));
    expect(await lastJob()).toMatchObject({ queue: 'kasir', bytes: Buffer.from('one') });
    await expect(openQueue(cups, 'kasi')).rejects.toMatchObject({ problem: 'unplugged' });
  });

  test.each(awkwardNames)('may be called %s', async (name) => {
    await cups.addQueue(name);
    await expect(print(cups, name, Buffer.from(name))).resolves.toBe('sent');
    expect(await lastJob()).toMatchObject({ queue: name, bytes: Buffer.from(name) });
  });

  test.each([
    'none',
    'struk/../struk',
    '../admin',
    'struk?x',
    '\ud800',
    'x'.repeat(220),
    'struk\n',
    'é'.repeat(200),
  ])('that does not exist is no way to a printer: %j', async (name) => {
    const opening = openQueue(cups, name);
    await expect(opening).rejects.toBeInstanceOf(TransportFault);
    await expect(opening).rejects.toMatchObject({ problem: 'unplugged' });
  });

  test('prints nothing where nothing was written, or it is closed before it is finished', async () => {
    const empty = await openQueue(cups, 'struk');
    await expect(empty.finish(patience)).resolves.toBe('sent');
    await empty.close();
    const closed = await openQueue(cups, 'struk');
    await closed.write(everyByte, patience, () => undefined);
    await closed.close();
    await closed.close();
    await print(cups, 'struk', Buffer.from('marker'));
    expect((await lastJob())?.bytes.toString()).toBe('marker');
  });

  test('knows nothing of a printer that never complained', async () => {
    const connection = await openQueue(cups, 'struk');
    await expect(connection.condition?.(patience)).resolves.toBeUndefined();
    await connection.close();
  });

  test('is not kept open between two jobs: others print on it too', () => {
    expect(transportTo(cups, 'struk').staysOpen).toBe(false);
  });

  test('prints over the network to a daemon elsewhere', async () => {
    const remote = { env: { CUPS_SERVER: cups.tcpServer ?? '' } };
    await expect(print(remote, 'struk', everyByte)).resolves.toBe('sent');
    expect((await lastJob())?.bytes.equals(everyByte)).toBe(true);
  });

  test('is found, with what stands behind it and without its secrets', async () => {
    await cups.addQueue('dapur', '-D', 'Printer dapur');
    await cups.run(
      'lpadmin',
      '-p',
      'hemat',
      '-E',
      '-v',
      'capture://admin:rahasia@192.168.9.9/q?token=rahasia',
    );
    const found = await findQueues(toolsFor(cups));
    expect(found).toContainEqual({
      connection: { kind: 'queue', name: 'dapur' },
      name: 'Printer dapur',
      detail: expect.stringContaining('Raw') as string,
    });
    const names = found.map(({ connection }) => (connection.kind === 'queue' ? connection.name : ''));
    expect(names).toEqual(expect.arrayContaining(['struk', 'kasir', 'kasir-2', 'kasir%20satu', 'hemat']));
    // The settings do not take it.
    expect(names).not.toContain('-d');
    expect(JSON.stringify(found)).toContain('192.168.9.9');
    expect(JSON.stringify(found)).not.toContain('rahasia');
  });
});

const withDaemon = async (options: CupsOptions, act: (cups: Cups) => Promise<void>): Promise<void> => {
  const cups = await startCups(options);
  try {
    await act(cups);
  } finally {
    await cups.stop();
  }
};

describeWhere(whyNoCups(), 'a CUPS that is set up otherwise', () => {
  test('that has no queues shows none', () =>
    withDaemon({}, async (cups) => {
      await expect(findQueues(toolsFor(cups))).resolves.toEqual([]);
    }));

  test('that forgets jobs at their end has sent a job that it does not know any more', () =>
    withDaemon({ history: false }, async (cups) => {
      await cups.addQueue('struk');
      await expect(print(cups, 'struk', everyByte)).resolves.toBe('sent');
      expect(cups.jobs()).toHaveLength(1);
    }));

  test('that wants to know who prints believes the system on its own socket, and nobody over the network', () =>
    withDaemon({ authenticated: true, tcp: true }, async (cups) => {
      await cups.addQueue('struk');
      const bytes = randomBytes(300_000);
      await expect(print(cups, 'struk', bytes)).resolves.toBe('sent');
      expect((await cups.captured(1))[0]?.bytes.equals(bytes)).toBe(true);
      // Else it has asked nobody, and this has shown nothing.
      expect(cups.requests().some((line) => line.includes('"POST / HTTP/1.1" 401'))).toBe(true);
      const remote = { env: { CUPS_SERVER: cups.tcpServer ?? '' } };
      await expect(openQueue(remote, 'struk')).rejects.toMatchObject({ problem: 'no-access' });
    }));
});
