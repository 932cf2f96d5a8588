import { atOnce } from '../../src/models/at-once.ts';
import fc from '../support/fast-check.ts';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  constants,
  distances,
  fineTune,
  followed,
  learnBase,
  restoreBase,
  type Base,
} from '../../src/models/crossed-objectives.ts';
import {
  across,
  bandChances,
  bandsOf,
  corporaOf,
  defaults,
  dots,
  down,
  finding,
  lengthText,
  limits,
  linkSchema,
  mapFrame,
  nearestPlace,
  onMap,
  packPulls,
  percentAcross,
  percentDown,
  placeAfter,
  placeOf,
  plane,
  sentence,
  tableOf,
  unpackPulls,
  type Handover,
  type Shown,
} from '../../src/widgets/crossed-objectives/crossed-objectives.ts';
import { atRest } from '../../src/widgets/crossed-objectives/handover.ts';
import { shownOf, tryOut } from '../../src/widgets/crossed-objectives/trial.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.crossedObjectives;
let base: Base;
let handed: Handover;

beforeAll(() => {
  base = atOnce(learnBase(defaults.seed));
  handed = atRest().handover;
});

function shownWith(change: { width?: number; distance?: number } = {}): Shown {
  const values = { ...defaults, ...change };
  return shownOf(atOnce(tryOut({ base, width: values.width, spread: values.spread })), values);
}

describe('the address', () => {
  it('gives the state at rest where it says nothing, and the one it names', () => {
    expect(v.parse(linkSchema, {})).toEqual(defaults);
    const named = { width: 95, spread: 5, seed: 77, distance: 250, direction: 355 };
    const texts = Object.fromEntries(
      Object.entries(named).map(([key, value]) => [key, String(value)]),
    );
    expect(v.parse(linkSchema, texts)).toEqual(named);
  });

  it.each([
    { width: '15' },
    { width: '155' },
    { width: '61' },
    { width: '0.6' },
    { spread: '0' },
    { spread: '125' },
    { seed: '0' },
    { seed: '10000' },
    { distance: '-5' },
    { distance: '255' },
    { direction: '360' },
    { direction: '7' },
    { radius: '60' },
  ])('refuses %j', (values) => {
    expect(v.safeParse(linkSchema, values).success).toBe(false);
  });
});

describe('the marker', () => {
  const anyPlace = fc.record({
    distance: fc.integer({ min: 0, max: 50 }).map((n) => 5 * n),
    direction: fc.integer({ min: 0, max: 71 }).map((n) => 5 * n),
  });

  it('stays where it is put', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const { x, y } = placeOf(place);
        expect(nearestPlace(x, y, place.direction)).toEqual(place);
      }),
    );
  });

  it('takes only places that a link can hold, and those lie in the picture', () => {
    const far = fc.double({ min: -9, max: 9, noNaN: true });
    fc.assert(
      fc.property(far, far, (x, y) => {
        const place = nearestPlace(x, y, 270);
        expect(v.safeParse(linkSchema, strings(place)).success).toBe(true);
        const at = placeOf(place);
        for (const percent of [percentAcross(at.x), percentDown(at.y)]) {
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('moves the way of the arrow, from anywhere but the edge', () => {
    const inside = anyPlace.filter(({ distance }) => distance <= 200);
    const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    fc.assert(
      fc.property(
        inside,
        fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[])),
        (from, key) => {
          const [start, end] = [placeOf(from), placeOf(placeAfter(key, from)!)];
          const [wayX = 0, wayY = 0] = ways[key];
          expect((end.x - start.x) * wayX + (end.y - start.y) * wayY).toBeGreaterThan(0.01);
        },
      ),
    );
  });

  it('goes back to the middle with Home, and minds no other key', () => {
    const place = { distance: 120, direction: 45 };
    expect(placeAfter('Home', place)).toEqual({ distance: 0, direction: 45 });
    expect(placeAfter('a', place)).toBeUndefined();
    expect(placeAfter('Tab', place)).toBeUndefined();
  });

  const strings = (place: object) =>
    Object.fromEntries(Object.entries(place).map(([key, value]) => [key, String(value)]));
});

describe('the picture', () => {
  it('measures the same in cells and in shares', () => {
    const { x, y, width, height } = mapFrame;
    expect((100 * (across(0.7) - x)) / width).toBeCloseTo(percentAcross(0.7), 10);
    expect((100 * (down(-1.2) - y)) / height).toBeCloseTo(percentDown(-1.2), 10);
    // Circles are round only so.
    const { left, right, bottom, top } = plane;
    expect(width / height).toBeCloseTo((right - left) / (top - bottom), 10);
  });

  it('has outlines that hold the contexts likelier than their chance, and no others', () => {
    const overlay = fineTune(base, { width: 0.6, spread: 0.3 });
    const bands = atOnce(bandsOf(onMap(base.memory), onMap(overlay)));
    for (const [x, y] of [
      [1, 0.8],
      [-1, 0],
      [2, -1],
      [1, -0.7],
      [0, 1.6],
      [3, 3],
    ] as const) {
      const { after } = followed(base, overlay, x, y);
      const holds = (path: string) => isInside(path, across(x), down(y));
      // Near an outline the grid is too coarse to tell.
      const clear = (chance: number) => Math.abs(chance) > 0.03;
      if (clear(after - 0.5)) expect(holds(bands.even)).toBe(after > 0.5);
      bandChances.forEach((chance, band) => {
        if (clear(after - chance)) expect(holds(bands.follows[band]!)).toBe(after > chance);
        if (clear(1 - after - chance)) expect(holds(bands.breaks[band]!)).toBe(1 - after > chance);
      });
    }
  });

  it('draws every example that lies in it, once', () => {
    const { a, b } = corporaOf(base);
    expect(a.xs).toHaveLength(constants.corpusSize);
    expect(b.xs).toHaveLength(constants.corpusSize);
    const inside = ({ xs, ys }: typeof a) =>
      xs.filter(
        (x, i) =>
          x >= plane.left && x <= plane.right && ys[i]! >= plane.bottom && ys[i]! <= plane.top,
      ).length;
    for (const part of [a, b]) expect(dots(part).match(/M/g)).toHaveLength(inside(part));
    expect(dots({ xs: Float64Array.of(-9), ys: Float64Array.of(0) })).toBe('');
  });

  /** Counts how often a ray to the right crosses the outlines. */
  function isInside(path: string, x: number, y: number): boolean {
    let crossings = 0;
    for (const ring of path.split('Z').filter(Boolean)) {
      const points = ring
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number));
      points.forEach(([x1 = 0, y1 = 0], index) => {
        const [x2 = 0, y2 = 0] = points[(index + 1) % points.length]!;
        if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) crossings += 1;
      });
    }
    return crossings % 2 === 1;
  }
});

describe('the words', () => {
  it.each([
    ['findingNarrow', 35],
    ['findingBetween', 60],
    ['findingWide', 100],
  ] as const)('%s stands over examples that carry %i hundredths', (name, width) => {
    const said = finding(labels, shownWith({ width }));
    expect(said.slice(0, 12)).toBe(labels[name].slice(0, 12));
    expect(said).not.toMatch(/[{}]/);
  });

  it('give the numbers of the default state', () => {
    const said = finding(labels, shownWith());
    expect(said).toContain('23');
    expect(said).toContain('47');
  });

  it('of the sentence leave no hole and follow the marker', () => {
    const [middle, away] = [shownWith(), shownWith({ distance: 200 })];
    for (const shown of [middle, away]) {
      expect(sentence(labels, shown)).not.toMatch(/[{}]/);
    }
    expect(middle.followed.after).toBeGreaterThan(0.99);
    expect(middle.followed.before).toBeLessThan(0.05);
    expect(away.followed.after).toBeLessThan(0.1);
  });

  it('print lengths with two decimals', () => {
    expect([0, 5, 60, 250].map(lengthText)).toEqual(['0.00', '0.05', '0.60', '2.50']);
  });

  it('name the limits that the model’s defaults keep to', () => {
    for (const [key, [min, max, step]] of Object.entries(limits)) {
      const value = defaults[key]!;
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
      expect(value % step).toBe(0);
    }
  });
});

describe('the table', () => {
  it('has a row a distance, and shows what is missing as missing', () => {
    const whole = tableOf(labels, shownWith(), handed.survey.before, handed.survey);
    expect(whole.rows).toHaveLength(distances.length);
    expect(new Set(whole.columns).size).toBe(whole.columns.length);
    for (const row of whole.rows) {
      expect(row).toHaveLength(whole.columns.length);
      for (const cell of row) expect(String(cell)).toMatch(/^\d\.\d{3}$/);
    }
    const waiting = tableOf(labels, shownWith(), handed.survey.before, undefined);
    const ellipses = waiting.rows[0]!.filter((cell) => cell === '…');
    expect(ellipses).toHaveLength(3);
  });
});

describe('the handover', () => {
  it('keeps what the base has learned to within a thousandth of its log-odds', () => {
    const restored = atOnce(restoreBase(defaults.seed, unpackPulls(handed.pulls)));
    restored.onRings.forEach((logOdds, i) => {
      expect(Math.abs(logOdds - base.onRings[i]!)).toBeLessThan(1e-3);
    });
    expect(packPulls(restored.memory.pulls)).toBe(handed.pulls);
  });

  it('holds what is shown at rest, as the page will find it', () => {
    const { trial } = atRest();
    const found = shownOf(trial, defaults);
    expect({ ...handed.shown, after: [] }).toEqual({ ...found, after: [] });
    handed.shown.after.forEach((share, ring) => {
      expect(share).toBeCloseTo(found.after[ring]!, 5);
    });
    expect(finding(labels, handed.shown)).toBe(finding(labels, shownWith()));
    expect(sentence(labels, handed.shown)).toBe(sentence(labels, shownWith()));
  });

  it('holds the survey to seven decimals', () => {
    expect(handed.survey.after[distances.indexOf(1)]!.mean).toBeCloseTo(0.222, 3);
    expect(String(handed.survey.before[3]!.mean)).toMatch(/^0\.\d{1,7}$/);
  });
});
