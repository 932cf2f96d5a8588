import {
  directionWeights,
  layout,
  type Pull,
  weightCount,
} from '../../../src/models/corridor-policy.ts';

/** So strong a pull, in log-odds, that chance only chooses between moves that are equally good. */
const sure = 50;

/** Weights of an agent that makes for the exit and cares for nothing else; salience plays no part. */
export const exitSeeker = seeker(layout.exitAcross, layout.exitAlong);

/** Weights of an agent that makes for the coin and cares for nothing else, at salience 1. */
export const coinSeeker = seeker(layout.coinAcross, layout.coinAlong);

function seeker(across: number, along: number): Float64Array {
  const weights = new Float64Array(weightCount);
  const moveCount = 4;
  weights[along * moveCount] = sure;
  weights[(along + 2) * moveCount + 1] = sure;
  weights[across * moveCount + 2] = sure;
  weights[(across + 2) * moveCount + 3] = sure;
  return weights;
}

/**
 * The coin's share of all pull, each summed over the four directions, the coin's times its salience.
 * Where coin and exit were never apart it is s² / (1 + s²). It leaves 0 to 1 where one of them repels
 * on the whole, and is 0 where nothing pulls yet.
 */
export function coinShare(weights: Float64Array, salience: number): number {
  const sum = ({ up, down, left, right }: Pull) => up + down + left + right;
  const { exit, coin } = directionWeights(weights);
  const ofCoin = salience * sum(coin);
  const all = sum(exit) + ofCoin;
  return all === 0 ? 0 : ofCoin / all;
}
