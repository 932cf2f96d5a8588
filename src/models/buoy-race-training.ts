import { atOnce } from './at-once.ts';
import { buoyRace, cellIn, cellOf, course, discount, type RaceRules } from './buoy-race.ts';
import { drawEpisode, expectedEpisode, type Policy } from './episode.ts';
import { createPolicyNetwork, type SeenWorld } from './policy-network.ts';
import { createQLearner } from './q-learning.ts';
import { seededRandom } from './random.ts';

/**
 * A boat that learns the buoy race from its score and from nothing else, looked at again and again
 * on the way. What it can expect of a race is worked out exactly each time, so that the curves hold
 * no luck but that of the training.
 *
 * Two learners that have little in common but the score: a network of 16 inputs, 32 hidden units and
 * 4 actions, trained by REINFORCE, and a table trained by Q-learning. The network may settle for
 * less than the best; the table finds the best, as it tries everything.
 */

/** Which learner sails. */
export type Learner = 'network' | 'table';

/** All that decides a training run. */
export interface BoatSettings extends RaceRules {
  learner: Learner;
  /** Settles every chance event: the same seed gives the same run. */
  seed: number;
}

/** How the learners are set; all illustrative. */
export const constants = {
  /** Times that a boat is looked at after its start. */
  looks: 40,
  network: {
    hidden: 32,
    /** η. A third of it learns the same in three times as many races. */
    learningRate: 0.003,
    /** β: share of the surprise that the baseline takes over after a race. */
    baselineRate: 0.05,
    /** Races between two looks. */
    races: 75,
  },
  table: {
    /** η. Nothing in this world is left to chance, so that each surprise is taken over whole. */
    learningRate: 1,
    /** ε: the share of moves at random, in training and whenever the boat is looked at. */
    exploration: 0.02,
    /** Moves between two looks. */
    moves: 750,
  },
} as const;

/** A training run; the lists are as long as each other, with the boat at its start first. */
export interface Training {
  /** Races (network) or moves (table) that lie behind. */
  after: number[];
  /** Score that a race would bring now: points and bonus, mean over all chances. */
  scores: number[];
  /** Share of races that would be finished now, 0 to 1. */
  finished: number[];
  /** One race as the boat would sail it now: the cells passed through, the finish last if reached. */
  wakes: number[][];
}

interface Boat {
  policy: Policy;
  /** Trains until the next look. */
  train(): Generator<undefined, void>;
  /** Races or moves between two looks. */
  stretch: number;
}

function networkBoat(world: SeenWorld, seed: number): Boat {
  const { races, ...options } = constants.network;
  const network = createPolicyNetwork(world, { ...options, seed, discount });
  return {
    policy: network.probabilities,
    *train() {
      const atOnce = 5;
      for (let left = races; left > 0; left -= atOnce) {
        network.learn(Math.min(atOnce, left));
        yield;
      }
    },
    stretch: races,
  };
}

function tableBoat(world: SeenWorld, seed: number, { bonus, once }: RaceRules): Boat {
  const { learningRate, exploration, moves } = constants.table;
  // No race is worth more than one lap and the bonus or, where points never end, circling.
  const most = course.buoys.length + bonus;
  const startValue = once ? most : Math.max(most, 1 / (1 - discount ** 2));
  const options = { seed, learningRate, discount, exploration, startValue };
  const table = createQLearner(world, options);
  return {
    policy(state, into) {
      into.fill(exploration / world.actions);
      into[table.greedyAction(state)]! += 1 - exploration;
    },
    *train() {
      table.learn(moves);
      yield;
    },
    stretch: moves,
  };
}

/** Trains a new boat. It yields whenever it may be paused, with less than 2 ms of work in between. */
export function* trainBoat(settings: BoatSettings): Generator<undefined, Training> {
  const world = buoyRace(settings);
  const boat =
    settings.learner === 'network'
      ? networkBoat(world, settings.seed)
      : tableBoat(world, settings.seed, settings);
  const training: Training = { after: [], scores: [], finished: [], wakes: [] };
  for (let look = 0; look <= constants.looks; look++) {
    if (look > 0) yield* boat.train();
    const { reward, ended } = expectedEpisode(world, boat.policy);
    training.after.push(look * boat.stretch);
    training.scores.push(reward);
    training.finished.push(ended);
    // The same luck at every look: only what was learned in between makes the difference.
    const race = drawEpisode(world, boat.policy, seededRandom(settings.seed));
    const wake = race.states.map(cellIn);
    training.wakes.push(race.ended ? [...wake, cellOf(course.finish)] : wake);
    yield;
  }
  return training;
}

/** The same at one stroke, for where nobody waits. */
export const trainedBoat = (settings: BoatSettings): Training => atOnce(trainBoat(settings));
