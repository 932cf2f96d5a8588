import { describe, expect, test } from 'vitest';
import { addCounts, countPlaywright, countVitest, trustExit } from '../../scripts/count-tests.mjs';

const passed = { status: 'passed' };
const failed = { status: 'failed' };

describe('a report of Vitest', () => {
  test('counts tests, and skipped ones as failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [passed, failed, { status: 'skipped' }] },
    ];
    const report = { numTotalTests: 3, numPassedTests: 1, testResults };
    expect(countVitest(report)).toEqual({ passed: 1, failed: 2 });
  });

  test('counts a file that cannot be loaded as one failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [passed] },
      { status: 'failed', assertionResults: [] },
    ];
    const report = { numTotalTests: 1, numPassedTests: 1, testResults };
    expect(countVitest(report)).toEqual({ passed: 1, failed: 1 });
  });
});

test('a report of Playwright counts everything but an expected outcome as failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 4 });
});

test('a run that says it failed counts as a failure, once', () => {
  expect(trustExit({ passed: 3, failed: 0 }, false)).toEqual({ passed: 3, failed: 1 });
  expect(trustExit({ passed: 3, failed: 2 }, false)).toEqual({ passed: 3, failed: 2 });
  expect(trustExit({ passed: 3, failed: 0 }, true)).toEqual({ passed: 3, failed: 0 });
});

test('counts add up', () => {
  expect(addCounts([])).toEqual({ passed: 0, failed: 0 });
  const counts = [
    { passed: 3, failed: 1 },
    { passed: 1, failed: 0 },
  ];
  expect(addCounts(counts)).toEqual({ passed: 4, failed: 1 });
});
