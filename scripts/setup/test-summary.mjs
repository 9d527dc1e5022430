/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Counts a vitest run from its JSON report. What vitest noticed but counts no test for is a failure too:
 * a file that does not load, an error outside all tests, a run that died before its report or tested
 * nothing.
 * @param {unknown} report parsed JSON, or undefined where there is none
 * @param {number} exitCode vitest's
 * @returns {Tally}
 */
export function tallyVitest(report, exitCode) {
  const files = testFiles(report);
  if (files === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const statuses = files.flatMap((file) => file.statuses);
  const passed = statuses.filter((status) => status === 'passed').length;
  const failedTests = statuses.filter((status) => status === 'failed').length;
  const brokenFiles = files.filter((file) => file.failed && !file.statuses.includes('failed')).length;
  const failed = failedTests + brokenFiles;
  const skipped = statuses.length - passed - failedTests;
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed, skipped };
}

/**
 * How long each kind of test took, from the start of its first file to the end of its last. What runs side by side
 * counts in each.
 * @param {unknown} report parsed JSON, or undefined where there is none
 * @returns {{ part: string, files: number, milliseconds: number }[]} in the order in which they began
 */
export function timeOfParts(report) {
  const { testResults } = /** @type {{ testResults?: unknown }} */ (report ?? {});
  if (!Array.isArray(testResults)) return [];
  /** @type {Map<string, { files: number, from: number, to: number }>} */
  const parts = new Map();
  for (const { name, startTime, endTime } of testResults) {
    const part = /^.*[/\\]test[/\\]([\w-]+)[/\\]/.exec(String(name))?.[1];
    const [from, to] = [Number(startTime), Number(endTime)];
    if (part === undefined || !(to >= from)) continue;
    const known = parts.get(part) ?? { files: 0, from, to };
    parts.set(part, {
      files: known.files + 1,
      from: Math.min(known.from, from),
      to: Math.max(known.to, to),
    });
  }
  return [...parts]
    .sort(([, a], [, b]) => a.from - b.from)
    .map(([part, { files, from, to }]) => ({ part, files, milliseconds: to - from }));
}

/**
 * @param {unknown} report
 * @returns {{ failed: boolean, statuses: string[] }[] | undefined}
 */
function testFiles(report) {
  const { testResults } = /** @type {{ testResults?: unknown }} */ (report ?? {});
  if (!Array.isArray(testResults)) return undefined;
  return testResults.map(({ status, assertionResults }) => ({
    failed: status === 'failed',
    statuses: (Array.isArray(assertionResults) ? assertionResults : []).map((test) => String(test.status)),
  }));
}

/**
 * Adds up, a static check being one test.
 * @param {readonly boolean[]} checks whether each passed
 * @param {Tally} tests
 * @returns {Tally}
 */
export function addChecks(checks, tests) {
  const passed = checks.filter(Boolean).length;
  return {
    passed: tests.passed + passed,
    failed: tests.failed + checks.length - passed,
    skipped: tests.skipped,
  };
}

/**
 * The last line of `npm test`.
 * @param {Tally} tally
 * @returns {string}
 */
export function summaryLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
