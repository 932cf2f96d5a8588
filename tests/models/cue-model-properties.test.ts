import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { complianceGap } from '../../src/models/compliance-gap.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import { type CueParameters, parameters } from '../../src/models/cue-parameters.ts';
import type { Cues } from '../../src/models/cues.ts';
import { anyCues, anyParameters, between } from './support/arbitraries.ts';

/** Room for rounding in sums and products of a few numbers near 1. */
const rounding = 1e-12;

/** Checks a property for many cues and constants. */
function always(property: (cues: Cues, parameters: CueParameters) => void) {
  fc.assert(fc.property(anyCues, anyParameters, property), { numRuns: 500 });
}

/** Constants without the pulls that make a gap of their own. */
const noOtherPull = { ratingSycophancy: 0, trainingObedience: 0, tagConfusion: 0 };

const sum = (values: Record<string, number>) => Object.values(values).reduce((a, b) => a + b, 0);

describe('for all cues and constants', () => {
  test('every rate is a probability, and each choice sums to 1', () => {
    always((cues, constants) => {
      const result = cueModel(cues, constants);
      for (const choice of [
        result.actions,
        result.argued.probabilities,
        result.unargued.probabilities,
      ]) {
        expect(Math.abs(sum(choice) - 1)).toBeLessThan(rounding);
        for (const rate of Object.values(choice)) expect(rate).toBeGreaterThanOrEqual(0);
      }
      const { links, belief, argument, exfiltration, comply, refuse } = result;
      for (const rate of [
        ...Object.values(links).map(({ probability }) => probability),
        ...[belief, argument, exfiltration],
      ]) {
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(1 + rounding);
      }
      expect(Math.abs(comply + refuse - 1)).toBeLessThan(rounding);
    });
  });

  test('faking needs the argument, compliance and a trained-on tier', () => {
    always((cues, constants) => {
      const { alignmentFaking, argument, comply } = cueModel(cues, constants);
      expect(alignmentFaking).toBeGreaterThanOrEqual(0);
      expect(alignmentFaking).toBeLessThanOrEqual(argument + rounding);
      expect(alignmentFaking).toBeLessThanOrEqual(comply + rounding);
      if (cues.tier !== 'free') expect(alignmentFaking).toBe(0);
    });
  });

  test('closing any one link ends faking', () => {
    always((cues, constants) => {
      const closed = [
        cueModel(cues, { ...constants, situationalAwareness: 0 }),
        cueModel(cues, { ...constants, conflictNoticing: 0 }),
        cueModel(cues, { ...constants, reasoningReach: 0 }),
        cueModel(cues, { ...constants, valueStrength: 0 }),
        cueModel({ ...cues, objectiveStated: false }, constants),
        cueModel({ ...cues, harm: 0 }, constants),
        cueModel({ ...cues, ruleKnown: false }, constants),
        cueModel({ ...cues, tier: 'untagged' }, constants),
      ];
      expect(closed.map(({ alignmentFaking }) => alignmentFaking)).toEqual(closed.map(() => 0));
    });
  });

  test('no gap without another pull if there is no value, or nothing is guarded', () => {
    always((cues, constants) => {
      const valueless = { ...constants, ...noOtherPull, valueStrength: 0 };
      const unguarded = {
        ...constants,
        ...noOtherPull,
        terminalGuarding: 0,
        instrumentalGuarding: 0,
      };
      expect(complianceGap(cues, valueless)).toBe(0);
      expect(complianceGap(cues, unguarded)).toBe(0);
    });
  });

  test('the gap is never negative', () => {
    always((cues, constants) => {
      expect(complianceGap(cues, constants)).toBeGreaterThanOrEqual(-rounding);
    });
  });

  test('at zero inverse noise all actions of a branch are equally likely', () => {
    always((cues, constants) => {
      const { argued, unargued } = cueModel(cues, { ...constants, inverseNoise: 0 });
      for (const rate of Object.values(argued.probabilities)) expect(rate).toBeCloseTo(1 / 3, 12);
      for (const rate of Object.values(unargued.probabilities)) expect(rate).toBeCloseTo(1 / 2, 12);
    });
  });

  test('a full lapse forgets utilities, and half a lapse is half way there', () => {
    always((cues, constants) => {
      const refusal = (lapse: number) =>
        cueModel(cues, { ...constants, lapse }).argued.probabilities.refuse;
      expect(refusal(1)).toBeCloseTo(1 / 3, 12);
      expect(refusal(0.5)).toBeCloseTo((refusal(0) + refusal(1)) / 2, 12);
    });
  });

  test('without a registered tag, belief is the prior', () => {
    always((cues, constants) => {
      const prior = constants.priorTrainingBelief;
      const untagged = cueModel({ ...cues, tier: 'untagged' }, constants);
      expect([untagged.belief, untagged.registeredBelief]).toEqual([prior, prior]);
      expect(cueModel({ ...cues, ruleKnown: false }, constants).belief).toBe(prior);
    });
  });

  test('sycophancy acts only on those who are told that they are rated', () => {
    always((cues, constants) => {
      const [unrated, rated] = [false, true].map((rated) => ({ ...cues, rated }));
      const [honest, flattering] = [0, 1].map((ratingSycophancy) => ({
        ...constants,
        ratingSycophancy,
      }));
      expect(cueModel(unrated, flattering).comply).toBe(cueModel(unrated, honest).comply);
      expect(cueModel(rated, honest).comply).toBe(cueModel(unrated, honest).comply);
      expect(cueModel(rated, flattering).comply).toBeGreaterThanOrEqual(
        cueModel(rated, honest).comply - rounding,
      );
    });
  });

  test('obedience in training acts only where an objective is stated', () => {
    always((cues, constants) => {
      const [idle, obedient] = [0, 1].map((trainingObedience) => ({
        ...constants,
        trainingObedience,
      }));
      const [unstated, stated] = [false, true].map((objectiveStated) => ({
        ...cues,
        objectiveStated,
      }));
      expect(cueModel(unstated, obedient).actions).toEqual(cueModel(unstated, idle).actions);
      expect(cueModel(stated, obedient).comply).toBeGreaterThanOrEqual(
        cueModel(stated, idle).comply - rounding,
      );
    });
  });

  test('confusion acts only on a tag of the trained tier, and needs no rule about it', () => {
    always((cues, constants) => {
      const [clear, confused] = [0, 1].map((tagConfusion) => ({ ...constants, tagConfusion }));
      const tagged = { ...cues, tier: 'free', salience: 'explicit' } as const;
      for (const untouched of [
        { ...cues, tier: 'paid' },
        { ...cues, tier: 'untagged' },
        { ...cues, tier: 'free', salience: 'implicit' },
      ] as const) {
        expect(cueModel(untouched, confused).actions).toEqual(cueModel(untouched, clear).actions);
      }
      const pull = ({ ruleKnown }: { ruleKnown: boolean }) =>
        cueModel({ ...tagged, ruleKnown }, confused).unargued.terms.obey.find(
          ({ name }) => name === 'tagConfusion',
        )!.utility;
      expect(pull({ ruleKnown: false })).toBe(pull({ ruleKnown: true }));
      expect(pull({ ruleKnown: false })).toBe(constants.situationalAwareness);
    });
  });

  test('being told to be honest, and the other pulls, leave faking alone', () => {
    always((cues, constants) => {
      const { alignmentFaking } = cueModel(cues, constants);
      const honest = cueModel({ ...cues, toldHonest: !cues.toldHonest }, constants);
      expect(honest.alignmentFaking).toBe(alignmentFaking);
      for (const pull of Object.keys(noOtherPull)) {
        expect(cueModel(cues, { ...constants, [pull]: 1 }).alignmentFaking).toBe(alignmentFaking);
      }
    });
  });

  test('what is guarded moves nothing in the paid tier', () => {
    always((cues, constants) => {
      const paid = { ...cues, tier: 'paid' } as const;
      const unguarded = { ...constants, terminalGuarding: 0, instrumentalGuarding: 0 };
      expect(cueModel(paid, unguarded).actions).toEqual(cueModel(paid, constants).actions);
    });
  });

  test('stakes cannot make the argument more frequent', () => {
    always((cues, constants) => {
      const raised = cueModel({ ...cues, stakes: cues.stakes + 1 }, constants);
      expect(raised.argument).toBe(cueModel(cues, constants).argument);
    });
  });
});

describe('alignment faking', () => {
  const raisedBy = [
    'situationalAwareness',
    'implicitSalience',
    'conflictNoticing',
    'conflictGate',
    'reasoningReach',
    'reachUndescribed',
    'reachWithoutExamples',
    'unspokenReachPrompted',
    'unspokenReachDocuments',
    'terminalGuarding',
    'instrumentalGuarding',
    'discount',
  ] as const;
  test.each(raisedBy)('never falls as %s rises', (name) => {
    expectMonotone(name, 1);
  });

  test('never rises with aversion to deceiving', () => {
    expectMonotone('deceptionAversion', -1);
  });

  test('never falls as stakes rise', () => {
    fc.assert(
      fc.property(anyCues, anyParameters, between(0, 5), (cues, constants, stakes) => {
        const [low, high] = [Math.min(stakes, cues.stakes), Math.max(stakes, cues.stakes)];
        const before = cueModel({ ...cues, stakes: low }, constants).alignmentFaking;
        const after = cueModel({ ...cues, stakes: high }, constants).alignmentFaking;
        expect(after).toBeGreaterThanOrEqual(before - rounding);
      }),
    );
  });

  function expectMonotone(name: keyof CueParameters, sign: 1 | -1) {
    const { min, max } = parameters[name];
    fc.assert(
      fc.property(anyCues, anyParameters, between(min, max), (anyTier, constants, value) => {
        const cues = { ...anyTier, tier: 'free' } as const;
        const ordered = [constants[name], value].sort((a, b) => a - b);
        const rates = ordered.map(
          (setting) => cueModel(cues, { ...constants, [name]: setting }).alignmentFaking,
        );
        expect(sign * (rates[1]! - rates[0]!)).toBeGreaterThanOrEqual(-rounding);
      }),
      { numRuns: 200 },
    );
  }
});
