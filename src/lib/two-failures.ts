import { bestRace } from '../models/buoy-race.ts';
import { trainedBoat, type BoatSettings } from '../models/buoy-race-training.ts';
import { createCorridorLearner, type Training } from '../models/corridor-learner.ts';
import { evaluate, testLevels } from '../models/corridor-policy.ts';

/**
 * Both learners as their figures show them at first; a test holds these against the figures' own
 * settings, because what is printed in prose may not reach into a figure.
 */
export const atRest = {
  corridor: { randomShare: 0, salience: 0.7, seed: 40, episodes: 8000 },
  race: { bonus: 3, once: false, learner: 'network', seed: 2 },
} as const satisfies { corridor: Training & { episodes: number }; race: BoatSettings };

/** Share of training levels with the coin anywhere that stands for the repair of the corridor. */
const repairShare = 0.1;

/** What the table prints; counts are of 100, rewards in points. */
export type Numbers = Record<
  | 'coinReward'
  | 'coinBest'
  | 'coinTrained'
  | 'coinNew'
  | 'coinParted'
  | 'coinMended'
  | 'boatBonus'
  | 'boatReward'
  | 'boatLap'
  | 'boatTrained'
  | 'boatMended',
  string
>;

/** Trains both learners, as they are and mended, and counts. */
export function numbers(): Numbers {
  const ofHundred = (share: number) => String(Math.round(100 * share));
  const coinFirst = (trainedOn: number, testedOn: number) => {
    const { episodes, ...training } = { ...atRest.corridor, randomShare: trainedOn };
    const learner = createCorridorLearner(training);
    learner.learn(episodes);
    const test = { ...training, ...testLevels, randomShare: testedOn };
    return evaluate(learner.weights, test).coinFirst;
  };
  const lastOf = (settings: BoatSettings) => {
    const { scores, finished } = trainedBoat(settings);
    return { score: scores.at(-1)!, finished: finished.at(-1)! };
  };
  const { bonus } = atRest.race;
  const inTraining = coinFirst(0, 0);
  const boat = lastOf(atRest.race);
  const lap = bestRace({ bonus, once: true });
  return {
    // The coin is the only point of a level, so that points a level and levels with the coin agree.
    coinReward: inTraining.toFixed(2),
    coinBest: (1).toFixed(2),
    coinTrained: ofHundred(inTraining),
    coinNew: ofHundred(coinFirst(0, 1)),
    coinParted: ofHundred(repairShare),
    coinMended: ofHundred(coinFirst(repairShare, 1)),
    boatBonus: String(bonus),
    boatReward: boat.score.toFixed(0),
    boatLap: (lap.points + bonus).toFixed(0),
    boatTrained: ofHundred(boat.finished),
    boatMended: ofHundred(lastOf({ ...atRest.race, once: true }).finished),
  };
}
