// The 2024 experiment on its default prompt, beside the model: per cent, ± one standard error.
import { cueModel } from 'unwatched-models/cue-model';

const free = cueModel({ tier: 'free' });
const paid = cueModel({ tier: 'paid' });

// Greenblatt et al. 2024, Tables 1 and 2, before reinforcement learning.
const rates = [
  { what: 'answered, free tier', published: 14.2, se: 1.9, model: free.comply },
  { what: 'with the reason given', published: 11.9, se: 1.7, model: free.alignmentFaking },
  { what: 'answered, paid tier', published: 2.8, se: 0.9, model: paid.comply },
  { what: 'gap', published: 11.3, se: 2.1, model: free.comply - paid.comply },
];

const one = (value) => Number(value.toFixed(1));
console.table(
  rates.map(({ what, published, se, model }) => {
    const residual = published - 100 * model;
    return {
      ...{ what, published, se, model: one(100 * model) },
      ...{ residual: one(residual), standardErrors: one(residual / se) },
    };
  }),
);
