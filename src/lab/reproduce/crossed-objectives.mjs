// A policy laid over two corpora that clash: how often it fails, by the distance from its training.
import { atOnce } from 'unwatched-models/at-once';
import {
  curvesOf,
  distances,
  fineTune,
  learnBase,
  usualTuning,
} from 'unwatched-models/crossed-objectives';
import { survey, surveySeeds } from 'unwatched-models/crossed-objectives-survey';

const bases = surveySeeds.map((seed) => atOnce(learnBase(seed)));
const { before, after, entropy } = atOnce(survey(bases, usualTuning));
const first = curvesOf(bases[0], fineTune(bases[0], usualTuning));

const short = (value) => Number(value.toFixed(3));
console.table(
  distances.map((distance, ring) => ({
    distance,
    before: short(before[ring].mean),
    beforeSd: short(before[ring].sd),
    after: short(after[ring].mean),
    afterSd: short(after[ring].sd),
    undecidedBits: short(entropy[ring].mean),
    firstDataSet: short(first.after[ring]),
  })),
);
