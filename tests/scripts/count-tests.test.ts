import { describe, expect, test } from 'vitest';
import {
  addCounts,
  countPlaywright,
  countVitest,
  faultCases,
  faultTable,
  trustExit,
} from '../../scripts/count-tests.mjs';

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
  expect(countPlaywright({ stats, errors: [{}], suites: [] })).toEqual({ passed: 5, failed: 4 });
});

test('a second try counts only after the browser itself has ended the page', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 2, skipped: 0 };
  const flaky = (message: string) => ({
    title: message,
    tests: [
      { status: 'flaky', results: [{ errors: [{ message }] }, { status: 'passed', errors: [] }] },
    ],
  });
  const specs = [flaky('Error: page.goto: Target crashed'), flaky('expected 1 to be 2')];
  const report = { stats, errors: [], suites: [{ suites: [{ specs }] }] };
  expect(countPlaywright(report)).toEqual({ passed: 6, failed: 1 });
});

describe('fault cases', () => {
  const spec = (title: string, ...statuses: string[]) => ({
    title,
    tests: statuses.map((status) => ({ status, results: [{ errors: [] }] })),
  });
  const report = {
    suites: [
      {
        specs: [spec('#1 no room', 'expected'), spec('#12 newer', 'expected', 'unexpected')],
        suites: [{ specs: [spec('#3 blocked', 'expected'), spec('no number', 'unexpected')] }],
      },
      { specs: [spec('#1 no room', 'expected'), spec('#2 full', 'skipped')] },
      { specs: [spec('#4 absent', 'expected'), spec('#4 silent', 'flaky')] },
      { specs: [spec('#6 #7 both at once', 'expected'), spec('unlike #5 it passes', 'expected')] },
    ],
  };
  const cases = faultCases(report);

  test('are found by their numbers, and pass where all of their tests have passed', () => {
    expect(cases).toHaveLength(42);
    expect(cases.slice(0, 5)).toEqual([
      { number: 1, titles: ['no room'], passed: true },
      { number: 2, titles: ['full'], passed: false },
      { number: 3, titles: ['blocked'], passed: true },
      { number: 4, titles: ['absent', 'silent'], passed: false },
      { number: 5, titles: [], passed: false },
    ]);
    for (const number of [6, 7]) {
      expect(cases[number - 1]).toEqual({ number, titles: ['both at once'], passed: true });
    }
    expect(cases[11]).toEqual({ number: 12, titles: ['newer'], passed: false });
  });

  test('are printed one by one, and counted', () => {
    const rows = faultTable(cases).split('\n');
    expect(rows.slice(2, 6)).toEqual([
      ' #3  passed   blocked',
      ' #4  failed   absent',
      ' #4  failed   silent',
      ' #5  no test',
    ]);
    expect(rows.at(-1)).toBe('fault cases: 4 of 42');
  });
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
