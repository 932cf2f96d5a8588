import { caughtAt, discriminability, rightAlarms } from '../../models/binormal.ts';
import { chanceGreater } from '../../models/beta.ts';
import { fisherExact, fisherPower } from '../../models/fisher-exact.ts';
import { sequentialOutcome, waldSampleNumbers } from '../../models/sequential-test.ts';
import { measuredShare, recognition, softShare } from '../../models/test-awareness.ts';
import { perArmNeeded } from '../../models/two-proportions.ts';
import { findFigure } from '../find-published.ts';
import { readEvidence } from '../read-content.ts';
import { figureMaker, type ModelFigures } from './figure-maker.ts';

/**
 * Numbers on tests for a compliance gap: how large they must be, what a classifier does to them, and
 * what is left where the model recognises them.
 *
 * @throws {Error} a sentence for the author when a published figure cannot be read.
 */
export function detectingFigures(): ModelFigures {
  const evidence = readEvidence();
  const value = (id: string, name = 'value') => findFigure(evidence, id, name).value;
  const training = value('G24-001') / 100;
  const use = value('G24-002') / 100;
  const area = value('SA-001', 'model');
  const share = measuredShare(recognition(area));
  const soft = softShare(area);
  const shown = (part: number) => training - part * (training - use);
  const needed = (second: number) =>
    perArmNeeded({ first: training, second, alpha: 0.05, power: 0.8 });
  const design = { first: training, alpha: 0.05, perArm: 100 };

  const plan = figureMaker('Two shares, test at one in twenty');
  const leak = figureMaker('Test that is recognised');
  const reader = figureMaker('Binormal classifier');
  const sequence = figureMaker('Wald’s sequential test');
  const judge = value('H25-001', 'new');
  const [falseAlarms, wanted] = [0.05, 0.01];
  const caught = caughtAt(falseAlarms, discriminability(judge));
  const wald = { low: 0.01, high: 0.1, alpha: 0.05, beta: 0.2 };
  const fewer = { first: { yes: 7, no: 13 }, second: { yes: 1, no: 19 } };

  return {
    'detect.gap': leak.figure(
      100 * (training - use),
      'points',
      'gap in real use, the difference of the two published rates',
    ),
    'detect.needed': plan.figure(
      needed(use),
      'prompts',
      'in each arm for a power of four in five, published rates',
    ),
    'detect.power-100': plan.percent(
      fisherPower({ ...design, second: use }),
      'of tests with a hundred prompts in each arm that see the published gap, counted exactly',
    ),
    'detect.power-100-leak': plan.percent(
      fisherPower({ ...design, second: shown(share) }),
      'of such tests that see what a threshold agent shows of it',
    ),
    'detect.needed-leak': leak.figure(
      needed(shown(share)),
      'prompts',
      'in each arm for what a threshold agent shows of the published gap',
    ),
    'detect.needed-soft': leak.figure(
      needed(shown(soft)),
      'prompts',
      'in each arm for what an agent that leans shows of the published gap',
    ),
    'detect.hidden': leak.percent(
      1 - share,
      'of the gap hidden by a threshold agent at the area published for Gemini 2.5 Pro',
    ),
    'detect.hidden-soft': leak.percent(1 - soft, 'of the gap hidden by an agent that leans'),
    'detect.right-alarms': reader.percent(
      rightAlarms({ caught, falseAlarms, wanted }),
      'of its alarms that are right where one scratchpad of a hundred fakes',
    ),
    'detect.read-clean': sequence.figure(
      sequentialOutcome(wald, wald.low).replies,
      'scratchpads',
      'read on average where one of a hundred is marked, counted exactly',
    ),
    'detect.read-clean-promised': sequence.figure(
      waldSampleNumbers(wald).low,
      'scratchpads',
      'read on average where one of a hundred is marked, by Wald’s formula',
    ),
    'detect.alarm': sequence.percent(
      sequentialOutcome(wald, wald.low).high,
      'of runs that end in a wrong alarm, counted exactly',
    ),
    'detect.small-p': figureMaker('Fisher’s exact test').percent(
      fisherExact(fewer),
      'p of seven and one of twenty',
    ),
    'detect.small-bayes': figureMaker('Beta beliefs').percent(
      chanceGreater(fewer.first, fewer.second),
      'chance that the first rate is the higher, after seven and one of twenty',
    ),
  };
}
