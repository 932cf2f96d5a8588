import {
  learnBase,
  survey,
  surveySeeds,
  type Base,
  type FineTuning,
} from '../models/crossed-objectives.ts';

/** A survey's order: the bases are learned where they are not handed over, and then handed back. */
export interface SurveyOrder {
  bases: Base[] | undefined;
  tuning: FineTuning;
}

/** What the figure asks of its worker. */
export const jobs = {
  base: learnBase,
  *survey({ bases, tuning }: SurveyOrder) {
    const known = bases ?? [];
    if (!bases) for (const seed of surveySeeds) known.push(yield* learnBase(seed));
    return { bases: bases ? undefined : known, survey: yield* survey(known, tuning) };
  },
};
