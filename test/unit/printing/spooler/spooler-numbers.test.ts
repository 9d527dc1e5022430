import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSessionLine } from '../../../../electron/printing/transports/spooler/windows/session-line.ts';
import {
  problemOf,
  problemOfError,
  refusalOf,
  standingOf,
} from '../../../../electron/printing/transports/spooler/windows/spooler-numbers.ts';
import { standingAtEnd } from '../../../../electron/printing/transports/spooler/windows/windows-queue.ts';

/** winspool.h, once more. */
const PRINTER_STATUS_PAUSED = 0x1;
const PRINTER_STATUS_ERROR = 0x2;
const PRINTER_STATUS_PENDING_DELETION = 0x4;
const PRINTER_STATUS_PAPER_JAM = 0x8;
const PRINTER_STATUS_PAPER_OUT = 0x10;
const PRINTER_STATUS_OFFLINE = 0x80;
const PRINTER_STATUS_PRINTING = 0x400;
const PRINTER_STATUS_NOT_AVAILABLE = 0x1000;
const PRINTER_STATUS_TONER_LOW = 0x20000;
const PRINTER_STATUS_DOOR_OPEN = 0x400000;
const PRINTER_STATUS_SERVER_UNKNOWN = 0x800000;
const PRINTER_STATUS_POWER_SAVE = 0x1000000;
const PRINTER_ATTRIBUTE_QUEUED = 0x1;
const PRINTER_ATTRIBUTE_LOCAL = 0x40;
const PRINTER_ATTRIBUTE_WORK_OFFLINE = 0x400;
const PRINTER_ATTRIBUTE_ENABLE_BIDI = 0x800;
const JOB_STATUS_PAUSED = 0x1;
const JOB_STATUS_ERROR = 0x2;
const JOB_STATUS_DELETING = 0x4;
const JOB_STATUS_SPOOLING = 0x8;
const JOB_STATUS_PRINTING = 0x10;
const JOB_STATUS_OFFLINE = 0x20;
const JOB_STATUS_PAPEROUT = 0x40;
const JOB_STATUS_PRINTED = 0x80;
const JOB_STATUS_DELETED = 0x100;
const JOB_STATUS_BLOCKED_DEVQ = 0x200;
const JOB_STATUS_RESTART = 0x800;
const JOB_STATUS_COMPLETE = 0x1000;

describe("a Windows printer's numbers", () => {
  test.each([
    [{ status: PRINTER_STATUS_PAPER_OUT }, 'paper-out'],
    [{ job: JOB_STATUS_PAPEROUT | JOB_STATUS_PRINTING }, 'paper-out'],
    [{ status: PRINTER_STATUS_PAPER_OUT | PRINTER_STATUS_OFFLINE | PRINTER_STATUS_ERROR }, 'paper-out'],
    [{ status: PRINTER_STATUS_DOOR_OPEN }, 'cover-open'],
    [{ attributes: PRINTER_ATTRIBUTE_WORK_OFFLINE | PRINTER_ATTRIBUTE_LOCAL }, 'offline'],
    [{ status: PRINTER_STATUS_OFFLINE }, 'offline'],
    [{ status: PRINTER_STATUS_NOT_AVAILABLE }, 'offline'],
    [{ job: JOB_STATUS_OFFLINE }, 'offline'],
    [{ status: PRINTER_STATUS_PENDING_DELETION }, 'unplugged'],
    [{ status: PRINTER_STATUS_SERVER_UNKNOWN }, 'unreachable'],
    [{ unknown: 1722 }, 'unreachable'],
    [{ status: PRINTER_STATUS_ERROR }, 'faulty'],
    [{ status: PRINTER_STATUS_PAPER_JAM }, 'faulty'],
    [{ status: PRINTER_STATUS_PAUSED }, 'faulty'],
    [{ job: JOB_STATUS_ERROR }, 'faulty'],
    [{ job: JOB_STATUS_BLOCKED_DEVQ }, 'faulty'],
    [{ job: JOB_STATUS_PAUSED }, 'faulty'],
    [{ job: null }, undefined],
    [{}, undefined],
    [
      {
        attributes: PRINTER_ATTRIBUTE_QUEUED | PRINTER_ATTRIBUTE_LOCAL | PRINTER_ATTRIBUTE_ENABLE_BIDI,
        status: PRINTER_STATUS_PRINTING | PRINTER_STATUS_POWER_SAVE | PRINTER_STATUS_TONER_LOW,
        job: JOB_STATUS_SPOOLING | JOB_STATUS_PRINTING,
      },
      undefined,
    ],
  ])('%j mean %s', (state, problem) => {
    expect(problemOf(state)).toBe(problem);
  });

  test('keep from printing only where the spooler would keep the job', () => {
    expect(refusalOf({ attributes: PRINTER_ATTRIBUTE_WORK_OFFLINE, status: 0 })).toBe('offline');
    expect(refusalOf({ attributes: 0, status: PRINTER_STATUS_PAUSED })).toBe('faulty');
    expect(refusalOf({ attributes: 0, status: PRINTER_STATUS_PENDING_DELETION })).toBe('unplugged');
    expect(
      refusalOf({ attributes: 0, status: PRINTER_STATUS_PAPER_OUT | PRINTER_STATUS_ERROR }),
    ).toBeUndefined();
    expect(refusalOf({ unknown: 5 })).toBeUndefined();
  });

  test('mean by an error of the way what it is', () => {
    expect([5, 1801, 1905, 1722, 53, 87, -1].map(problemOfError)).toEqual([
      'no-access',
      'unplugged',
      'unplugged',
      'unreachable',
      'unreachable',
      'faulty',
      'faulty',
    ]);
  });
});

describe("a Windows job's numbers", () => {
  test.each([
    ['spooled', { job: 0, written: true }, 'waiting', false],
    ['being spooled', { job: JOB_STATUS_SPOOLING, written: false }, 'waiting', false],
    ['held by a printer that is off', { job: JOB_STATUS_OFFLINE, written: true }, 'waiting', false],
    ['printing', { job: JOB_STATUS_PRINTING, written: true }, 'waiting', true],
    ['in trouble', { job: JOB_STATUS_ERROR, written: true }, 'waiting', true],
    ['without paper', { job: JOB_STATUS_PAPEROUT, written: true }, 'waiting', true],
    ['to be begun again', { job: JOB_STATUS_RESTART, written: true }, 'waiting', true],
    ['counting pages', { job: JOB_STATUS_PAUSED, pages: 1, written: true }, 'waiting', true],
    ['gone', { job: null, written: true }, 'left', true],
    ['gone before all was written', { job: null, written: false }, 'waiting', true],
    ['not told of', { written: true }, 'waiting', true],
    ['printed and kept', { job: JOB_STATUS_PRINTED, written: true }, 'left', true],
    ['complete', { job: JOB_STATUS_COMPLETE, written: true }, 'left', true],
    ['being deleted', { job: JOB_STATUS_DELETING, written: true }, 'dropped', false],
    [
      'deleted while printing',
      { job: JOB_STATUS_DELETED | JOB_STATUS_PRINTING, written: true },
      'dropped',
      true,
    ],
    ['not all written', { job: JOB_STATUS_SPOOLING, written: false, failed: 112 }, 'dropped', false],
  ])('say of one that is %s where it stands', (_what, state, standing, hasBegun) => {
    expect(standingOf(state)).toMatchObject({ state: standing, hasBegun });
  });

  const anyState = fc.record(
    {
      attributes: fc.nat(0xffff),
      status: fc.nat(0x1ff_ffff),
      job: fc.option(fc.nat(0x7fff), { nil: null }),
      pages: fc.nat(3),
      written: fc.boolean(),
      failed: fc.constantFrom(5, 112, -1),
      cancelled: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  test('never say that it has left before all of it was with the spooler', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        if (standingOf(state).state === 'left') expect(state.written).toBe(true);
      }),
    );
  });

  test('never say at the end that it had not begun where it prints, is not known, or had begun before', () => {
    fc.assert(
      fc.property(anyState, fc.boolean(), (state, hadBegun) => {
        let end;
        try {
          end = standingAtEnd(state, hadBegun);
        } catch {
          return;
        }
        expect(end.state).not.toBe('waiting');
        if (end.hasBegun) return;
        expect(state.cancelled).toBe(true);
        if (state.written === undefined) return;
        expect(hadBegun).toBe(false);
        expect(typeof state.job).toBe('number');
        expect((state.job ?? 0) & (JOB_STATUS_PRINTING | JOB_STATUS_PRINTED)).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });

  test('say nothing at the end where the program failed, was killed or was not obeyed', () => {
    expect(() => standingAtEnd(undefined, false)).toThrow();
    expect(() => standingAtEnd({ error: -1 }, false)).toThrow();
    expect(() => standingAtEnd({ job: 0, written: true }, false)).toThrow();
    expect(() => standingAtEnd({ job: 0, written: true, cancelled: false }, false)).toThrow();
    expect(() => standingAtEnd({ cancelled: false }, false)).toThrow();
    expect(standingAtEnd({ error: 5 }, false)).toMatchObject({ state: 'dropped', hasBegun: false });
    expect(standingAtEnd({ attributes: 1, cancelled: true }, false)).toMatchObject({ hasBegun: false });
  });
});

describe('a line of the program', () => {
  test.each([
    ['{"attributes":576,"status":0}', { attributes: 576, status: 0 }],
    [
      '{"attributes":576,"status":0,"job":null,"written":true}\r',
      { attributes: 576, status: 0, job: null, written: true },
    ],
    [
      '{"unknown":1722,"job":16,"pages":1,"written":false,"failed":5,"cancelled":true}',
      expect.objectContaining({ unknown: 1722 }),
    ],
    ['{"error":1801}', { error: 1801 }],
    ['#< CLIXML', undefined],
    ['', undefined],
    ['"attributes"', undefined],
    ['null', undefined],
    ['{"attributes":"576"}', undefined],
    ['{"job":1.5}', undefined],
    ['{"attributes":576', undefined],
  ])('%s is read as what it says', (line, read) => {
    expect(readSessionLine(line)).toEqual(read);
  });
});
