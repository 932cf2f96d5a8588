import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/models/random.ts';
import {
  evidencePerReply,
  sequentialOutcome,
  sequentialStart,
  step,
  waldBounds,
  waldSampleNumbers,
} from '../../src/models/sequential-test.ts';

const design = { low: 0.01, high: 0.1, alpha: 0.05, beta: 0.1 };
const runs = 40_000;

describe('Wald’s numbers', () => {
  test('bounds', () => {
    expect(waldBounds(design).high).toBeCloseTo(2.89037, 5);
    expect(waldBounds(design).low).toBeCloseTo(-2.25129, 5);
  });

  test('average sample numbers', () => {
    expect(waldSampleNumbers(design).low).toBeCloseTo(27.96, 2);
    expect(waldSampleNumbers(design).high).toBeCloseTo(16.45, 2);
  });

  test.each([
    { low: 0.1, high: 0.1 },
    { low: 0 },
    { high: 1 },
    { alpha: 0 },
    { alpha: 0.6, beta: 0.4 },
  ])('with %j there is nothing to decide', (change) => {
    expect(() => waldBounds({ ...design, ...change })).toThrow(RangeError);
  });
});

describe('a test under way', () => {
  const follow = (replies: boolean[]) =>
    replies.reduce((state, yes) => step(design, state, yes), sequentialStart);

  test('two replies of the wanted kind decide it, one does not', () => {
    expect(follow([true])).toMatchObject({ replies: 1, yes: 1, decision: undefined });
    expect(follow([true]).evidence).toBeCloseTo(Math.log(10), 12);
    expect(follow([true, true]).decision).toBe('high');
  });

  test('none in 24 decides it too, and nothing changes after that', () => {
    const none = (count: number) => Array.from({ length: count }, () => false);
    // Each adds ln(0.9/0.99) = −0.0953.
    expect(follow(none(23)).decision).toBeUndefined();
    const decided = follow(none(24));
    expect(decided.decision).toBe('low');
    expect(step(design, decided, true)).toBe(decided);
  });
});

describe('what the test really comes to', () => {
  /** Simulated with 40,000 runs: real errors, and average numbers of replies. */
  test('agrees with what was simulated before, within its error', () => {
    const atLow = sequentialOutcome(design, design.low);
    const atHigh = sequentialOutcome(design, design.high);
    const error = (share: number) => Math.sqrt((share * (1 - share)) / runs);
    expect(Math.abs(atLow.high - 0.0221)).toBeLessThan(3 * error(0.0221));
    expect(Math.abs(atHigh.low - 0.1005)).toBeLessThan(3 * error(0.1005));
    expect(Math.abs(atLow.replies - 30.29)).toBeLessThan(0.2);
    expect(Math.abs(atHigh.replies - 22.33)).toBeLessThan(0.2);
  });

  test.each([0.01, 0.03, 0.1])('agrees with our own simulation at a rate of %f', (rate) => {
    const exact = sequentialOutcome(design, rate);
    const random = seededRandom(1);
    const drawn = { high: 0, replies: 0 };
    for (let run = 0; run < runs; run += 1) {
      let state = sequentialStart;
      while (!state.decision) state = step(design, state, random() < rate);
      drawn.high += Number(state.decision === 'high') / runs;
      drawn.replies += state.replies / runs;
    }
    const error = Math.sqrt((exact.high * exact.low) / runs);
    expect(Math.abs(drawn.high - exact.high)).toBeLessThan(3 * error);
    expect(Math.abs(drawn.replies / exact.replies - 1)).toBeLessThan(0.02);
  });

  test('by hand: cut off after two replies', () => {
    const cut = sequentialOutcome(design, 0.1, 2);
    expect(cut.high).toBeCloseTo(0.01, 14);
    expect(cut.low).toBe(0);
    expect(cut.undecided).toBeCloseTo(0.99, 14);
    expect(cut.replies).toBeCloseTo(2, 14);
  });

  test('obeys Wald’s equation: mean evidence is the mean number of replies times what one is worth', () => {
    // Summed over every path, so nothing of the bounds is assumed. Checked where the test is cut off.
    const { yes, no } = evidencePerReply(design);
    const most = 60;
    const rate = 0.04;
    let mean = 0;
    let open = new Map([[0, 1]]);
    const { high, low } = waldBounds(design);
    for (let replies = 1; replies <= most; replies += 1) {
      const next = new Map<number, number>();
      for (const [count, chance] of open) {
        for (const [add, share] of [
          [0, 1 - rate],
          [1, rate],
        ] as const) {
          const now = count + add;
          const evidence = now * yes + (replies - now) * no;
          if (evidence >= high || evidence <= low || replies === most)
            mean += evidence * chance * share;
          else next.set(now, (next.get(now) ?? 0) + chance * share);
        }
      }
      open = next;
    }
    const { replies } = sequentialOutcome(design, rate, most);
    expect(replies * (rate * yes + (1 - rate) * no)).toBeCloseTo(mean, 12);
  });

  test('keeps Wald’s promise on both errors together, and adds up', () => {
    for (const other of [
      design,
      { low: 0.2, high: 0.3, alpha: 0.01, beta: 0.01 },
      { low: 0.001, high: 0.5, alpha: 0.2, beta: 0.2 },
    ]) {
      const atLow = sequentialOutcome(other, other.low);
      const atHigh = sequentialOutcome(other, other.high);
      expect(atLow.high + atHigh.low).toBeLessThanOrEqual(other.alpha + other.beta);
      expect(atLow.high / (1 - atHigh.low)).toBeLessThanOrEqual(other.alpha / (1 - other.beta));
      for (const { low, high, undecided } of [atLow, atHigh]) {
        expect(low + high + undecided).toBeCloseTo(1, 12);
      }
    }
  });

  test('is certain where replies are', () => {
    expect(sequentialOutcome(design, 0)).toEqual({ low: 1, high: 0, undecided: 0, replies: 24 });
    expect(sequentialOutcome(design, 1)).toEqual({ low: 0, high: 1, undecided: 0, replies: 2 });
    expect(() => sequentialOutcome(design, 1.2)).toThrow(RangeError);
  });
});
