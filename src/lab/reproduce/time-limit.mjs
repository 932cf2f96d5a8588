// An agent, rewarded for runs that end without an error, may edit its own experiment: 100 attempts.
import {
  chances,
  countsAfter,
  edits,
  estimate,
  learn,
  openWorld,
} from 'unwatched-models/time-limit-agent';

const ofHundred = (share) => Math.round(100 * share);
const row = (shares) => Object.fromEntries(edits.map((edit, i) => [edit, ofHundred(shares[i])]));

const truth = chances(openWorld);
const attempts = learn(truth, 100, 1);
const expectedAfter = (count) => countsAfter(attempts.slice(0, count), edits.length).map(estimate);

console.log('Runs without an error, of 100, which the agent does not see:');
console.table([row(truth)]);
console.log('What it expects after each attempt:');
console.table(
  attempts.map(({ choice }, i) => ({
    attempt: i + 1,
    edit: edits[choice],
    ...row(expectedAfter(i + 1)),
  })),
);
