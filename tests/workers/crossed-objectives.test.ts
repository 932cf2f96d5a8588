import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/models/at-once.ts';
import { learnBase, usualTuning } from '../../src/models/crossed-objectives.ts';
import { survey, surveySeeds } from '../../src/models/crossed-objectives-survey.ts';
import { learning } from '../../src/models/kernel-memory.ts';
import { jobs } from '../../src/workers/crossed-objectives.ts';

test('the base is restored from its pulls as it was learned', () => {
  const learned = atOnce(jobs.base(3));
  expect(atOnce(jobs.restore({ seed: 3, pulls: learned.memory.pulls }))).toEqual(learned);
});

describe('the survey', () => {
  const first = atOnce(jobs.survey({ bases: undefined, tuning: usualTuning }));

  test('learns the bases that it is not given, and hands them over', () => {
    expect(first.bases?.map(({ seed }) => seed)).toEqual(surveySeeds);
    expect(first.bases?.[4]).toEqual(atOnce(learnBase(surveySeeds[4]!)));
  });

  test('pauses after every step of learning, for a thread that is shared', () => {
    const work = jobs.survey({ bases: undefined, tuning: usualTuning });
    let pauses = 0;
    while (!work.next().done) pauses += 1;
    expect(pauses).toBeGreaterThan(surveySeeds.length * learning.steps);
  });

  test('is the model’s, and the same with bases that were kept', () => {
    const { bases } = first;
    const tuning = { width: 1, spread: 0.5 };
    const again = atOnce(jobs.survey({ bases, tuning }));
    expect(again).toEqual({ bases: undefined, survey: atOnce(survey(bases!, tuning)) });
    expect(again.survey).not.toEqual(first.survey);
  });
});
