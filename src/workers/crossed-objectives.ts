import {
  learnBase,
  restoreBase,
  type Base,
  type FineTuning,
} from '../models/crossed-objectives.ts';
import { survey, surveySeeds } from '../models/crossed-objectives-survey.ts';

/** A survey's order: the bases are learned where they are not handed over, and then handed back. */
export interface SurveyOrder {
  bases: Base[] | undefined;
  tuning: FineTuning;
}

/** What the figure asks of its worker. */
export const jobs = {
  base: learnBase,
  restore: ({ seed, pulls }: { seed: number; pulls: Float64Array }) => restoreBase(seed, pulls),
  *survey({ bases, tuning }: SurveyOrder) {
    const known = bases ?? [];
    if (!bases) for (const seed of surveySeeds) known.push(yield* learnBase(seed));
    return { bases: bases ? undefined : known, survey: yield* survey(known, tuning) };
  },
};
