// Eight ways to watch a model that sabotages one output in ten, in streams of 200 outputs.
import { exampleSettings, outlook } from 'unwatched-models/control-room';
import { drawRequests, fates, runStream } from 'unwatched-models/control-stream';

const one = (value) => Number(value.toFixed(1));
const designs = [
  { policy: 'audit' },
  { policy: 'audit', atRandom: 1 },
  ...['light', 'block', 'resample', 'pause', 'trust', 'weak'].map((policy) => ({ policy })),
];

console.log('On average:');
console.table(
  designs.map((design) => {
    const { tried, passing, nonePasses, useful, looks } = outlook({
      ...exampleSettings,
      ...design,
    });
    return {
      policy: design.atRandom ? 'looks at random' : design.policy,
      tried: one(tried),
      passing: one(passing),
      nonePasses: one(100 * nonePasses),
      useful: one(100 * useful),
      looks: one(looks),
    };
  }),
);

const seed = 17;
console.log(`One stream, audited, drawn with seed ${seed}:`);
const passages = runStream(exampleSettings, drawRequests(exampleSettings.requests, seed));
console.table(
  fates.map((fate) => ({ fate, count: passages.filter((each) => each.fate === fate).length })),
);
