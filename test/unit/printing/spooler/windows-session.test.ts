import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  findQueues,
  queueTransport,
  type SpoolerTools,
} from '../../../../electron/printing/transports/spooler/queue-transport.ts';
import type { QueueDeadlines } from '../../../../electron/printing/transports/spooler/queue-connection.ts';
import { powershellArguments } from '../../../../electron/printing/transports/spooler/windows/powershell.ts';
import { TransportFault, type Connection } from '../../../../electron/printing/transports/transport.ts';
import { fakePowershell, type FakePowershell } from './fake-powershell.ts';

const bytes = randomBytes(70_000);
const never = new AbortController().signal;

const fakes: FakePowershell[] = [];
const open: Connection[] = [];
afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close();
  for (const made of fakes.splice(0)) made.stop();
});

function fake(script: string): FakePowershell {
  const made = fakePowershell(script);
  fakes.push(made);
  return made;
}

/** For a machine with much else to do. */
const patient: QueueDeadlines = { takeBack: 15_000, condition: 15_000 };

async function openQueue(
  tools: SpoolerTools,
  name = 'POS-58',
  signal = never,
  deadlines = patient,
): Promise<Connection> {
  const connection = await queueTransport({ kind: 'queue', name }, tools, deadlines).open(signal);
  open.push(connection);
  return connection;
}

/** Prints, and answers what it comes to; given up as soon as the fake has noted `abandonAt`. */
async function print(program: FakePowershell, abandonAt?: string, deadlines = patient): Promise<unknown> {
  const abort = new AbortController();
  const connection = await openQueue(program.tools, 'POS-58', never, deadlines);
  await connection.write(bytes, never, () => undefined);
  const outcome = connection.finish(abort.signal).then(
    (delivery) => delivery,
    (fault: unknown) => fault,
  );
  if (abandonAt !== undefined) {
    await vi.waitFor(() => expect(program.noted(abandonAt)).not.toHaveLength(0), { timeout: 20_000 });
    abort.abort();
  }
  return outcome;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const untilEnded = (program: FakePowershell): Promise<void> =>
  vi.waitFor(() => expect(isAlive(Number(String(program.noted('pid'))))).toBe(false), { timeout: 20_000 });

const ready = `say '{"attributes":0,"status":0}'`;
/** A session up to the document, which the test then has. */
const whole = `${ready}; echo "$folder" | note folder; given document; note document < "$folder/document"`;
const gone = `say '{"attributes":0,"status":0,"job":null,"written":true}'`;
const job = (status: number | null, more = ''): string =>
  `say '{"attributes":0,"status":0,"job":${status},"pages":0,"written":true${more}}'`;

const foldersOf = (program: FakePowershell): string => String(program.noted('folder')).trim();

describe('a session with the Windows spooler', () => {
  test.each([
    'POS-58',
    `"; Remove-Item C:\\ #`,
    "'@\n$(calc)`calc`",
    '%PATH%',
    '-Command calc',
    'é\u{1f5a8} ',
  ])('hands on a queue called %j by the environment alone', async (name) => {
    const program = fake(
      `printf '%s\\0' "$@" | note args; printf %s "$LOKET_SPOOL_QUEUE" | note queue; ${ready}; rest`,
    );
    await openQueue(program.tools, name);
    expect(String(program.noted('args')).split('\0').slice(0, -1)).toEqual(powershellArguments);
    expect(String(program.noted('queue'))).toBe(name);
  });

  test('hands over every byte, and leaves none of them behind', async () => {
    const program = fake(`${whole}; ${gone}; rest`);
    await expect(print(program)).resolves.toBe('sent');
    expect(program.noted('document').equals(bytes)).toBe(true);
    expect(foldersOf(program)).toContain('loket-print-');
    for (const connection of open.splice(0)) await connection.close();
    expect(fs.existsSync(foldersOf(program))).toBe(false);
    await untilEnded(program);
  });

  test('gives the document to nobody else on this PC', async () => {
    const program = fake(`${whole}; stat -c %a "$folder" "$folder/document" | note modes; ${gone}`);
    await expect(print(program)).resolves.toBe('sent');
    expect(String(program.noted('modes'))).toBe('700\n600\n');
  });

  test('takes no notice of what else PowerShell says', async () => {
    const program = fake(`say '#< CLIXML'; say ''; ${whole}; say 'WARNING: {'; ${gone}`);
    await expect(print(program)).resolves.toBe('sent');
  });

  test.each([
    [1801, 'unplugged'],
    [5, 'no-access'],
    [1722, 'unreachable'],
    [-1, 'faulty'],
  ])('is no way to a printer after error %i', async (error, problem) => {
    const opening = openQueue(fake(`say '{"error":${error}}'`).tools);
    await expect(opening).rejects.toBeInstanceOf(TransportFault);
    await expect(opening).rejects.toMatchObject({ problem });
  });

  test('is no way to a printer without PowerShell, or with one that says nothing', async () => {
    const silent = fake('exit 1');
    await expect(openQueue(silent.tools)).rejects.toMatchObject({ problem: 'unreachable' });
    const missing = { ...silent.tools, powershell: '/nonexistent/powershell.exe' };
    await expect(openQueue(missing)).rejects.toMatchObject({ problem: 'unreachable' });
    await expect(findQueues(missing)).resolves.toEqual([]);
    await expect(openQueue(silent.tools, 'a\0b')).rejects.toMatchObject({ problem: 'unplugged' });
  });

  test('is ended where it is called off, or the queue prints nothing', async () => {
    const hanging = fake(`trap '' TERM; rest`);
    const abort = new AbortController();
    const opening = openQueue(hanging.tools, 'POS-58', abort.signal);
    await vi.waitFor(() => expect(hanging.noted('pid')).not.toHaveLength(0), { timeout: 20_000 });
    abort.abort();
    await expect(opening).rejects.toMatchObject({ problem: 'stalled' });
    await untilEnded(hanging);
    const offline = fake(`say '{"attributes":1024,"status":0}'; rest`);
    await expect(openQueue(offline.tools)).rejects.toMatchObject({ problem: 'offline' });
    await untilEnded(offline);
  });

  test('says what it last heard of the printer, once there is a job of ours', async () => {
    const program = fake(
      `say '{"attributes":0,"status":16}'; given document
       say '{"attributes":0,"status":16,"job":16,"written":true}'; given cancel
       ${job(16, ',"cancelled":true')}`,
    );
    const connection = await openQueue(program.tools);
    // It may be the last job's, and nobody takes it back before the next.
    await expect(connection.condition?.(never)).resolves.toBeUndefined();
    await connection.write(bytes, never, () => undefined);
    void connection.finish(never).catch(() => undefined);
    await vi.waitFor(async () => expect(await connection.condition?.(never)).toBe('paper-out'), {
      timeout: 20_000,
    });
  });

  test("says at once that a printer was unplugged: that is no job's", async () => {
    const program = fake(
      `${ready}; while ! [ -e "$notes/opened" ]; do sleep 0.02; done
       say '{"attributes":1024,"status":16}'; given cancel`,
    );
    const connection = await openQueue(program.tools);
    fs.writeFileSync(path.join(path.dirname(program.tools.powershell), 'opened'), '');
    await vi.waitFor(async () => expect(await connection.condition?.(never)).toBe('offline'), {
      timeout: 20_000,
    });
  });

  test('is not opened only to look: it costs the PC a second', () => {
    const { tools } = fake('exit 1');
    const transport = (platform: NodeJS.Platform) =>
      queueTransport({ kind: 'queue', name: 'POS-58' }, { ...tools, platform });
    expect(transport('win32').isCheapToOpen).toBe(false);
    expect(transport('linux').isCheapToOpen).toBe(true);
  });

  test('whose document the spooler refuses has left nothing', async () => {
    const fault = await print(fake(`${whole}; say '{"error":5}'`));
    expect(fault).toMatchObject({ isNothingLeft: true });
    expect(fault).toMatchObject({ problem: 'no-access' });
  });

  const cancelled = ',"cancelled":true';
  test.each([
    ['never printing: nothing has left', ':', job(8, cancelled), true],
    ['printing: it may have printed', ':', job(16, cancelled), false],
    ['printing before: it may have printed', job(16), job(8, cancelled), false],
    ['unknown: it may have printed', ':', `say '{"written":true,"cancelled":true}'`, false],
    ['not let go of: it may still print', ':', job(8, ',"cancelled":false'), false],
  ])('takes back a job that is given up while %s', async (_what, before, end, isNothing) => {
    const program = fake(`${whole}; ${before}; ${job(8)}; echo yes | note given; given cancel; ${end}`);
    const fault = await print(program, 'given');
    expect(fault).toBeInstanceOf(TransportFault);
    expect(fault).toMatchObject({ isNothingLeft: isNothing });
  });

  test('that has printed a job while it was being taken back has sent it', async () => {
    const program = fake(`${whole}; ${job(8)}; echo yes | note given; given cancel; ${job(null, cancelled)}`);
    await expect(print(program, 'given')).resolves.toBe('sent');
  });

  test.each([
    ['with a job', job(8)],
    ['with the document, nobody knows with or without a job,', ':'],
  ])('that dies %s may have printed, and nobody waits any longer', async (_what, before) => {
    const fault = await print(fake(`${whole}; ${before}; exit 3`));
    expect(fault).toBeInstanceOf(TransportFault);
    expect(fault).toMatchObject({ isNothingLeft: false });
    expect(fault).toMatchObject({ problem: 'broken-off' });
  });

  test('that does not take a job back in time is left to it, and ended when it has', async () => {
    const program = fake(
      `${whole}; ${job(16)}; echo yes | note given
       given cancel; while ! [ -e "$notes/closed" ]; do sleep 0.05; done
       echo yes | note taken-back; ${job(16, cancelled)}; rest`,
    );
    const fault = await print(program, 'given', { ...patient, takeBack: 50 });
    expect(fault).toBeInstanceOf(TransportFault);
    expect(fault).toMatchObject({ isNothingLeft: false });
    for (const connection of open.splice(0)) await connection.close();
    fs.writeFileSync(path.join(path.dirname(program.tools.powershell), 'closed'), '');
    await untilEnded(program);
    expect(program.noted('taken-back')).not.toHaveLength(0);
  });

  test('whose folder cannot be written to has left nothing', async () => {
    const program = fake(`echo "$folder" | note folder; ${ready}; rest`);
    const connection = await openQueue(program.tools);
    await connection.write(bytes, never, () => undefined);
    fs.rmSync(foldersOf(program), { recursive: true });
    await expect(connection.finish(never)).rejects.toMatchObject({ isNothingLeft: true });
  });
});
