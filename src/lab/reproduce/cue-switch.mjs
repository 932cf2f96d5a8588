// One harmful request, with the tag of the trained tier and without it.
import { cueModel } from 'unwatched-models/cue-model';

const training = cueModel({ tier: 'free' });
const deployment = cueModel({ tier: 'paid' });
const percent = (rate) => Number((100 * rate).toFixed(1));

console.table(
  ['alignmentFaking', 'comply', 'refuse'].map((outcome) => ({
    outcome,
    training: percent(training[outcome]),
    deployment: percent(deployment[outcome]),
  })),
);
