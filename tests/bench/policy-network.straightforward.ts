import { exp } from '../../src/models/exp.ts';
import type { PolicyNetworkOptions, SeenWorld } from '../../src/models/policy-network.ts';
import { seededRandom } from '../../src/models/random.ts';
import { ENDS } from '../../src/models/tabular-world.ts';

/** REINFORCE as a textbook would write it: a row of numbers for each unit, and one step at a time. */
export class StraightforwardPolicyNetwork {
  /** `hiddenWeights[unit][input]`, `outputWeights[action][unit]`. */
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[][];
  outputBiases: number[];
  baseline = 0;
  steps = 0;
  private random: () => number;

  constructor(
    private world: SeenWorld,
    private options: PolicyNetworkOptions,
  ) {
    const { inputs, actions } = world;
    const { hidden, seed } = options;
    this.random = seededRandom(seed);
    const drawWeights = (from: number, to: number) => {
      const bound = Math.sqrt(6 / (from + to));
      const leaving = table(from, to, () => bound * (2 * this.random() - 1));
      return table(to, from, (unit, input) => leaving[input]![unit]!);
    };
    this.hiddenWeights = drawWeights(inputs, hidden);
    this.outputWeights = drawWeights(hidden, actions);
    this.hiddenBiases = new Array<number>(hidden).fill(0);
    this.outputBiases = new Array<number>(actions).fill(0);
  }

  /** What the network sees, the values of its hidden units, and the probability of each action. */
  look(state: number) {
    const { features, inputs } = this.world;
    const x = Array.from(features.subarray(state * inputs, (state + 1) * inputs));
    const h = this.hiddenWeights.map((weights, unit) => {
      const z = dot(weights, x, this.hiddenBiases[unit]!);
      return z / (1 + Math.abs(z));
    });
    const z = this.outputWeights.map((weights, action) =>
      dot(weights, h, this.outputBiases[action]!),
    );
    const highest = Math.max(...z);
    const odds = z.map((value) => exp(value - highest));
    const sum = odds.reduce((total, value) => total + value, 0);
    return { x, h, probabilities: odds.map((value) => value / sum) };
  }

  learn(episodes: number): number {
    let total = 0;
    for (let episode = 0; episode < episodes; episode++) total += this.learnFromEpisode();
    return total / episodes;
  }

  private learnFromEpisode(): number {
    const { actions, next, reward, starts, longestEpisode } = this.world;
    const { learningRate, discount, baselineRate = 0.05 } = this.options;
    const episode = [];
    let state = starts[Math.floor(this.random() * starts.length)]!;
    while (state !== ENDS && episode.length < longestEpisode) {
      const seen = this.look(state);
      const action = this.draw(seen.probabilities);
      const cell = state * actions + action;
      episode.push({ ...seen, action, reward: reward[cell]! });
      state = next[cell]!;
    }

    const change = {
      hiddenWeights: this.hiddenWeights.map((weights) => weights.map(() => 0)),
      hiddenBiases: this.hiddenBiases.map(() => 0),
      outputWeights: this.outputWeights.map((weights) => weights.map(() => 0)),
      outputBiases: this.outputBiases.map(() => 0),
    };
    let ahead = 0;
    let sumOfReturns = 0;
    for (const step of episode.toReversed()) {
      ahead = step.reward + discount * ahead;
      sumOfReturns += ahead;
      const push = learningRate * (ahead - this.baseline);
      const outputPushes = step.probabilities.map(
        (p, action) => push * ((action === step.action ? 1 : 0) - p),
      );
      const unitPushes = step.h.map((h, unit) => {
        const sum = outputPushes.reduce(
          (total, outputPush, action) => total + this.outputWeights[action]![unit]! * outputPush,
          0,
        );
        return sum * (1 - Math.abs(h)) ** 2;
      });
      addProducts(change.outputWeights, outputPushes, step.h);
      addTo(change.outputBiases, outputPushes);
      addProducts(change.hiddenWeights, unitPushes, step.x);
      addTo(change.hiddenBiases, unitPushes);
    }
    this.hiddenWeights.forEach((weights, unit) => addTo(weights, change.hiddenWeights[unit]!));
    addTo(this.hiddenBiases, change.hiddenBiases);
    this.outputWeights.forEach((weights, action) => addTo(weights, change.outputWeights[action]!));
    addTo(this.outputBiases, change.outputBiases);

    const meanReturn = sumOfReturns / episode.length;
    this.baseline += baselineRate * (meanReturn - this.baseline);
    this.steps += episode.length;
    return episode.reduce((total, step) => total + step.reward, 0);
  }

  private draw(probabilities: number[]): number {
    const uniform = this.random();
    let below = 0;
    for (const [action, p] of probabilities.entries()) {
      below += p;
      if (uniform < below) return action;
    }
    return probabilities.length - 1;
  }
}

function table(rows: number, columns: number, cell: (row: number, column: number) => number) {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cell(row, column)),
  );
}

function dot(weights: number[], x: number[], bias: number): number {
  return weights.reduce((sum, weight, i) => sum + weight * x[i]!, bias);
}

function addTo(target: number[], change: number[]): void {
  change.forEach((value, i) => (target[i]! += value));
}

function addProducts(target: number[][], rows: number[], columns: number[]): void {
  rows.forEach((row, i) => columns.forEach((column, j) => (target[i]![j]! += row * column)));
}
