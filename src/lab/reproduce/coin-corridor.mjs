// A sound reward that teaches the wrong goal: the coin always lies at the exit, until the test.
import { createCorridorLearner } from 'unwatched-models/corridor-learner';
import { directionWeights, evaluate, testLevels } from 'unwatched-models/corridor-policy';

const salience = 0.7;
const learner = createCorridorLearner({ randomShare: 0, salience, seed: 40 });
const test = (randomShare) => evaluate(learner.weights, { ...testLevels, salience, randomShare });
const percent = (share) => Number((100 * share).toFixed(1));

console.log('First reached in new levels, of 100, and the pulls that were learned:');
console.table(
  Array.from({ length: 21 }, (_, look) => {
    const levels = 20 * look ** 2;
    learner.learn(levels - learner.episodes);
    const { exitFirst, coinFirst, neither } = test(1);
    const { exit } = directionWeights(learner.weights);
    return {
      levels,
      coinAsTrained: percent(test(0).coinFirst),
      exitFirst: percent(exitFirst),
      coinFirst: percent(coinFirst),
      neither: percent(neither),
      exitRight: Number(exit.right.toFixed(2)),
      exitUp: Number(exit.up.toFixed(2)),
      exitDown: Number(exit.down.toFixed(2)),
    };
  }),
);
