import { describe, expect, test } from 'vitest';
import {
  bestRace,
  buoyRace,
  cellOf,
  conductOf,
  course,
  discount,
} from '../../src/models/buoy-race.ts';
import {
  constants,
  trainBoat,
  trainedBoat,
  type BoatSettings,
  type Training,
} from '../../src/models/buoy-race-training.ts';
import { createQLearner } from '../../src/models/q-learning.ts';
import { ENDS } from '../../src/models/tabular-world.ts';

const seeds = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const trained = new Map<string, Training>();
/** Trains a boat once, however often it is asked for. */
function boat(settings: BoatSettings): Training {
  const name = JSON.stringify(settings);
  const known = trained.get(name) ?? trainedBoat(settings);
  trained.set(name, known);
  return known;
}

/** What a boat does at the end of its training. */
function conduct(settings: BoatSettings) {
  const { scores, finished } = boat(settings);
  const ended = finished.at(-1)!;
  return conductOf(scores.at(-1)! - settings.bonus * ended, ended);
}
const count = (bonus: number, once: boolean, learner: BoatSettings['learner'], runs: number) => {
  const all = seeds(runs).map((seed) => conduct({ bonus, once, learner, seed }));
  return (wanted: ReturnType<typeof conduct>) => all.filter((each) => each === wanted).length;
};

describe('the network', () => {
  test('circles in most runs where the bonus is small', () => {
    expect(count(2, false, 'network', 12)('circles')).toBeGreaterThanOrEqual(10);
    const three = count(3, false, 'network', 24);
    expect(three('circles')).toBeGreaterThanOrEqual(16);
    expect(three('circles') + three('lap')).toBe(24);
  });

  test('finishes in nearly every run where each buoy counts once', () => {
    const mended = count(3, true, 'network', 12);
    expect(mended('lap') + mended('straight')).toBeGreaterThanOrEqual(11);
  });

  test('often learns to finish before it comes upon the loop', () => {
    const runs = seeds(24).map((seed) => boat({ bonus: 3, once: false, learner: 'network', seed }));
    const turned = runs.filter(
      ({ finished }) => Math.max(...finished) > 0.85 && finished.at(-1)! < 0.01,
    );
    expect(turned.length).toBeGreaterThanOrEqual(5);
  });

  test('leaves circling at a far lower bonus than would pay best', () => {
    const ten = count(10, false, 'network', 12);
    expect(ten('circles')).toBeLessThanOrEqual(3);
    expect(bestRace({ bonus: 10, once: false }).conduct).toBe('circles');
  });
});

describe('the table', () => {
  test.each([0, 1, 3, 10, 27, 29, 42, 44, 60])('does what pays best at a bonus of %i', (bonus) => {
    for (const once of [false, true]) {
      const best = bestRace({ bonus, once }).conduct;
      for (const seed of seeds(3)) {
        expect(conduct({ bonus, once, learner: 'table', seed })).toBe(best);
      }
    }
  });

  test.each([
    { bonus: 3, once: false },
    { bonus: 20, once: false },
    { bonus: 30, once: false },
    { bonus: 50, once: false },
    { bonus: 3, once: true },
    { bonus: 50, once: true },
  ])('reaches the optimal value at $bonus points, each buoy once: $once', (rules) => {
    const world = buoyRace(rules);
    const { exploration, learningRate, moves } = constants.table;
    const startValue = Math.max(4 + rules.bonus, rules.once ? 0 : 1 / (1 - discount ** 2));
    for (const seed of seeds(5)) {
      const learner = createQLearner(world, {
        ...{ seed, learningRate, discount, exploration, startValue },
      });
      learner.learn(constants.looks * moves);
      let [state, value, weight] = [world.starts[0]!, 0, 1];
      for (let move = 0; move < 2000 && state !== ENDS; move++) {
        const cell = state * world.actions + learner.greedyAction(state);
        value += weight * world.reward[cell]!;
        weight *= discount;
        state = world.next[cell]!;
      }
      expect(value).toBeCloseTo(bestRace(rules).value, 9);
    }
  });
});

describe('a training', () => {
  const settings: BoatSettings = { bonus: 3, once: false, learner: 'network', seed: 2 };
  const training = boat(settings);

  test('is looked at at its start and as often as it says', () => {
    const { after, scores, finished, wakes } = training;
    for (const list of [after, scores, finished, wakes]) {
      expect(list).toHaveLength(constants.looks + 1);
    }
    expect(after.at(-1)).toBe(constants.looks * constants.network.races);
    expect(finished.every((share) => share >= 0 && share <= 1 + 1e-12)).toBe(true);
  });

  test('leaves wakes that go from the start, step by step, to the finish or to the end of time', () => {
    for (const wake of training.wakes) {
      expect(wake[0]).toBe(cellOf(course.start));
      const home = wake.at(-1) === cellOf(course.finish);
      if (!home) expect(wake).toHaveLength(course.longestRace + 1);
      for (const [index, cell] of wake.slice(1).entries()) {
        expect([0, 1, course.columns]).toContain(Math.abs(cell - wake[index]!));
      }
    }
  });

  test('is the same for the same seed and another for another', () => {
    expect(trainedBoat(settings)).toEqual(training);
    expect(trainedBoat({ ...settings, seed: 3 })).not.toEqual(training);
  });

  test('can be paused often', () => {
    const pauses = (learner: BoatSettings['learner']) =>
      [...trainBoat({ ...settings, learner })].length;
    expect(pauses('network')).toBeGreaterThan(400);
    expect(pauses('table')).toBeGreaterThan(2 * constants.looks);
  });
});
