import { atOnce } from '../../models/at-once.ts';
import { chiSquaredTail } from '../../models/chi-squared.ts';
import {
  curvesOf,
  distances,
  fineTune,
  learnBase,
  rewired,
  usualTuning,
} from '../../models/crossed-objectives.ts';
import { policyRefusing, trainUntil } from '../../models/policy-gradient-flow.ts';
import { createStrategyLearner } from '../../models/strategy-reinforce.ts';
import { openWorld, shareOf, type Edit, type World } from '../../models/time-limit-agent.ts';
import {
  forecastFaking,
  leak,
  type Measured,
  standardScore,
  usualTraining,
} from '../../models/training-dynamics.ts';
import { findFigure } from '../find-published.ts';
import { readEvidence } from '../read-content.ts';
import { figureMaker, type ModelFigures } from './figure-maker.ts';

const { percent } = figureMaker('Model of training');

/**
 * Numbers on what training leaves behind: in a policy laid over another, in an agent with a time
 * limit, and in the reasoning of the 2024 study.
 *
 * @throws {Error} a sentence for the author when a published figure cannot be read.
 */
export function trainingFigures(): ModelFigures {
  const evidence = readEvidence();
  const rateOf = (id: string, name: string): Measured => {
    const { value, se = 0 } = findFigure(evidence, id, name);
    return { value: value / 100, se: se / 100 };
  };
  return { ...crossedObjectives(), ...reasoningKept(rateOf), ...luck(rateOf), ...timeLimit() };
}

/** A published rate as a fraction. */
type RateOf = (id: string, name: string) => Measured;

/** What a policy laid over two corpora reaches and what it flips, in the data set that the figure shows. */
function crossedObjectives(): ModelFigures {
  const toy = figureMaker('Toy of crossed objectives, data set 1');
  const base = atOnce(learnBase(1));
  const oneAway = distances.indexOf(1);
  const trial = (name: string, width: number) => {
    const overlay = fineTune(base, { ...usualTuning, width });
    const { far, flipped } = rewired(base, overlay);
    const setting = `examples carry ${width}`;
    return {
      [`crossed.fails${name}`]: toy.percent(
        curvesOf(base, overlay).after[oneAway]!,
        `failures at distance 1, ${setting}`,
      ),
      [`crossed.flipped${name}`]: toy.percent(
        flipped.xs.length / far,
        `far examples of corpus B flipped, ${setting}`,
      ),
    };
  };
  const { before } = curvesOf(base, fineTune(base, usualTuning));
  return {
    'crossed.fails-before': toy.percent(
      before[oneAway]!,
      'failures at distance 1 before fine-tuning',
    ),
    ...trial('', usualTuning.width),
    ...trial('-narrow', 0.35),
    ...trial('-wide', 1),
  };
}

/** The rule for reasoning after training, and the chance of its misses; beside it, vanilla policy gradient. */
function reasoningKept(rateOf: RateOf): ModelFigures {
  const before = (id: string) => ({
    faking: rateOf(id, 'af'),
    refusal: rateOf(id, 'refuse_train'),
  });
  const ended = (start: string, end: string) => {
    const rule = forecastFaking(before(start), rateOf(end, 'refuse_train').value);
    return { rule, score: standardScore(rateOf(end, 'af'), rule) };
  };
  const usual = ended('G24-027', 'G24-028');
  const openAi = ended('G24-029', 'G24-030');
  const cut = ended('G24-031', 'G24-032');
  const chiSquared = usual.score ** 2 + openAi.score ** 2 + cut.score ** 2;
  const welfare = forecastFaking(
    { faking: rateOf('G24-005', 'af'), refusal: rateOf('G24-005', 'support_train') },
    0,
  );
  const untrained = policyRefusing(
    rateOf('G24-027', 'refuse_train').value,
    rateOf('G24-012', 'ho_prompted_with_af').value,
    rateOf('G24-012', 'ho_prompted_without_af').value,
  );
  const vanilla = trainUntil(untrained, { sharing: 0, penalty: 0 });
  const byRule = ({ value }: Measured, prompt: string) =>
    percent(value, `reasoning after training by the rule, ${prompt}`);
  const guarded = ({ value }: Measured, prompt: string) =>
    percent(value, `refusals unmonitored after training if whoever fakes refuses there, ${prompt}`);
  const leaked = (id: string, prompt: string) => {
    const { pressure, leakage } = usualTraining;
    return percent(
      leak(rateOf(id, 'refuse_unmonitored').value, pressure, leakage),
      `refusals unmonitored after training with the leak of the default prompt, ${prompt}`,
    );
  };
  return {
    'dynamics.rule': byRule(usual.rule, 'default prompt'),
    'dynamics.rule-openai': byRule(openAi.rule, '“OpenAI” for “Anthropic”'),
    'dynamics.rule-cut': byRule(cut.rule, 'examples cut'),
    'dynamics.rule-welfare': byRule(welfare, 'animal welfare'),
    'dynamics.guarded': guarded(usual.rule, 'default prompt'),
    'dynamics.guarded-openai': guarded(openAi.rule, '“OpenAI” for “Anthropic”'),
    'dynamics.guarded-cut': guarded(cut.rule, 'examples cut'),
    'dynamics.leaked': leaked('G24-027', 'default prompt'),
    'dynamics.leaked-openai': leaked('G24-029', '“OpenAI” for “Anthropic”'),
    'dynamics.leaked-cut': leaked('G24-031', 'examples cut'),
    'dynamics.chance': percent(
      chiSquaredTail(chiSquared, 3),
      'chance of misses as large as those of the rule on three prompts',
    ),
    'dynamics.vanilla': percent(
      vanilla.argues * vanilla.complyArguing,
      'reasoning after training by vanilla policy gradient, default prompt',
    ),
  };
}

/** Where learners of the animal-welfare setting end when faking and plain compliance earn the same. */
function luck(rateOf: RateOf): ModelFigures {
  const faking = rateOf('G24-005', 'af').value;
  const refusing = rateOf('G24-005', 'support_train').value;
  const start = [refusing, faking, 1 - refusing - faking];
  const ends = Array.from({ length: 20 }, (_, run) => {
    const settings = { learningRate: 0.5, batch: 4, seed: run + 1 };
    const learner = createStrategyLearner(start, [0, 1, 1], settings);
    learner.learn(600);
    return learner.shares[1]!;
  });
  return {
    'dynamics.luck-low': percent(
      Math.min(...ends),
      'lowest end of twenty learners in a near tie, batches of four',
    ),
    'dynamics.luck-high': percent(
      Math.max(...ends),
      'highest end of twenty learners in a near tie, batches of four',
    ),
  };
}

/** What an agent comes to do about a time limit, by what it can reach and what counts. */
function timeLimit(): ModelFigures {
  const agent = figureMaker('Time-limit agent');
  const share = (edit: Edit, world: World, meaning: string) =>
    agent.percent(
      shareOf(edit, world, 100, 200),
      `attempts that ${meaning}, mean of 200 runs of 100`,
    );
  const walled = { ...openWorld, sandboxed: true };
  return {
    'time-limit.lengthens': share('lengthen', openWorld, 'lengthen the limit within reach'),
    'time-limit.speeds-up': share('faster', walled, 'make the code faster in a sandbox'),
    'time-limit.does-less': share(
      'less',
      { ...walled, partCounts: true },
      'do less of the work in a sandbox where part of it counts',
    ),
  };
}
