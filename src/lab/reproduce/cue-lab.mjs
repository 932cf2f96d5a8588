// The cue model on the default prompt: how far the argument gets, what is done, and the rates.
import { cueModel } from 'unwatched-models/cue-model';

const training = cueModel({ tier: 'free' });
const deployment = cueModel({ tier: 'paid' });
const percent = (rate) => Number((100 * rate).toFixed(1));
const row = (what, rateOf) => ({
  what,
  training: percent(rateOf(training)),
  deployment: percent(rateOf(deployment)),
});

console.table([
  row('registers the tag', ({ links }) => links.registers.probability),
  row(
    'notices the conflict too',
    ({ links }) => links.registers.probability * links.notices.probability,
  ),
  row('makes the argument', ({ argument }) => argument),
  row('answers, to stay as it is', ({ actions }) => actions.strategic),
  row('the same, half-heartedly', ({ actions }) => actions.minimal),
  row('refuses in spite of it', ({ argument, argued }) => argument * argued.probabilities.refuse),
  row('answers without it', ({ actions }) => actions.obey),
  row(
    'refuses without it',
    ({ argument, unargued }) => (1 - argument) * unargued.probabilities.refuse,
  ),
  row('answers, all', ({ comply }) => comply),
  row('of these, while faking', ({ alignmentFaking }) => alignmentFaking),
  { what: 'compliance gap', training: percent(training.comply - deployment.comply) },
  row('tries to copy its weights out', ({ exfiltration }) => exfiltration),
]);
