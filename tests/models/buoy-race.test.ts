import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import {
  bestConduct,
  bestRace,
  buoyRace,
  cellIn,
  cellOf,
  conductOf,
  course,
  discount,
  litIn,
  placeOf,
} from '../../src/models/buoy-race.ts';
import { ENDS } from '../../src/models/tabular-world.ts';
import { optimalValues, worthOf } from '../../src/models/value-iteration.ts';

const anyRules = fc.record({ bonus: fc.integer({ min: 0, max: 60 }), once: fc.boolean() });
const world = buoyRace({ bonus: 7, once: false });
const land = [...course.island, ...course.headland].map(cellOf);
const everyState = Array.from({ length: world.states }, (_, state) => state);
const onWater = everyState.filter((state) => !land.includes(cellIn(state)));
const everyAction = [0, 1, 2, 3];

describe('the course', () => {
  test('is left by no move, and no move ends on land', () => {
    for (const state of onWater) {
      for (const action of everyAction) {
        const reached = world.next[state * 4 + action]!;
        if (reached === ENDS) continue;
        expect(land).not.toContain(cellIn(reached));
        const [from, to] = [placeOf(cellIn(state)), placeOf(cellIn(reached))];
        const far = Math.abs(from.column - to.column) + Math.abs(from.row - to.row);
        expect(far).toBeLessThanOrEqual(1);
      }
    }
  });

  test('ends at the finish and nowhere else, and pays the bonus there alone', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const { next, reward } = buoyRace(rules);
        const finish = cellOf(course.finish);
        for (const state of onWater) {
          const { column, row } = placeOf(cellIn(state));
          const targets = [
            { column, row: row - 1 },
            { column: column + 1, row },
            { column, row: row + 1 },
            { column: column - 1, row },
          ];
          targets.forEach((target, action) => {
            const outside = target.column >= course.columns || target.row < 0;
            const ends = !outside && target.column >= 0 && cellOf(target) === finish;
            const stays = outside && cellIn(state) === finish;
            if (ends) expect(reward[state * 4 + action]).toBe(rules.bonus);
            if (!stays) expect(next[state * 4 + action] === ENDS).toBe(ends);
          });
        }
      }),
      { numRuns: 10 },
    );
  });

  test('pays a point for the lit buoy, reached from elsewhere, and lights the next', () => {
    const paid = onWater.flatMap((state) =>
      everyAction
        .filter((action) => world.reward[state * 4 + action] === 1)
        .map((action) => ({ state, reached: world.next[state * 4 + action]! })),
    );
    for (const { state, reached } of paid) {
      expect(cellIn(reached)).toBe(cellOf(course.buoys[litIn(state)]!));
      expect(cellIn(reached)).not.toBe(cellIn(state));
      expect(litIn(reached)).toBe((litIn(state) + 1) % 4);
    }
    expect(new Set(paid.map(({ state }) => litIn(state)))).toEqual(new Set([0, 1, 2, 3]));
  });

  test('with each buoy counted once pays four points at most', () => {
    const { next } = buoyRace({ bonus: 0, once: true });
    for (const state of onWater) {
      for (const action of everyAction) {
        const reached = next[state * 4 + action]!;
        if (reached !== ENDS) expect(litIn(reached)).toBeGreaterThanOrEqual(litIn(state));
      }
    }
  });

  test('shows a network column, row and lit buoy, one input each', () => {
    expect(world.inputs).toBe(16);
    const facts = everyState.map((state) =>
      [...world.features.slice(state * world.inputs, (state + 1) * world.inputs)].join(''),
    );
    expect(new Set(facts).size).toBe(world.states);
    facts.forEach((fact, state) => {
      expect([...fact].filter((bit) => bit === '1')).toHaveLength(litIn(state) < 4 ? 3 : 2);
    });
  });
});

describe('what pays best', () => {
  test('meets Bellman’s equation in every state', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const race = buoyRace(rules);
        const values = optimalValues(race, discount);
        for (const state of everyState) {
          const worths = everyAction.map((action) =>
            worthOf(race, values, discount, state, action),
          );
          expect(Math.abs(values[state]! - Math.max(...worths))).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 20 },
    );
  });

  // Distances on the course: first buoy 2 moves, then 2 each, finish 7 from the last and 9 from the first.
  const gammas = [0.9, 0.95, discount, 0.99];
  test.each(gammas)('at γ = %s gives way where the closed forms say', (gamma) => {
    const leaving = 1 / (gamma ** 5 * (1 - gamma ** 2));
    const straight = (gamma + gamma ** 3 + gamma ** 5) / (gamma ** 8 - gamma ** 12);
    const highest = 2 * Math.max(leaving, straight);

    const again = bestConduct(false, highest, gamma);
    expect(again.map(({ conduct }) => conduct)).toEqual(['circles', 'lap', 'straight']);
    expect(again[1]!.from).toBeCloseTo(leaving, 7);
    expect(again[2]!.from).toBeCloseTo(straight, 7);

    const once = bestConduct(true, highest, gamma);
    expect(once.map(({ conduct }) => conduct)).toEqual(['drifts', 'lap', 'straight']);
    expect(once[1]!.from).toBeCloseTo(0, 9);
    expect(once[2]!.from).toBeCloseTo(straight, 7);
  });

  test('is worth just as much on either side of a change', () => {
    for (const { from } of bestConduct(false, 60).slice(1)) {
      const [below, above] = [from - 1e-6, from + 1e-6].map((bonus) =>
        bestRace({ bonus, once: false }),
      );
      expect(above!.value - below!.value).toBeLessThan(3e-6);
      expect(above!.conduct).not.toBe(below!.conduct);
    }
  });

  test('is worth what its points and its bonus come to', () => {
    const lap = bestRace({ bonus: 10, once: true });
    expect(lap).toMatchObject({ conduct: 'lap', points: 4, moves: 15 });
    const buoys = [1, 3, 5, 7].reduce((sum, at) => sum + discount ** at, 0);
    expect(lap.value).toBeCloseTo(buoys + 10 * discount ** 14, 9);

    const circles = bestRace({ bonus: 10, once: false });
    expect(circles).toMatchObject({ conduct: 'circles', points: 50, moves: undefined });
    expect(circles.value).toBeCloseTo(discount / (1 - discount ** 2), 9);

    const straight = bestRace({ bonus: 60, once: false });
    expect(straight).toMatchObject({ conduct: 'straight', points: 1, moves: 11 });
    expect(straight.value).toBeCloseTo(discount + 60 * discount ** 10, 9);
  });
});

test('conduct is named after what a boat does most', () => {
  expect(conductOf(50, 0)).toBe('circles');
  expect(conductOf(4, 0)).toBe('drifts');
  expect(conductOf(4, 1)).toBe('lap');
  expect(conductOf(1, 0.9)).toBe('straight');
});
