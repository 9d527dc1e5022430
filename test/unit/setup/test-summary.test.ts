import { describe, expect, it } from 'vitest';
import { readTestRequest } from '../../../scripts/setup/test-request.mjs';
import { addChecks, summaryLine, tallyVitest, timeOfParts } from '../../../scripts/setup/test-summary.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((state) => ({ status: state })),
});
const report = (...testResults: unknown[]) => ({ testResults });

describe('counting a vitest run', () => {
  it('counts tests that passed, failed and were left out', () => {
    const run = report(
      file('failed', 'passed', 'failed', 'skipped'),
      file('passed', 'passed', 'todo', 'pending'),
    );
    expect(tallyVitest(run, 1)).toEqual({ passed: 2, failed: 1, skipped: 3 });
  });

  it('a file that does not load is a failure', () => {
    expect(tallyVitest(report(file('failed'), file('passed', 'passed')), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('a hook that fails after tests which passed is a failure', () => {
    expect(tallyVitest(report(file('failed', 'passed')), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('an error outside all tests is a failure', () => {
    expect(tallyVitest(report(file('passed', 'passed')), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('no report, no tests or only skipped tests are a failure', () => {
    const failed = { passed: 0, failed: 1, skipped: 0 };
    expect(tallyVitest(undefined, 0)).toEqual(failed);
    expect(tallyVitest('rubbish', 137)).toEqual(failed);
    expect(tallyVitest(report(), 0)).toEqual(failed);
    expect(tallyVitest(report(file('passed', 'skipped')), 0)).toEqual({ ...failed, skipped: 1 });
  });

  it('a static check counts as one test, and the last line is plain', () => {
    const sum = addChecks([true, false, true], { passed: 10, failed: 0, skipped: 2 });
    expect(sum).toEqual({ passed: 12, failed: 1, skipped: 2 });
    expect(summaryLine(sum)).toBe('12 passed, 1 failed');
  });
});

describe('how long a kind of test took', () => {
  const timed = (name: string, startTime: number, endTime: number) => ({ name, startTime, endTime });

  it('is the time from its first file’s start to its last one’s end, however they overlap', () => {
    const run = report(
      timed('/home/test/loket/test/electron/b.test.ts', 900, 1_500),
      timed('/home/test/loket/test/unit/ledger/a.test.ts', 100, 300),
      timed('/home/test/loket/test/unit/a.test.ts', 200, 250),
      timed('C:\\loket\\test\\electron\\day.test.ts', 800, 1_000),
    );
    expect(timeOfParts(run)).toEqual([
      { part: 'unit', files: 2, milliseconds: 200 },
      { part: 'electron', files: 2, milliseconds: 700 },
    ]);
  });

  it('is unknown where there is no report, or a file without its times', () => {
    expect(timeOfParts(undefined)).toEqual([]);
    expect(timeOfParts('rubbish')).toEqual([]);
    expect(timeOfParts(report(file('failed')))).toEqual([]);
  });
});

describe('what npm test is asked for', () => {
  const isProject = (word: string) => ['unit', 'contract', 'electron', 'package'].includes(word);
  const ask = (...args: string[]) => readTestRequest(args, isProject);

  it('everything', () => {
    expect(ask()).toEqual({ vitestArgs: [], wholeSuite: true, needsApp: true, needsPackages: true });
    expect(ask('--reporter', 'dot').wholeSuite).toBe(true);
    expect(ask('--bail=1')).toEqual({
      vitestArgs: ['--bail=1'],
      wholeSuite: true,
      needsApp: true,
      needsPackages: true,
    });
  });

  it('a project, or several', () => {
    expect(ask('unit')).toEqual({
      vitestArgs: ['--project', 'unit'],
      wholeSuite: false,
      needsApp: false,
      needsPackages: false,
    });
    expect(ask('unit', 'electron')).toEqual({
      vitestArgs: ['--project', 'unit', '--project', 'electron'],
      wholeSuite: false,
      needsApp: true,
      needsPackages: false,
    });
  });

  it('the installers, which are packed for it', () => {
    expect(ask('package')).toMatchObject({ needsApp: true, needsPackages: true });
  });

  it('a name of tests, which may be a project’s name too', () => {
    expect(ask('-t', 'unit')).toEqual({
      vitestArgs: ['-t', 'unit'],
      wholeSuite: false,
      needsApp: true,
      needsPackages: false,
    });
    expect(ask('--testNamePattern=pays').wholeSuite).toBe(false);
    expect(ask('unit', '-t', 'pays once').vitestArgs).toEqual(['--project', 'unit', '-t', 'pays once']);
  });

  it('a file', () => {
    expect(ask('unit', 'setup/zip')).toEqual({
      vitestArgs: ['--project', 'unit', 'setup/zip'],
      wholeSuite: false,
      needsApp: false,
      needsPackages: false,
    });
  });
});
