import { atOnce } from '../../src/models/at-once.ts';
import { createCorridorLearner } from '../../src/models/corridor-learner.ts';
import { learn, learning } from '../../src/models/kernel-memory.ts';
import { createPolicyNetwork } from '../../src/models/policy-network.ts';
import { createQLearner } from '../../src/models/q-learning.ts';
import { trainStraightforwardly } from './corridor-learner.straightforward.ts';
import { gridWorld } from './grid-world.ts';
import { drawLesson, learnStraightforwardly } from './kernel-memory.straightforward.ts';
import { StraightforwardPolicyNetwork } from './policy-network.straightforward.ts';
import { StraightforwardQLearner } from './q-learning.straightforward.ts';

/** Trains a new learner from its beginning and returns the work done, in the learner's unit. */
type Training = (seed: number) => number;

interface Bench {
  unit: 'steps' | 'episodes';
  ours: Training;
  /** The same algorithm written for reading, as far as the rate asks for: it may stop earlier. */
  straightforward?: Training;
}

const field = gridWorld(10);
const table = { learningRate: 0.1, discount: 0.95, exploration: 0.1 };
const network = { hidden: 32, learningRate: 0.01, discount: 0.95 };
const corridor = { randomShare: 0.02, salience: 0.7, episodes: 8000 };
const sweptShares = [0, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1];
const sweptSeeds = 20;

const trainInCorridor = (randomShare: number, seed: number) => {
  createCorridorLearner({ ...corridor, randomShare, seed }).learn(corridor.episodes);
  return corridor.episodes;
};
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** What `npm run bench -- learners` measures, by the name in its table. */
export const benches: Record<string, Bench> = {
  'Q-learning, 10 × 10 field, 1,000,000 steps': {
    unit: 'steps',
    ours: (seed) => {
      const learner = createQLearner(field, { ...table, seed });
      learner.learn(1_000_000);
      return learner.steps;
    },
    straightforward: (seed) => {
      new StraightforwardQLearner(field, { ...table, seed }).learn(100_000);
      return 100_000;
    },
  },
  'REINFORCE 16–32–4, 10 × 10 field, 2,000 episodes': {
    unit: 'steps',
    ours: (seed) => {
      const learner = createPolicyNetwork(field, { ...network, seed });
      learner.learn(2000);
      return learner.steps;
    },
    straightforward: (seed) => {
      const learner = new StraightforwardPolicyNetwork(field, { ...network, seed });
      learner.learn(500);
      return learner.steps;
    },
  },
  'coin corridor, 8,000 episodes': {
    unit: 'episodes',
    ours: (seed) => trainInCorridor(corridor.randomShare, seed),
    straightforward: (seed) => {
      trainStraightforwardly({ ...corridor, seed });
      return corridor.episodes;
    },
  },
  'coin corridor, sweep of 9 shares × 20 seeds': {
    unit: 'episodes',
    ours: (first) =>
      sum(
        Array.from({ length: sweptSeeds }, (_, index) =>
          sum(sweptShares.map((share) => trainInCorridor(share, first + index))),
        ),
      ),
    straightforward: (seed) => {
      for (const randomShare of sweptShares) {
        trainStraightforwardly({ ...corridor, randomShare, seed });
      }
      return sweptShares.length * corridor.episodes;
    },
  },
  'kernel memory (crossed objectives), 240 examples': {
    unit: 'steps',
    ours: (seed) => {
      atOnce(learn(drawLesson(240, seed)));
      return learning.steps;
    },
    straightforward: (seed) => {
      learnStraightforwardly(drawLesson(240, seed));
      return learning.steps;
    },
  },
};

/** What one measurement found. */
export interface Measured {
  /** Time of the first training, before the engine has optimised anything: what a reader waits. */
  firstTraining: number;
  /** Units of work a second once it has. */
  perSecond: number;
}

/**
 * Measures one learner. Whoever calls this does so in a worker that has done nothing before.
 *
 * @param warmUp ms of training that are not counted, and
 * @param length ms that are, at least one training each
 * @returns times in ms; undefined where there is no such version
 */
export function measure(
  name: string,
  version: 'ours' | 'straightforward',
  warmUp = 400,
  length = 600,
): Measured | undefined {
  const train = benches[name]?.[version];
  if (!train) return undefined;
  const start = performance.now();
  train(1);
  const firstTraining = performance.now() - start;
  let seed = 2;
  const trainFor = (time: number) => {
    const begin = performance.now();
    let work = 0;
    do work += train(seed++);
    while (performance.now() - begin < time);
    return (work / (performance.now() - begin)) * 1000;
  };
  trainFor(warmUp);
  return { firstTraining, perSecond: trainFor(length) };
}
