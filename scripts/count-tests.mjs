// Reads how many tests passed and failed from the JSON reports of Vitest and Playwright.

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed includes tests that were skipped: what did not run has not passed
 */

/**
 * @param {any} report of Vitest's reporter `json`
 * @returns {Count}
 */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(hasPassed),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numTotalTests - report.numPassedTests + brokenFiles.length,
  };
}

/** A file may fail outside its tests, while it is loaded or tidied up. */
const hasPassed = (result) => result.status === 'passed';

/**
 * @param {any} report of Playwright's reporter `json`
 * @returns {Count}
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  };
}

/**
 * @param {Count} count from a report
 * @param {boolean} endedWell exit status of the run that wrote it
 * @returns {Count} with a failure at least when the run says that it failed
 */
export function trustExit(count, endedWell) {
  return endedWell || count.failed > 0 ? count : { ...count, failed: 1 };
}

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
export function addCounts(counts) {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}
