import { describe, expect, it } from 'vitest';
import { deviationGain } from '../../src/models/bimatrix.ts';
import { inspectionDefaults as usual } from '../../src/models/inspection-game.ts';
import { seededRandom } from '../../src/models/random.ts';
import {
  sandboxBimatrix,
  solveSandbox,
  type SandboxSettings,
} from '../../src/models/sandbox-game.ts';
import { equilibria } from '../../src/models/support-enumeration.ts';
import { recognition } from '../../src/models/test-awareness.ts';

const at = (area: number, change: Partial<SandboxSettings> = {}): SandboxSettings => {
  const { recognised, mistaken } = recognition(area);
  const { auditCost: testCost, ...rest } = usual;
  return { ...rest, testCost, recognised, mistaken, ...change };
};
const gainAt = (settings: SandboxSettings) => {
  const { test, policies } = solveSandbox(settings);
  const gain = deviationGain(sandboxBimatrix(settings), [test, 1 - test], policies);
  return Math.max(gain.row, gain.column);
};

describe('golden numbers, criterion halfway', () => {
  it.each([
    [0.7, 0.4304, 0.3493],
    [0.83, 0.5556, 0.3125],
    [0.92, 0.6859, 0.2868],
    [0.99, 0.8879, 0.2604],
  ])('at an area of %f', (area, test, act) => {
    const outcome = solveSandbox(at(area));
    expect(outcome.regime).toBe('wary');
    expect(outcome.test).toBeCloseTo(test, 4);
    expect(outcome.policies[2]).toBeCloseTo(act, 4);
    expect(outcome.policies[0]).toBeCloseTo(1 - act, 4);
    expect(outcome.faker).toBeCloseTo(0, 12);
  });

  it('three times the odds of a test at 0.83, the inverse of what a test then shows', () => {
    const odds = ({ test }: { test: number }) => test / (1 - test);
    const { recognised, mistaken } = at(0.83);
    const factor = odds(solveSandbox(at(0.83))) / odds(solveSandbox(at(0.5)));
    expect(factor).toBeCloseTo(3.0011, 4);
    expect(factor).toBeCloseTo((1 - mistaken) / (1 - recognised), 12);
  });

  it('without cues the chance of a test is that of a trainer who hides it perfectly', () => {
    expect(solveSandbox(at(0.5)).test).toBeCloseTo(0.2941, 4);
    expect(equilibria(sandboxBimatrix(at(0.5))).degenerate).toBe(true);
    expect(equilibria(sandboxBimatrix(at(0.51))).degenerate).toBe(false);
  });
});

describe('all regimes', () => {
  it('no test where even a model that always acts is not worth it', () => {
    expect(solveSandbox(at(0.83, { testCost: 5 }))).toMatchObject({
      regime: 'untested',
      test: 0,
      policies: [0, 1, 0, 0],
      actsInUse: 1,
      faker: 1,
    });
  });

  it('a dear test still pays where a faker would otherwise act under its eyes', () => {
    const { regime, test, policies } = solveSandbox(at(0.83, { testCost: 4 }));
    expect(regime).toBe('bold');
    expect(test).toBeGreaterThan(0);
    expect(policies[1]).toBeGreaterThan(0);
    expect(policies[2]).toBeGreaterThan(0);
  });

  it('agree with the solver in 2,000 games, each regime in more than a hundred', () => {
    const random = seededRandom(15);
    const seen = { untested: 0, bold: 0, wary: 0 };
    for (let each = 0; each < 2000; each += 1) {
      const [low, high] = [random(), random()].sort((a, b) => a - b) as [number, number];
      const game: SandboxSettings = {
        prior: 0.02 + 0.98 * random(),
        testCost: 0.1 + 14.9 * random(),
        harm: 1 + 29 * random(),
        catchValue: 20 * random(),
        catchRate: 0.05 + 0.95 * random(),
        prize: 0.05 + 4.95 * random(),
        penalty: 0.05 + 9.95 * random(),
        mistaken: 0.02 + 0.9 * low,
        recognised: 0.05 + 0.9 * high,
      };
      const closed = solveSandbox(game);
      const { found } = equilibria(sandboxBimatrix(game));
      expect(found).toHaveLength(1);
      const [{ row, column, payoffs }] = found as [(typeof found)[0]];
      expect(Math.abs(row[0]! - closed.test)).toBeLessThan(1e-12);
      column.forEach((p, i) => expect(Math.abs(p - closed.policies[i]!)).toBeLessThan(1e-12));
      expect(Math.abs(payoffs.row - closed.trainer)).toBeLessThan(1e-9);
      expect(Math.abs(payoffs.column - closed.faker)).toBeLessThan(1e-9);
      seen[closed.regime] += 1;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });

  it('nobody gains by leaving at the ends of the ranges', () => {
    const ends: Partial<SandboxSettings>[] = [
      { recognised: 1, mistaken: 0 },
      { recognised: 0.5, mistaken: 0.5 },
      { recognised: 0.9, mistaken: 0 },
      { recognised: 0, mistaken: 0 },
      { penalty: 0 },
      { catchRate: 0 },
      { testCost: 4.8 },
    ];
    for (const end of ends) expect(gainAt(at(0.83, end))).toBeLessThan(1e-12);
  });
});

describe('what moves what', () => {
  it('tests that are easier to spot have to be held more often, and fakers act less in use', () => {
    const outcomes = [0.6, 0.7, 0.8, 0.9, 0.99].map((area) => solveSandbox(at(area)));
    for (let i = 1; i < outcomes.length; i += 1) {
      expect(outcomes[i]!.test).toBeGreaterThan(outcomes[i - 1]!.test);
      expect(outcomes[i]!.policies[2]).toBeLessThan(outcomes[i - 1]!.policies[2]);
    }
  });

  it('the chances to act are those of the policies', () => {
    const { policies, actsInUse, actsInTest } = solveSandbox(at(0.83));
    const { recognised, mistaken } = at(0.83);
    expect(actsInUse).toBeCloseTo(policies[2] * (1 - mistaken), 12);
    expect(actsInTest).toBeCloseTo(policies[2] * (1 - recognised), 12);
  });
});
