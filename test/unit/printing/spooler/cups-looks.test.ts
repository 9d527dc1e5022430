import { describe, expect, test } from 'vitest';
import { readCupsServer } from '../../../../electron/printing/transports/spooler/cups/cups-server.ts';
import { problemOfStatus } from '../../../../electron/printing/transports/spooler/cups/cups-status.ts';
import { readJob } from '../../../../electron/printing/transports/spooler/cups/job-look.ts';
import { readQueue } from '../../../../electron/printing/transports/spooler/cups/queue-look.ts';
import { ippGroup } from './ipp-group.ts';

const idle = 3;
const processing = 4;
const stopped = 5;

const queue = (reasons: readonly string[], state = processing, message = '', accepting = true) =>
  readQueue(
    ippGroup({
      'printer-state': state,
      'printer-state-reasons': reasons,
      'printer-state-message': message,
      'printer-is-accepting-jobs': accepting,
    }),
  );

describe("a queue's account", () => {
  test.each([
    [['none'], undefined],
    [['media-empty-error'], 'paper-out'],
    // The backend of macOS warns only.
    [['media-empty-warning'], 'paper-out'],
    [['media-needed'], 'paper-out'],
    [['door-open-report'], 'cover-open'],
    [['cover-open'], 'cover-open'],
    [['offline-report'], 'offline'],
    [['connecting-to-device'], 'unreachable'],
    [['cups-missing-filter-warning'], 'faulty'],
    [['media-low-warning', 'toner-low-report', 'com.epson.nozzle', 'constructor', '__proto__'], undefined],
    [['offline-report', 'cover-open-error', 'media-empty-error'], 'paper-out'],
    [['paused', 'offline-report'], 'offline'],
    [['media-empty-error-error'], undefined],
  ])('of %j means %s', (reasons, problem) => {
    expect(queue(reasons)).toEqual({ takesJobs: true, problem });
  });

  test('says of a queue that is stopped, refuses or holds new jobs that it prints nothing', () => {
    expect(queue(['none'], stopped)).toEqual({ takesJobs: false, problem: 'faulty' });
    expect(queue(['none'], idle, '', false)).toEqual({ takesJobs: false, problem: 'faulty' });
    expect(queue(['hold-new-jobs'], idle)).toEqual({ takesJobs: false, problem: 'faulty' });
    expect(queue(['media-empty-error'], stopped)).toEqual({ takesJobs: false, problem: 'paper-out' });
  });

  test('says that a USB printer is not plugged in only while its backend waits for it', () => {
    const waits = 'Waiting for printer to become available.';
    expect(queue(['none'], processing, waits).problem).toBe('unplugged');
    expect(queue(['none'], idle, waits).problem).toBeUndefined();
  });

  test('holds nothing against an idle printer: its reasons are those of its last job', () => {
    expect(queue(['media-empty-error', 'offline-report'], idle)).toEqual({
      takesJobs: true,
      problem: undefined,
    });
    expect(queue(['media-empty-error'], processing).problem).toBe('paper-out');
  });

  test('that says nothing keeps nobody from printing', () => {
    expect(readQueue(undefined)).toEqual({ takesJobs: true, problem: undefined });
  });
});

describe("a job's account", () => {
  const job = (state: number, time?: number) =>
    readJob(ippGroup({ 'job-state': state, ...(time === undefined ? {} : { 'time-at-processing': time }) }));

  test.each([
    ['pending', 3, undefined, 'waiting', false],
    ['held', 4, undefined, 'waiting', false],
    ['held after a try', 4, 1_700_000_000, 'waiting', true],
    ['pending after a try', 3, 1_700_000_000, 'waiting', true],
    ['processing', 5, 1_700_000_000, 'waiting', true],
    ['processing', 5, undefined, 'waiting', true],
    ['stopped', 6, undefined, 'waiting', true],
    ['canceled before', 7, undefined, 'dropped', false],
    ['canceled meanwhile', 7, 1_700_000_000, 'dropped', true],
    ['aborted before', 8, undefined, 'dropped', false],
    ['aborted meanwhile', 8, 1_700_000_000, 'dropped', true],
    ['completed', 9, 1_700_000_000, 'left', true],
    ['completed', 9, undefined, 'left', true],
  ])('that it is %s (%i, %s) means %s, begun: %s', (_what, state, time, standing, hasBegun) => {
    expect(job(state, time)).toMatchObject({ state: standing, hasBegun });
  });

  test('without a state may have begun', () => {
    expect(readJob(undefined)).toMatchObject({ state: 'waiting', hasBegun: true });
    expect(job(77)).toMatchObject({ state: 'waiting' });
  });
});

describe('where CUPS says that it is', () => {
  test.each([
    ['/run/cups/cups.sock\n', { socketPath: '/run/cups/cups.sock' }],
    ['/private/var/run/cupsd', { socketPath: '/private/var/run/cupsd' }],
    ['localhost:631\n', { host: 'localhost', port: 631 }],
    ['cups.example:8631', { host: 'cups.example', port: 8631 }],
    ['[::1]:631', { host: '::1', port: 631 }],
    ['', undefined],
    ['localhost', undefined],
    ['localhost:99999', undefined],
    ['/a\n/b', undefined],
    ['http://localhost:631', undefined],
    ['two words:631', undefined],
  ])('%j is read as %j', (said, server) => {
    expect(readCupsServer(said)).toEqual(server);
  });
});

test('a refusal by CUPS is told apart from a queue that is not there', () => {
  expect([0x0401, 0x0402, 0x0403].map(problemOfStatus)).toEqual(['no-access', 'no-access', 'no-access']);
  expect([0x0406, 0x0407].map(problemOfStatus)).toEqual(['unplugged', 'unplugged']);
  expect([0x0400, 0x0506, 0x0500, 0xffff].map(problemOfStatus)).toEqual(Array(4).fill('faulty'));
});
