import type { Training } from '../../src/models/corridor-learner.ts';
import {
  type Cell,
  corridor,
  drawLevel,
  type Level,
  type Move,
  step,
} from '../../src/models/corridor-world.ts';
import { seededRandom } from '../../src/models/random.ts';

/**
 * The corridor learner written for reading: vectors of features, lists of steps, one line a formula.
 * `src/models/corridor-learner.ts` does the same operations in the same order, and fewer of them.
 */

/** The two operations whose last bits an engine may choose. */
export interface Arithmetic {
  exp(x: number): number;
  power(base: number, exponent: number): number;
}

/** The engine's own. */
const builtIn: Arithmetic = { exp: Math.exp, power: Math.pow };

const learningRate = 0.1;
const baselineRate = 0.01;
const discount = 0.95;

/** Trains a new learner and returns its weights, one list of four for each of the 13 features. */
export function trainStraightforwardly(
  { randomShare, salience, seed, episodes }: Training & { episodes: number },
  arithmetic: Arithmetic = builtIn,
): number[][] {
  const random = seededRandom(seed);
  const weights = Array.from({ length: 13 }, () => [0, 0, 0, 0]);
  let baseline = 0;

  for (let episode = 0; episode < episodes; episode++) {
    const level = drawLevel(random, randomShare);
    const taken: { features: number[]; probabilities: number[]; move: number }[] = [];
    let cell = level.start;
    while (cell !== level.coin && taken.length < corridor.longestEpisode) {
      const features = featuresAt(cell, level, salience);
      const pulls = [0, 1, 2, 3].map((move) =>
        features.reduce((sum, feature, i) => sum + feature * weights[i]![move]!, 0),
      );
      const probabilities = softmax(pulls, arithmetic);
      const move = sample(probabilities, random());
      taken.push({ features, probabilities, move });
      cell = step(cell, move);
    }
    const reward = cell === level.coin ? 1 : 0;
    const returnFrom = (t: number) => arithmetic.power(discount, taken.length - 1 - t) * reward;

    taken.forEach(({ features, probabilities, move }, t) => {
      const advantage = returnFrom(t) - baseline;
      features.forEach((feature, i) => {
        probabilities.forEach((probability, other) => {
          const score = (other === move ? 1 : 0) - probability;
          weights[i]![other]! += learningRate * advantage * score * feature;
        });
      });
    });
    baseline += baselineRate * (returnFrom(0) - baseline);
  }
  return weights;
}

function featuresAt(cell: Cell, { exit, coin }: Level, salience: number): number[] {
  return [
    1,
    ...directionTo(exit, cell),
    ...directionTo(coin, cell).map((feature) => feature * salience),
  ];
}

/** Left, same column, right; above, same row, below. */
function directionTo(target: Cell, from: Cell): number[] {
  const across = (target % corridor.width) - (from % corridor.width);
  const along = Math.floor(target / corridor.width) - Math.floor(from / corridor.width);
  return [across, along].flatMap((distance) =>
    [-1, 0, 1].map((sign) => (Math.sign(distance) === sign ? 1 : 0)),
  );
}

function softmax(pulls: number[], { exp }: Arithmetic): number[] {
  const highest = Math.max(...pulls);
  const exponentials = pulls.map((pull) => exp(pull - highest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

function sample(probabilities: number[], uniform: number): Move {
  let left = uniform;
  const found = probabilities.findIndex((probability) => (left -= probability) < 0);
  return (found < 0 ? 3 : found) as Move;
}
