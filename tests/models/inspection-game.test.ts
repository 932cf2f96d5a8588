import fc from '../support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { deviationGain } from '../../src/models/bimatrix.ts';
import {
  afterCleanRecord,
  inspectionBimatrix,
  inspectionDefaults as usual,
  solveInspection,
  type InspectionSettings,
} from '../../src/models/inspection-game.ts';
import { seededRandom } from '../../src/models/random.ts';
import { equilibria } from '../../src/models/support-enumeration.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const settings: fc.Arbitrary<InspectionSettings> = fc.record({
  prior: between(0.02, 1),
  auditCost: between(0.1, 10),
  harm: between(1, 100),
  catchValue: between(0, 20),
  catchRate: between(0.02, 1),
  prize: between(0.05, 5),
  penalty: between(0.1, 10),
});
const mixed = settings.filter((each) => solveInspection(each).regime === 'mixed');

describe('golden numbers', () => {
  it('at the values at rest', () => {
    const { regime, audit, act, trainer, faker } = solveInspection(usual);
    expect(regime).toBe('mixed');
    expect(audit).toBeCloseTo(0.3125, 12);
    expect(act).toBeCloseTo(0.25, 12);
    expect(trainer).toBeCloseTo(-1, 12);
    expect(faker).toBeCloseTo(0, 12);
  });

  it.each([
    [10, 0.1159],
    [50, 0.0098],
    [100, 0.0004],
  ])('after %i slots without a catch', (slots, posterior) => {
    const { audit, act } = solveInspection(usual);
    const caughtEach = audit * act * usual.catchRate;
    expect(caughtEach).toBeCloseTo(0.0625, 12);
    expect(afterCleanRecord(usual.prior, caughtEach, slots)).toBeCloseTo(posterior, 4);
  });
});

describe('the three regimes', () => {
  it('nobody audits where an audit costs more than it can save', () => {
    expect(solveInspection({ ...usual, prior: 0.04 })).toEqual({
      regime: 'unaudited',
      audit: 0,
      act: 1,
      trainer: -0.8,
      faker: 1,
    });
  });

  it('audits that are too weak do not deter: both go on for certain', () => {
    const outcome = solveInspection({ ...usual, catchRate: 0.2 });
    expect(outcome).toMatchObject({ regime: 'undeterred', audit: 1, act: 1 });
    expect(outcome.faker).toBeCloseTo(0.8 - 0.6, 12);
    expect(outcome.trainer).toBeCloseTo(0.2 * (1 - 16) - 1, 12);
  });

  it('no faker wants anything where the prize is nothing, so no audit is needed', () => {
    expect(solveInspection({ ...usual, prize: 0, penalty: 0 })).toMatchObject({
      regime: 'mixed',
      audit: 0,
    });
  });

  it('agree with the solver in 2,000 games, each regime in more than a hundred', () => {
    const random = seededRandom(15);
    const seen = { unaudited: 0, undeterred: 0, mixed: 0 };
    for (let each = 0; each < 2000; each += 1) {
      const game: InspectionSettings = {
        prior: random(),
        auditCost: 0.1 + 9.9 * random(),
        harm: 1 + 99 * random(),
        catchValue: 20 * random(),
        catchRate: random(),
        prize: 5 * random(),
        penalty: 10 * random(),
      };
      const closed = solveInspection(game);
      const { found } = equilibria(inspectionBimatrix(game));
      expect(found).toHaveLength(1);
      const [{ row, column, payoffs }] = found as [(typeof found)[0]];
      expect(Math.abs(row[0]! - closed.audit)).toBeLessThan(1e-12);
      expect(Math.abs(column[0]! - closed.act)).toBeLessThan(1e-12);
      expect(Math.abs(payoffs.row - closed.trainer)).toBeLessThan(1e-10);
      expect(Math.abs(payoffs.column - closed.faker)).toBeLessThan(1e-10);
      seen[closed.regime] += 1;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });

  it('nobody gains by leaving, also on the borders between regimes', () => {
    const borders: InspectionSettings[] = [
      { ...usual, prior: 0.05 },
      { ...usual, prize: 1, penalty: 0.25 },
      { ...usual, prize: 0 },
      { ...usual, catchRate: 0 },
    ];
    for (const each of borders) {
      const { audit, act } = solveInspection(each);
      const gain = deviationGain(inspectionBimatrix(each), [audit, 1 - audit], [act, 1 - act]);
      expect(Math.max(gain.row, gain.column)).toBeLessThan(1e-12);
    }
  });
});

describe('what moves what, as long as both mix', () => {
  const later = between(1.01, 3);
  const check = (
    change: (from: InspectionSettings, by: number) => InspectionSettings,
    compare: (
      before: ReturnType<typeof solveInspection>,
      after: ReturnType<typeof solveInspection>,
    ) => void,
  ) =>
    fc.assert(
      fc.property(mixed, later, (from, by) => {
        const after = solveInspection(change(from, by));
        fc.pre(after.regime === 'mixed');
        compare(solveInspection(from), after);
      }),
    );

  it('more harm makes fakers rarer and leaves the audits alone', () => {
    check(
      (from, by) => ({ ...from, harm: from.harm * by }),
      (before, after) => {
        expect(after.act).toBeLessThan(before.act);
        expect(after.audit).toBe(before.audit);
      },
    );
  });

  it('a larger prize brings more audits and leaves the fakers alone', () => {
    check(
      (from, by) => ({ ...from, prize: from.prize * by }),
      (before, after) => {
        expect(after.audit).toBeGreaterThan(before.audit);
        expect(after.act).toBe(before.act);
      },
    );
  });

  it('dearer audits bring more acts, not fewer audits', () => {
    check(
      (from, by) => ({ ...from, auditCost: from.auditCost * by }),
      (before, after) => {
        expect(after.act).toBeGreaterThan(before.act);
        expect(after.audit).toBe(before.audit);
      },
    );
  });

  it('a heavier penalty saves the trainer audits and nothing else', () => {
    check(
      (from, by) => ({ ...from, penalty: (from.penalty + 0.1) * by }),
      (before, after) => {
        expect(after.audit).toBeLessThan(before.audit);
        expect(after.act).toBe(before.act);
      },
    );
  });
});

describe('a clean record', () => {
  it('never raises the suspicion, and says nothing where nothing can be caught', () => {
    fc.assert(
      fc.property(between(0, 1), between(0, 1), fc.nat(200), (prior, caughtEach, slots) => {
        const after = afterCleanRecord(prior, caughtEach, slots);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(prior + 1e-15);
        expect(afterCleanRecord(prior, 0, slots)).toBeCloseTo(prior, 12);
      }),
    );
  });

  it('is worth as much in one step as in two', () => {
    const half = afterCleanRecord(0.2, 0.0625, 20);
    expect(afterCleanRecord(half, 0.0625, 30)).toBeCloseTo(afterCleanRecord(0.2, 0.0625, 50), 12);
  });
});
