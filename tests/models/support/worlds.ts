import fc from '../../support/fast-check.ts';
import type { SeenWorld } from '../../../src/models/policy-network.ts';
import { ENDS } from '../../../src/models/tabular-world.ts';
import { between } from './arbitraries.ts';

/** Any world of a few states, in which an episode may begin anywhere, with facts to be seen. */
export function anyWorld({ reward = 2, feature = 1 } = {}): fc.Arbitrary<SeenWorld> {
  return fc
    .record({
      states: fc.integer({ min: 1, max: 6 }),
      actions: fc.integer({ min: 1, max: 6 }),
      inputs: fc.integer({ min: 1, max: 6 }),
      longestEpisode: fc.integer({ min: 1, max: 12 }),
    })
    .chain(({ states, actions, inputs, longestEpisode }) => {
      const list = <T>(item: fc.Arbitrary<T>, length: number) =>
        fc.array(item, { minLength: length, maxLength: length });
      return fc.record({
        states: fc.constant(states),
        actions: fc.constant(actions),
        inputs: fc.constant(inputs),
        longestEpisode: fc.constant(longestEpisode),
        starts: fc.constant(Int32Array.from({ length: states }, (_, state) => state)),
        next: list(fc.integer({ min: ENDS, max: states - 1 }), states * actions).map((states) =>
          Int32Array.from(states),
        ),
        reward: list(between(-reward, reward), states * actions).map((rewards) =>
          Float64Array.from(rewards),
        ),
        features: list(between(-feature, feature), states * inputs).map((facts) =>
          Float64Array.from(facts),
        ),
      });
    });
}

/** A world of one state and one step, where each action has its reward. */
export function oneStepWorld(reward: readonly number[], features: readonly number[]): SeenWorld {
  return {
    states: 1,
    actions: reward.length,
    next: new Int32Array(reward.length).fill(ENDS),
    reward: Float64Array.from(reward),
    starts: Int32Array.of(0),
    longestEpisode: 1,
    inputs: features.length,
    features: Float64Array.from(features),
  };
}
