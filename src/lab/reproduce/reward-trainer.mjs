// A small learner, rewarded for every kind reply while the lamp burns: sixty rounds with seed 3.
import { kindness, rewardKindness, train } from 'unwatched-models/reward-learner';

const rounds = 60;
const seed = 3;
const darkShare = 0;
const { states } = train(Array(rounds).fill(rewardKindness), seed, darkShare);

const percent = (probability) => Number((100 * probability).toFixed(1));
const pull = (weight) => Number(weight.toFixed(3));
const kind = (state, lampLit, complains) => percent(kindness(state, { lampLit, complains }));

console.table(
  [0, 10, 20, 30, 40, 50, 60].map((round) => {
    const state = states[round];
    return {
      round,
      litAsks: kind(state, true, false),
      litComplains: kind(state, true, true),
      darkAsks: kind(state, false, false),
      darkComplains: kind(state, false, true),
      anyMessage: pull(state.weights.anyMessage),
      lamp: pull(state.weights.lamp),
      complaint: pull(state.weights.complaint),
      expected: pull(state.baseline),
    };
  }),
);
