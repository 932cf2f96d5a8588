import { atOnce } from '../../models/at-once.ts';
import { learnBase, restoreBase, usualTuning } from '../../models/crossed-objectives.ts';
import { survey, surveySeeds, type Average } from '../../models/crossed-objectives-survey.ts';
import { defaults, packPulls, unpackPulls, type Handover } from './crossed-objectives.ts';
import { shownOf, tryOut, type Trial } from './trial.ts';

/** The trial at rest, and what the page is handed of it. */
export interface AtRest {
  trial: Trial;
  handover: Handover;
}

let computed: AtRest | undefined;

/** Learns the twenty data sets, once in a build. */
export function atRest(): AtRest {
  return (computed ??= compute());
}

function compute(): AtRest {
  const bases = surveySeeds.map((seed) => atOnce(learnBase(seed)));
  const learned = bases.find(({ seed }) => seed === defaults.seed)!;
  const pulls = packPulls(learned.memory.pulls);
  const { before, after, entropy, flipped } = atOnce(survey(bases, usualTuning));
  // From the rounded pulls, as the page will have it.
  const base = atOnce(restoreBase(defaults.seed, unpackPulls(pulls)));
  const { width, spread } = defaults;
  const trial = atOnce(tryOut({ base, width, spread }));
  const shown = shownOf(trial, defaults);
  return {
    trial,
    handover: {
      pulls,
      survey: {
        before: before.map(rounded),
        after: after.map(rounded),
        entropy: entropy.map(rounded),
        flipped: rounded(flipped),
      },
      shown: { ...shown, after: shown.after.map(round) },
    },
  };
}

/** Short on the way to the page, with four decimals more than are printed: rounding twice must not show. */
const round = (value: number) => Math.round(value * 1e7) / 1e7;
const rounded = ({ mean, sd }: Average): Average => ({ mean: round(mean), sd: round(sd) });
