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
export function countPlaywright({ stats, errors, suites }) {
  const crashed = suites.flatMap(specsOf).flatMap(({ tests }) => tests.filter(hasCrashed)).length;
  return {
    passed: stats.expected + crashed,
    failed: stats.unexpected + stats.flaky - crashed + stats.skipped + errors.length,
  };
}

/** Passed at the second try, after the browser itself had ended the page. Any other second try has failed. */
const hasCrashed = ({ status, results }) =>
  status === 'flaky' &&
  results[0].errors.some(({ message }) => /(Target|Page) crashed/.test(message));

/**
 * What the site must stand: each fault has a number, and browser tests whose titles begin with it, as `#7 …`,
 * or with several, as `#26 #29 …`.
 */
const faultNumbers = Array.from({ length: 42 }, (_, index) => index + 1);

/**
 * @typedef {object} FaultCase
 * @property {number} number
 * @property {string[]} titles of its tests, without the number; none where no test ran
 * @property {boolean} passed whether there is a test, and all of them passed
 */

/**
 * @param {any} report of Playwright's reporter `json`
 * @returns {FaultCase[]} one for each fault, in the order of their numbers
 */
export function faultCases(report) {
  const specs = report.suites.flatMap(specsOf).map(({ title, tests }) => {
    const [marks] = /^(?:#\d+ )*/.exec(title);
    return { marks: marks.split(' '), words: title.slice(marks.length), tests };
  });
  return faultNumbers.map((number) => {
    const own = specs.filter(({ marks }) => marks.includes(`#${number}`));
    const passed = own.length > 0 && own.flatMap(({ tests }) => tests).every(isExpected);
    // A test that runs in several browsers is there once for each.
    return {
      number,
      titles: [...new Set(own.map(({ words }) => words))],
      passed,
    };
  });
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
const isExpected = (test) => test.status === 'expected' || hasCrashed(test);

/**
 * @param {FaultCase[]} cases
 * @returns {string} a table of them, and how many passed
 */
export function faultTable(cases) {
  const rows = cases.flatMap(({ number, titles, passed }) => {
    const outcome = titles.length === 0 ? 'no test' : passed ? 'passed' : 'failed';
    const head = `${`#${number}`.padStart(3)}  ${outcome.padEnd(7)}`;
    return titles.length === 0 ? [head.trimEnd()] : titles.map((title) => `${head}  ${title}`);
  });
  const passed = cases.filter((one) => one.passed).length;
  return [...rows, `fault cases: ${passed} of ${cases.length}`].join('\n');
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
