import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { bestConduct, bestRace, cellOf, course } from '../../src/models/buoy-race.ts';
import { trainedBoat, type BoatSettings } from '../../src/models/buoy-race-training.ts';
import {
  bestAt,
  conductAt,
  defaults,
  finding,
  highestBonus,
  linkSchema,
  litAfter,
  packed,
  pathOf,
  reading,
  sameSettings,
  sentence,
  tableOf,
  wakeOf,
  type Facts,
  type Trained,
} from '../../src/widgets/buoy-race/buoy-race.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.buoyRace;
const facts: Facts = {
  best: { again: bestConduct(false, highestBonus), once: bestConduct(true, highestBonus) },
  plans: { lap: { points: 4, moves: 15 }, straight: { points: 1, moves: 11 } },
  network: { inputs: 16, hidden: 32, outputs: 4 },
};
const train = (change: Partial<BoatSettings>): Trained => {
  const settings = { ...defaults, ...change };
  return { settings, ...trainedBoat(settings) };
};
const atRest = train({});
const last = atRest.scores.length - 1;

describe('the address', () => {
  it('gives the state at rest where it says nothing, and the run where it does', () => {
    expect(v.parse(linkSchema, {})).toEqual(defaults);
    expect(v.parse(linkSchema, { bonus: '28', once: 'true', learner: 'table', seed: '9' })).toEqual(
      { bonus: 28, once: true, learner: 'table', seed: 9 },
    );
  });

  it.each([
    { bonus: '-1' },
    { bonus: '61' },
    { bonus: '2.5' },
    { once: 'yes' },
    { learner: 'dog' },
    { seed: '0' },
    { seed: '10000' },
    { discount: '0.9' },
  ])('refuses %j', (values) => {
    expect(v.safeParse(linkSchema, values).success).toBe(false);
  });

  it('tells settings apart', () => {
    expect(sameSettings(defaults, { ...defaults })).toBe(true);
    for (const change of [
      { bonus: 4 },
      { once: true },
      { learner: 'table' as const },
      { seed: 3 },
    ]) {
      expect(sameSettings(defaults, { ...defaults, ...change })).toBe(false);
    }
  });
});

describe('the state at rest', () => {
  it('circles at the end, and had learned to finish before', () => {
    expect(conductAt(atRest, last)).toBe('circles');
    expect(Math.max(...atRest.finished)).toBeGreaterThan(0.95);
    expect(atRest.finished[last]).toBeLessThan(0.005);
    expect(atRest.scores[last]).toBeGreaterThan(6 * (facts.plans.lap.points + defaults.bonus));
  });

  it('travels with its last wake only, and loses nothing that is printed', () => {
    const light = packed(atRest);
    expect(light.wakes).toEqual([atRest.wakes[last]]);
    expect(finding(labels, light)).toBe(finding(labels, atRest));
    expect(tableOf(labels, facts, light)).toEqual(tableOf(labels, facts, atRest));
    expect(JSON.stringify(light).length).toBeLessThan(1600);
  });
});

describe('the words', () => {
  it('follow what the boat does', () => {
    const said = (change: Partial<BoatSettings>) => finding(labels, train(change));
    expect(said({})).toMatch(/^It circles for 50 points a race, and finishes 0 /);
    expect(said({ once: true })).toMatch(/^It rounds the island once .* for 7 points/);
    expect(said({ learner: 'table', bonus: 50 })).toMatch(/^It makes for the finish/);
    expect(said({ learner: 'table', bonus: 0, once: true })).toMatch(/^It wanders about/);
  });

  it('say what pays best, and whether the boat has found it', () => {
    expect(reading(labels, facts, atRest)).toContain('circling, until the bonus reaches 28.');
    expect(reading(labels, facts, atRest)).not.toContain(labels.settled);
    expect(reading(labels, facts, train({ bonus: 10 }))).toContain(labels.settled);
    expect(reading(labels, facts, train({ bonus: 30, learner: 'table' }))).toBe(labels.payLap);
    expect(reading(labels, facts, train({ once: true, bonus: 0, learner: 'table' }))).toContain(
      labels.payNothing,
    );
  });

  it('leave no hole', () => {
    for (const trained of [atRest, train({ learner: 'table', bonus: 60 })]) {
      expect(sentence(labels, trained, 3) + finding(labels, trained)).not.toMatch(/[{}]/);
      expect(reading(labels, facts, trained)).not.toMatch(/[{}]/);
    }
  });

  it('about what pays best agree with value iteration at every bonus of the slider', () => {
    for (const once of [false, true]) {
      for (let bonus = 0; bonus <= highestBonus; bonus++) {
        const { conduct } = bestAt(facts, { bonus, once });
        expect(conduct).toBe(bestRace({ bonus, once }).conduct);
      }
    }
  });
});

describe('the table', () => {
  it('holds every look at the boat, and the boats that sail by plan', () => {
    const { columns, rows } = tableOf(labels, facts, atRest);
    expect(rows).toHaveLength(atRest.after.length + 2);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows[0]![0]).toBe(0);
    expect(rows[last]).toEqual([3000, expect.closeTo(atRest.scores[last]!, 2), 0]);
    expect(rows.slice(-2).map(([, score]) => score)).toEqual([7, 4]);
    expect(columns[0]).toBe(labels.columnRaces);
    expect(tableOf(labels, facts, train({ learner: 'table' })).columns[0]).toBe(labels.columnMoves);
  });
});

describe('the wake', () => {
  const ring = [25, 17, 9, 10, 11, 19, 27, 26];
  const laps = (count: number) => Array.from({ length: count }, () => ring).flat();

  it('runs through the middles of the cells where nobody circles', () => {
    expect(wakeOf([16, 8, 0])).toEqual([
      { x: 5, y: 25 },
      { x: 5, y: 15 },
      { x: 5, y: 5 },
    ]);
  });

  it('leaves out where the boat stood still', () => {
    expect(wakeOf([16, 16, 8, 8])).toHaveLength(2);
    expect(pathOf(wakeOf([16, 16]))).toBe('');
    expect(pathOf([])).toBe('');
  });

  it('drifts outward lap by lap, either way round, and stays on the water', () => {
    for (const cells of [laps(12), laps(12).reverse()]) {
      const wake = wakeOf(cells);
      const corner = cells[0]!;
      const distances = wake
        .filter((_, index) => cells[index] === corner)
        .map(({ x, y }) => Math.hypot(x - 25, y - 25));
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
      expect(new Set(distances).size).toBe(12);
      for (const { x, y } of wake) {
        expect(Math.max(Math.abs(x - 25), Math.abs(y - 25))).toBeGreaterThan(6);
        expect(y).toBeLessThan(10 * course.rows - 1);
      }
    }
  });

  it('becomes a path from the first point to the last', () => {
    const path = pathOf(wakeOf(laps(2)));
    expect(path).toMatch(/^M[\d. ]+L[\d. ]+(Q[\d. ]+)+L[\d. ]+$/);
    expect(path).not.toContain('NaN');
  });

  it('tells which buoy is lit', () => {
    const [first, second, third, fourth] = course.buoys.map(cellOf);
    expect(litAfter([16], false)).toBe(0);
    expect(litAfter([first!, third!, second!], false)).toBe(2);
    expect(litAfter([first!, second!, third!, fourth!], false)).toBe(0);
    expect(litAfter([first!, second!, third!, fourth!, first!], true)).toBe(4);
  });
});
