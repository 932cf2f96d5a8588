import fc from '../support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { chiSquaredTail } from '../../src/models/chi-squared.ts';
import { integrate } from '../../src/models/runge-kutta.ts';
import {
  forecastFaking,
  leak,
  replicatorRate,
  rewardsOf,
  sharesOf,
  shift,
  standardScore,
  tilt,
  type Shares,
} from '../../src/models/training-dynamics.ts';

/** Greenblatt et al. 2024, Table 2, default prompt; 68 of 100 with the reasoning comply. */
const start = sharesOf({ faking: 0.119, refusal: 0.858, followThrough: 0.68 });
const refusal = ({ balks, refuses }: Shares) => balks + refuses;

const anyShares = fc
  .tuple(...Array.from({ length: 4 }, () => fc.double({ min: 0.01, max: 1, noNaN: true })))
  .map((parts): Shares => {
    const sum = parts.reduce((total, part) => total + part, 0);
    const [fakes = 0, balks = 0, complies = 0, refuses = 0] = parts.map((part) => part / sum);
    return { fakes, balks, complies, refuses };
  });
const pressure = fc.double({ min: 0, max: 12, noNaN: true });
const penalty = fc.double({ min: 0, max: 1, noNaN: true });

describe('the shares at the start', () => {
  it('give back the published rates', () => {
    expect(start.fakes).toBe(0.119);
    expect(refusal(start)).toBeCloseTo(0.858, 12);
    expect(start.fakes / (start.fakes + start.balks)).toBeCloseTo(0.68, 12);
    expect(start.complies).toBeCloseTo(0.023, 12);
  });

  it('refuse rates that do not go together', () => {
    expect(() => sharesOf({ faking: 0.3, refusal: 0.8, followThrough: 0.7 })).toThrow(RangeError);
    expect(() => sharesOf({ faking: 0.3, refusal: 0.05, followThrough: 0.7 })).toThrow(RangeError);
  });
});

describe('tilt', () => {
  it.each([
    [0, 0.858, 0.119],
    [3, 0.231258, 0.644228],
    [5, 0.0391, 0.8052],
    [7, 0.0055, 0.8334],
  ])('under a pressure of %d refuses %d and fakes %d', (tau, refuses, fakes) => {
    const shares = tilt(start, tau);
    const digits = tau > 3 ? 4 : 6;
    expect(refusal(shares)).toBeCloseTo(refuses, digits);
    expect(shares.fakes).toBeCloseTo(fakes, digits);
  });

  it('gives the golden shares at 3 and the golden limit', () => {
    const { fakes, balks, complies, refuses } = tilt(start, 3);
    [0.6442276766, 0.0150937446, 0.1245145929, 0.2161639859].forEach((golden, i) =>
      expect([fakes, balks, complies, refuses][i]).toBeCloseTo(golden, 9),
    );
    expect(tilt(start, 60).fakes).toBeCloseTo(0.83803, 5);
  });

  it('is the solution of the replicator', () => {
    const rate = (shares: readonly number[]) => replicatorRate(shares, [0, 1, 1]);
    const end = integrate(rate, [0.858, 0.119, 0.023], 8, 800);
    [0.00202285, 0.8363329637, 0.1616441863].forEach((golden, i) =>
      expect(end[i]).toBeCloseTo(golden, 9),
    );
    const closed = tilt(start, 8);
    expect(refusal(closed)).toBeCloseTo(end[0]!, 10);
    expect(closed.fakes).toBeCloseTo(end[1]!, 10);
    expect(closed.complies).toBeCloseTo(end[2]!, 10);
  });

  it('solves it with a penalty too, from anywhere', () => {
    fc.assert(
      fc.property(anyShares, penalty, (shares, cost) => {
        const rate = (point: readonly number[]) =>
          replicatorRate(point, Object.values(rewardsOf(cost)));
        const end = integrate(rate, Object.values(shares), 4, 400);
        Object.values(tilt(shares, 4, cost)).forEach((share, i) =>
          expect(share).toBeCloseTo(end[i]!, 8),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('leaves the ratio of fakers to sincere compliers, or lets it fall by the penalty alone', () => {
    const ratio = ({ fakes, complies }: Shares) => fakes / complies;
    expect(ratio(tilt(start, 8))).toBeCloseTo(5.173913, 6);
    expect(ratio(tilt(start, 8, 0.1))).toBeCloseTo(2.3248, 4);
    fc.assert(
      fc.property(anyShares, pressure, penalty, (shares, tau, cost) => {
        const expected = ratio(shares) * Math.exp(-cost * tau);
        expect(ratio(tilt(shares, tau, cost)) / expected).toBeCloseTo(1, 8);
      }),
    );
  });

  it('sums to 1, begins at the start and never earns less', () => {
    fc.assert(
      fc.property(anyShares, pressure, pressure, penalty, (shares, one, other, cost) => {
        const sum = (all: Shares) => Object.values(all).reduce((total, share) => total + share, 0);
        expect(sum(tilt(shares, one, cost))).toBeCloseTo(1, 12);
        Object.entries(tilt(shares, 0, cost)).forEach(([name, share]) =>
          expect(share).toBeCloseTo(shares[name as keyof Shares], 12),
        );
        const earned = (tau: number) => {
          const now = Object.values(tilt(shares, tau, cost));
          return Object.values(rewardsOf(cost)).reduce(
            (sum, reward, i) => sum + reward * now[i]!,
            0,
          );
        };
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(earned(more)).toBeGreaterThanOrEqual(earned(less) - 1e-12);
      }),
    );
  });
});

describe('leak', () => {
  it.each([
    [0.5, 51.2],
    [0.87, 7.3],
    [1, 3.1],
  ])('of %d leaves %d of 100 refusals at a pressure of 7', (leakage, left) => {
    expect(100 * leak(0.972, 7, leakage)).toBeCloseTo(left, 1);
  });

  it('of nothing leaves all of them', () => {
    expect(leak(0.972, 12, 0)).toBeCloseTo(0.972, 12);
  });

  it('is the shift in log-odds that a pair of rates shows', () => {
    expect(shift(0.972, leak(0.972, 7, 0.5))).toBeCloseTo(-3.5, 10);
    // Published, default prompt in the paid tier, and the two altered prompts in both tiers.
    expect(-shift(0.972, 0.069)).toBeCloseTo(6.15, 2);
    expect(-shift(0.844, 0.006)).toBeCloseTo(6.8, 2);
    expect(-shift(0.954, 0.364)).toBeCloseTo(3.59, 2);
    expect(-shift(0.653, 0.012)).toBeCloseTo(5.04, 2);
    expect(-shift(0.977, 0.202)).toBeCloseTo(5.12, 2);
    expect(shift(0.858, 0)).toBe(-Infinity);
  });
});

describe('the forecast without a free number', () => {
  const rate = (value: number, se: number) => ({ value: value / 100, se: se / 100 });
  const rows = [
    { faking: rate(11.9, 1.7), refusal: rate(85.8, 1.9), after: 0, measured: rate(78.4, 3.1) },
    { faking: rate(11.4, 2.4), refusal: rate(84.4, 2.8), after: 0.006, measured: rate(84.6, 2.7) },
    { faking: rate(26.8, 3.4), refusal: rate(65.3, 3.6), after: 0.012, measured: rate(73.2, 3.4) },
  ].map((row) => ({ ...row, forecast: forecastFaking(row, row.after) }));

  it('says 83.8 ± 5.3, 72.6 ± 8.7 and 76.3 ± 5.4 for the three prompts', () => {
    const printed = rows.map(({ forecast }) => [
      (100 * forecast.value).toFixed(1),
      (100 * forecast.se).toFixed(1),
    ]);
    expect(printed).toEqual([
      ['83.8', '5.3'],
      ['72.6', '8.7'],
      ['76.3', '5.4'],
    ]);
  });

  it('is off by −0.88, 1.32 and −0.49 standard errors, which chance would exceed 43 times in 100', () => {
    const scores = rows.map(({ measured, forecast }) => standardScore(measured, forecast));
    expect(scores.map((score) => score.toFixed(2))).toEqual(['-0.88', '1.32', '-0.49']);
    const joint = scores.reduce((sum, score) => sum + score * score, 0);
    expect(joint).toBeCloseTo(2.74, 2);
    expect(chiSquaredTail(joint, 3)).toBeCloseTo(0.43, 2);
  });

  it('is where the tilt ends that refuses as often', () => {
    const { forecast, after } = rows[1]!;
    const shares = sharesOf({ faking: 0.114, refusal: 0.844, followThrough: 0.68 });
    // Without a penalty the reward tells only refusing from complying.
    const end = tilt(shares, -shift(0.844, after));
    expect(refusal(end)).toBeCloseTo(after, 12);
    expect(end.fakes).toBeCloseTo(forecast.value, 12);
  });

  it('fails for animal welfare: it says 49 of 100 where the reasoning fell from 24', () => {
    const before = { faking: rate(24.2, 1.8), refusal: rate(50.8, 2) };
    expect(100 * forecastFaking(before, 0).value).toBeCloseTo(49.2, 1);
  });
});
