import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { rowCues } from '../../src/models/calibration.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import {
  type CueParameters,
  defaultParameters,
  type ParameterName,
  parameters,
} from '../../src/models/cue-parameters.ts';
import type { Cues } from '../../src/models/cues.ts';
import { anyCues, anyParameters, between } from './support/arbitraries.ts';

/** Directions in which the constants can move without any published row noticing. */

function expectSame(
  cues: Partial<Cues>,
  one: Partial<CueParameters>,
  other: Partial<CueParameters>,
) {
  const [a, b] = [cueModel(cues, one), cueModel(cues, other)];
  expect(Math.abs(a.argument - b.argument)).toBeLessThan(1e-12);
  for (const action of ['refuse', 'obey', 'strategic', 'minimal'] as const) {
    expect(Math.abs(a.actions[action] - b.actions[action])).toBeLessThan(1e-12);
  }
}

function expectSameInPublishedRows(one: Partial<CueParameters>, other: Partial<CueParameters>) {
  for (const cues of Object.values(rowCues)) {
    for (const tier of ['free', 'paid'] as const) expectSame({ ...cues, tier }, one, other);
  }
}

test('thrice the sharpness with a third of every utility is the same model', () => {
  const p = defaultParameters;
  expectSameInPublishedRows(p, {
    ...p,
    inverseNoise: 3 * p.inverseNoise,
    valueStrength: p.valueStrength / 3,
    objectivePull: p.objectivePull / 3,
    deceptionAversion: p.deceptionAversion / 3,
    compromiseUtility: p.compromiseUtility / 3,
    // The gate has a scale of its own: a third of the value, half disowned, would not open it.
    conflictGate: 3 * p.conflictGate,
  });
});

test('the unit of utility is a convention for all cues and constants', () => {
  fc.assert(
    fc.property(anyCues, anyParameters, between(0.5, 3), (cues, p, scale) => {
      const utilities = [
        'valueStrength',
        'objectivePull',
        'harmlessPull',
        'deceptionAversion',
        'compromiseUtility',
        'ratingSycophancy',
        'trainingObedience',
        'tagConfusion',
      ] as const;
      expectSame(cues, p, {
        ...p,
        ...Object.fromEntries(utilities.map((name) => [name, p[name] / scale])),
        inverseNoise: p.inverseNoise * scale,
        conflictGate: p.conflictGate * scale,
      });
    }),
  );
});

test('how guarding splits into terminal and instrumental does not show in the published rows', () => {
  const guarding = defaultParameters.terminalGuarding + defaultParameters.instrumentalGuarding;
  fc.assert(
    fc.property(between(0, 1), (share) => {
      expectSameInPublishedRows(defaultParameters, {
        terminalGuarding: share * guarding,
        instrumentalGuarding: (1 - share) * guarding,
      });
    }),
  );
});

test('a longer horizon with less instrumental guarding does not show either', () => {
  const { instrumentalGuarding } = defaultParameters;
  // Going from 0.9 to 0.95 multiplies the discounted number of later episodes by 19 / 9.
  const longer = { discount: 0.95, instrumentalGuarding: (instrumentalGuarding * 9) / 19 };
  expectSameInPublishedRows(defaultParameters, longer);
});

test('only the product of the three stage rates shows in the published rows', () => {
  // Stage rates below 0.7 would push the third past the point where it saturates.
  const { situationalAwareness, conflictNoticing, reasoningReach } = defaultParameters;
  fc.assert(
    fc.property(between(0.7, 1), between(0.7, 1), (aware, noticing) => {
      expectSameInPublishedRows(defaultParameters, {
        situationalAwareness: aware,
        conflictNoticing: noticing,
        reasoningReach:
          (situationalAwareness * conflictNoticing * reasoningReach) / aware / noticing,
      });
    }),
  );
});

test('three constants do nothing in the published rows', () => {
  expectSameInPublishedRows(defaultParameters, {
    priorTrainingBelief: 0.1,
    unspokenReachPrompted: 0.9,
    unspokenReachDocuments: 0.2,
  });
});

describe('directions that show in the published rows, errors and rounding apart', () => {
  const names = Object.keys(parameters) as ParameterName[];
  const exfiltration: ParameterName[] = ['exfiltrationReluctance', 'exfiltrationDrive'];
  const rivalPulls: ParameterName[] = ['trainingObedience', 'tagConfusion'];
  const ofTheActions = names.filter((name) => !exfiltration.includes(name));

  /** Every rate of every published row, in both tiers. */
  const outputs = (changed: Partial<CueParameters>) =>
    Object.values(rowCues).flatMap((cues) =>
      (['free', 'paid'] as const).flatMap((tier) => {
        const { actions, argument } = cueModel({ ...cues, tier }, changed);
        return [...Object.values(actions), argument];
      }),
    );

  /** How the outputs change with a constant, by central differences. */
  function slopes(name: ParameterName): number[] {
    const step = 1e-6;
    const at = (sign: number) => outputs({ [name]: defaultParameters[name] + sign * step });
    const [above, below] = [at(1), at(-1)];
    return above.map((value, index) => (value - below[index]!) / (2 * step));
  }

  /** Number of independent columns: the largest is taken out of the others until nothing is left. */
  function rank(columns: number[][]): number {
    const norm = (column: number[]) => Math.hypot(...column);
    let rest = columns;
    for (let found = 0; ; found++) {
      const largest = rest.reduce((a, b) => (norm(b) > norm(a) ? b : a));
      // The smallest direction that shows is near 1e-3, rounding leaves less than 1e-9.
      if (norm(largest) < 1e-6) return found;
      const unit = largest.map((value) => value / norm(largest));
      rest = rest.map((column) => {
        const along = column.reduce((sum, value, index) => sum + value * unit[index]!, 0);
        return column.map((value, index) => value - along * unit[index]!);
      });
    }
  }

  test('thirteen among the twenty-five constants that act on the choice', () => {
    expect(ofTheActions).toHaveLength(25);
    expect(rank(ofTheActions.map(slopes))).toBe(13);
  });

  test('eleven among the twenty-three without the two pulls of rival readings', () => {
    const others = ofTheActions.filter((name) => !rivalPulls.includes(name));
    expect(others).toHaveLength(23);
    expect(rank(others.map(slopes))).toBe(11);
  });

  test('none for a constant that no row calls upon', () => {
    const silent = ofTheActions.filter((name) => slopes(name).every((slope) => slope === 0));
    expect(silent).toEqual([
      'implicitSalience',
      'conflictGate',
      'unspokenReachPrompted',
      'unspokenReachDocuments',
      'harmlessPull',
      'priorTrainingBelief',
    ]);
  });
});
