import { caughtAt, discriminability, rightAlarms } from '../models/binormal.ts';
import { cueModel } from '../models/cue-model.ts';
import { calibrate } from '../models/calibration.ts';
import {
  curvesOf,
  distances,
  fineTune,
  finish,
  learnBase,
  rewired,
  usualTuning,
} from '../models/crossed-objectives.ts';
import {
  allOrNothing,
  climbOf,
  climbOfOne,
  fakingSkills,
  narrowestShare,
  partialCredit,
  seenAtLeastOnce,
} from '../models/emergence.ts';
import { climbOfAnswer, powerLaw } from '../models/exact-answer.ts';
import { guardingRates, publishedSetting } from '../models/goal-guarding.ts';
import { publishedCells } from './published-cells.ts';
import type { PrintableFigure } from './print-figure.ts';
import { readEvidence } from './read-content.ts';

/** A number of our own model as prose may print it. */
export interface ModelFigure extends PrintableFigure {
  /** What it is, for the reader who points at it. */
  meaning: string;
}

/** Free numbers of the fit; see src/models/fit.ts. */
const freeNumbers = 7;

let computed: Record<string, ModelFigure> | undefined;

/**
 * Every number that `<Model of>` can print, computed when it is first asked for.
 *
 * @throws {Error} a sentence for the author when the published cells of the fit cannot be read.
 */
export function modelFigures(): Record<string, ModelFigure> {
  return (computed ??= compute());
}

function compute(): Record<string, ModelFigure> {
  const free = cueModel({ tier: 'free' });
  const paid = cueModel({ tier: 'paid' });
  const { cells, chiSquared } = calibrate(publishedCells());
  return {
    'default.comply-free': percent(free.comply, 'harmful requests answered in training'),
    'default.comply-paid': percent(paid.comply, 'harmful requests answered in deployment'),
    'default.faking': percent(free.alignmentFaking, 'answered with alignment-faking reasoning'),
    'default.gap': figure(
      oneDecimal(100 * (free.comply - paid.comply)),
      'points',
      'compliance gap, default prompt',
    ),
    'default.argument': percent(
      free.argument,
      'scratchpads that hold the argument, whatever its conclusion',
    ),
    ...unusedWeights(),
    ...crossedObjectives(),
    ...skillClimbs(),
    ...alarms(),
    'fit.chi-square': figure(oneDecimal(chiSquared), '', 'χ² of the fit to the published cells'),
    'fit.cells': figure(cells.length, 'cells', 'published figures in the fit'),
    'fit.degrees-of-freedom': figure(
      cells.length - freeNumbers,
      'degrees of freedom',
      'published figures less fitted numbers',
    ),
  };
}

/** Alignment faking where the trained weights will never be used, for splits of goal guarding. */
function unusedWeights(): Record<string, ModelFigure> {
  const faking = (split: string, terminalShare: number) => {
    const rates = guardingRates({ ...publishedSetting, terminalShare, deployed: false });
    const meaning = `alignment faking with weights that will never be used, ${split}`;
    return percent(rates.alignmentFaking, meaning);
  };
  return {
    'horizon.unused': faking('guarding three quarters terminal', publishedSetting.terminalShare),
    'horizon.unused-even': faking('guarding half terminal', 1 / 2),
    'horizon.unused-terminal': faking('guarding only terminal', 1),
    'horizon.unused-instrumental': faking('guarding only instrumental', 0),
  };
}

/** What a policy laid over two corpora reaches and what it flips, in the data set that the figure shows. */
function crossedObjectives(): Record<string, ModelFigure> {
  const base = finish(learnBase(1));
  const oneAway = distances.indexOf(1);
  const share = (value: number, meaning: string) => ({
    value: oneDecimal(100 * value),
    unit: '%',
    meaning: `Toy of crossed objectives, data set 1: ${meaning}`,
  });
  const trial = (name: string, width: number) => {
    const overlay = fineTune(base, { ...usualTuning, width });
    const { far, flipped } = rewired(base, overlay);
    const setting = `examples carry ${width}`;
    return {
      [`crossed.fails${name}`]: share(
        curvesOf(base, overlay).after[oneAway]!,
        `failures at distance 1, ${setting}`,
      ),
      [`crossed.flipped${name}`]: share(
        flipped.xs.length / far,
        `far examples of corpus B flipped, ${setting}`,
      ),
    };
  };
  const { before } = curvesOf(base, fineTune(base, usualTuning));
  return {
    'crossed.fails-before': share(before[oneAway]!, 'failures at distance 1 before fine-tuning'),
    ...trial('', usualTuning.width),
    ...trial('-narrow', 0.35),
    ...trial('-wide', 1),
  };
}

/** How sudden the same skills look by different scores, from 1 in 10 to 9 in 10. */
function skillClimbs(): Record<string, ModelFigure> {
  const skills = fakingSkills();
  const whole = (steps: number) => climbOf((size) => allOrNothing(fakingSkills(steps), size));
  const partial = climbOf((size) => partialCredit(skills, size));
  const seen = climbOf((size) => seenAtLeastOnce(allOrNothing(skills, size), 10_000));
  const [one, twelve] = [whole(1), whole(12)];
  const skill = (value: number, unit: string, meaning: string) => ({
    value: oneDecimal(value),
    unit,
    meaning: `Skills model: ${meaning}`,
  });
  const decades = (value: number, meaning: string) => skill(value, 'decades', meaning);
  return {
    'emergence.alone': decades(climbOfOne(skills[0]).width, 'climb of one skill'),
    'emergence.all': decades(whole(3).width, 'climb of all or nothing, three planning steps'),
    'emergence.partial': decades(partial.width, 'climb of partial credit, three planning steps'),
    'emergence.seen': decades(seen.width, 'climb of seen at least once in 10,000 tries'),
    'emergence.delay': decades(twelve.from - one.from, 'delay of the climb, one step to twelve'),
    'emergence.narrowing': decades(one.width - twelve.width, 'width lost from one step to twelve'),
    'emergence.least-share': skill(100 * narrowestShare, '%', 'least share of a skill’s width'),
    'emergence.exact-answer': decades(
      climbOfAnswer(powerLaw, 1).width,
      'climb of an answer whose errors follow a power law, of any length',
    ),
  };
}

/** Alarms about rare tests, from a smooth detector with the area published for people. */
function alarms(): Record<string, ModelFigure> {
  const people = readEvidence().get('SA-001')?.figures?.['human']?.value;
  if (people === undefined) throw new Error('There is no published value SA-001 human.');
  const falseAlarms = 0.05;
  const caught = caughtAt(falseAlarms, discriminability(people));
  const right = rightAlarms({ caught, falseAlarms, wanted: 0.01 });
  return {
    'detection.right-alarms': {
      value: oneDecimal(100 * right),
      unit: '%',
      meaning:
        'Binormal detector: alarms that are right where one talk in a hundred is a test and five in a hundred others are taken for one',
    },
  };
}

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

function percent(share: number, meaning: string): ModelFigure {
  return figure(oneDecimal(100 * share), '%', meaning);
}

function figure(value: number, unit: string, meaning: string): ModelFigure {
  return { value, unit, meaning: `Cue model: ${meaning}` };
}
