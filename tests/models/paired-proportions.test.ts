import { describe, expect, it } from 'vitest';
import { mcnemarPower } from '../../src/models/mcnemar.ts';
import { differing, pairedPower } from '../../src/models/paired-proportions.ts';

describe('pairs whose replies differ', () => {
  it('fall as two unrelated replies would, at no likeness', () => {
    const { onlyFirst, onlySecond } = differing(0.3, 0.1, 0);
    expect(onlyFirst).toBeCloseTo(0.3 * 0.9, 12);
    expect(onlySecond).toBeCloseTo(0.1 * 0.7, 12);
  });

  it('never go against the trend at full likeness, and always keep both rates apart', () => {
    for (const [a, b] of [
      [0.3, 0.1],
      [0.1, 0.3],
      [0.9, 0.6],
      [0.5, 0.5],
    ] as const) {
      for (const likeness of [0, 0.35, 1]) {
        const { onlyFirst, onlySecond } = differing(a, b, likeness);
        expect(onlyFirst - onlySecond).toBeCloseTo(a - b, 12);
        expect(Math.min(onlyFirst, onlySecond)).toBeGreaterThanOrEqual(0);
        expect(onlyFirst + onlySecond).toBeLessThanOrEqual(1);
        if (likeness === 1) expect(Math.min(onlyFirst, onlySecond)).toBe(0);
      }
    }
  });
});

describe('the power of a paired comparison', () => {
  it('comes to alpha where there is no difference', () => {
    const plan = { onlyFirst: 0.1, onlySecond: 0.1, alpha: 0.05 };
    for (const pairs of [10, 1000]) expect(pairedPower({ ...plan, pairs })).toBeCloseTo(0.05, 12);
  });

  it('nears the exact power in large plans', () => {
    const plan = { onlyFirst: 0.06, onlySecond: 0.04, alpha: 0.05, pairs: 4000 };
    expect(Math.abs(pairedPower(plan) - mcnemarPower(plan))).toBeLessThan(0.01);
  });

  it('takes either direction, and knows pairs that never differ', () => {
    const one = pairedPower({ onlyFirst: 0.2, onlySecond: 0.05, alpha: 0.05, pairs: 60 });
    const other = pairedPower({ onlyFirst: 0.05, onlySecond: 0.2, alpha: 0.05, pairs: 60 });
    expect(one).toBe(other);
    expect(pairedPower({ onlyFirst: 0, onlySecond: 0, alpha: 0.05, pairs: 60 })).toBe(0);
    expect(pairedPower({ onlyFirst: 1, onlySecond: 0, alpha: 0.05, pairs: 60 })).toBe(1);
  });
});
