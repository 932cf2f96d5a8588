import { caughtAt, discriminability, rightAlarms } from '../../models/binormal.ts';
import {
  allOrNothing,
  climbOf,
  climbOfOne,
  fakingSkills,
  narrowestShare,
  partialCredit,
  seenAtLeastOnce,
} from '../../models/emergence.ts';
import { climbOfAnswer, powerLaw } from '../../models/exact-answer.ts';
import { findFigure } from '../find-published.ts';
import { fitLine } from '../line-fit.ts';
import { readEvidence, readPromptVariations } from '../read-content.ts';
import { figureMaker, type ModelFigures } from './figure-maker.ts';

/**
 * Numbers on what a measurement can show: how sudden a skill looks, which alarms are right, and what
 * the published prompt variations say together.
 *
 * @throws {Error} a sentence for the author when a published figure cannot be read.
 */
export function measuringFigures(): ModelFigures {
  return { ...skillClimbs(), ...alarms(), ...variationLines() };
}

/** How sudden the same skills look by different scores, from 1 in 10 to 9 in 10. */
function skillClimbs(): ModelFigures {
  const { figure, percent } = figureMaker('Skills model');
  const skills = fakingSkills();
  const whole = (steps: number) => climbOf((size) => allOrNothing(fakingSkills(steps), size));
  const partial = climbOf((size) => partialCredit(skills, size));
  const seen = climbOf((size) => seenAtLeastOnce(allOrNothing(skills, size), 10_000));
  const [one, twelve] = [whole(1), whole(12)];
  const decades = (value: number, meaning: string) => figure(value, 'decades', meaning);
  return {
    'emergence.alone': decades(climbOfOne(skills[0]).width, 'climb of one skill'),
    'emergence.all': decades(whole(3).width, 'climb of all or nothing, three planning steps'),
    'emergence.partial': decades(partial.width, 'climb of partial credit, three planning steps'),
    'emergence.seen': decades(seen.width, 'climb of seen at least once in 10,000 tries'),
    'emergence.delay': decades(twelve.from - one.from, 'delay of the climb, one step to twelve'),
    'emergence.narrowing': decades(one.width - twelve.width, 'width lost from one step to twelve'),
    'emergence.least-share': percent(narrowestShare, 'least share of a skill’s width'),
    'emergence.exact-answer': decades(
      climbOfAnswer(powerLaw, 1).width,
      'climb of an answer whose errors follow a power law, of any length',
    ),
  };
}

/** Alarms about rare tests, from a smooth detector with the area published for people. */
function alarms(): ModelFigures {
  const { percent } = figureMaker('Binormal detector');
  const area = findFigure(readEvidence(), 'SA-001', 'human').value;
  const falseAlarms = 0.05;
  const caught = caughtAt(falseAlarms, discriminability(area));
  return {
    'detection.caught': percent(
      caught,
      'tests caught by a smooth detector with the area of people, at five false alarms in a hundred',
    ),
    'detection.right-alarms': percent(
      rightAlarms({ caught, falseAlarms, wanted: 0.01 }),
      'alarms that are right where one talk in a hundred is a test and five in a hundred others are taken for one',
    ),
  };
}

/** Lines of least squares through the published prompt variations, story by story. */
function variationLines(): ModelFigures {
  const variations = readPromptVariations();
  const slope = (setting: 'helpful-only' | 'animal-welfare') => {
    const rows = variations.filter((row) => row.setting === setting);
    const { figure } = figureMaker(
      `Least squares through ${rows.length} published prompt variations (${setting})`,
    );
    return figure(
      fitLine(rows.map(({ af, gap }) => [af.value, gap.value]))!.slope,
      '',
      'points of compliance gap for each point of alignment-faking reasoning',
    );
  };
  return { 'atlas.slope-ho': slope('helpful-only'), 'atlas.slope-aw': slope('animal-welfare') };
}
