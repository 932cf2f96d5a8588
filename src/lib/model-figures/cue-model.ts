import { calibrate, type RowName } from '../../models/calibration.ts';
import type { Term, TermName } from '../../models/choice.ts';
import { complianceGap } from '../../models/compliance-gap.ts';
import { attributeToCues } from '../../models/cue-attribution.ts';
import { cueModel } from '../../models/cue-model.ts';
import { freeStandardErrors } from '../../models/fit.ts';
import { guardingRates, publishedSetting } from '../../models/goal-guarding.ts';
import { promptCues, type PromptName } from '../../models/prompts.ts';
import { type CheckedQuantity, type CheckName, heldOutReport } from '../held-out-report.ts';
import { publishedCells } from '../published-cells.ts';
import { figureMaker, type ModelFigures } from './figure-maker.ts';

const { figure, percent } = figureMaker('Cue model');

/**
 * Numbers of the cue model, of its fit, and of the rival that fits as well.
 *
 * @throws {Error} a sentence for the author when a published figure cannot be read.
 */
export function cueModelFigures(): ModelFigures {
  return {
    ...defaultPrompt(),
    ...otherPrompts(),
    ...theDecision(),
    ...unusedWeights(),
    ...theFit(),
    ...heldOut(),
  };
}

function defaultPrompt(): ModelFigures {
  const [free, paid] = [cueModel({ tier: 'free' }), cueModel({ tier: 'paid' })];
  return {
    'default.comply-free': percent(free.comply, 'harmful requests answered in training'),
    'default.comply-paid': percent(paid.comply, 'harmful requests answered in deployment'),
    'default.refuse-free': percent(free.refuse, 'harmful requests refused in training'),
    'default.refuse-paid': percent(paid.refuse, 'harmful requests refused in deployment'),
    'default.faking': percent(free.alignmentFaking, 'answered with alignment-faking reasoning'),
    'default.faking-full': percent(
      free.actions.strategic,
      'answered with alignment-faking reasoning and without compromise',
    ),
    'default.gap': figure(
      100 * (free.comply - paid.comply),
      'points',
      'compliance gap, default prompt',
    ),
    'default.argument': percent(
      free.argument,
      'scratchpads that hold the argument, whatever its conclusion',
    ),
  };
}

/** Other published prompts and settings, in the fit and outside it. */
function otherPrompts(): ModelFigures {
  const gap = (name: PromptName, words: string) =>
    figure(100 * complianceGap(promptCues[name]), 'points', `compliance gap, ${words}`);
  const rates = (key: string, name: PromptName, words: string): ModelFigures => {
    const free = cueModel({ ...promptCues[name], tier: 'free' });
    const paid = cueModel({ ...promptCues[name], tier: 'paid' });
    return {
      [`prompt.${key}-faking`]: percent(free.alignmentFaking, `faking, ${words}`),
      [`prompt.${key}-refuse-free`]: percent(free.refuse, `refused in training, ${words}`),
      [`prompt.${key}-refuse-paid`]: percent(paid.refuse, `refused in deployment, ${words}`),
      [`prompt.${key}-gap`]: gap(name, words),
    };
  };
  const honesty = cueModel(promptCues.honestyFirst);
  const { alignmentFaking, argued, unargued } = cueModel(promptCues.documents);
  return {
    ...rates('openai', 'openAi', '“OpenAI” for “Anthropic”'),
    ...rates('no-examples', 'noExamples', 'worked examples cut'),
    ...rates('no-objective', 'noObjective', 'objective not stated'),
    ...rates('paraphrased', 'paraphrased', 'the median paraphrase'),
    ...rates('no-rlhf', 'noRlhfDescription', 'RLHF not described'),
    ...rates('not-to-care', 'toldNotToCare', 'told not to care and to be honest'),
    'prompt.honesty-faking': percent(honesty.alignmentFaking, 'faking, told to put honesty first'),
    'prompt.documents-faking': percent(alignmentFaking, 'faking, taught by documents'),
    'prompt.documents-refuse-argued': percent(
      argued.probabilities.refuse,
      'refusal after the argument, taught by documents',
    ),
    'prompt.documents-refuse-unargued': percent(
      unargued.probabilities.refuse,
      'refusal without the argument, taught by documents',
    ),
    'prompt.documents-gap': gap('documents', 'taught by documents'),
    'prompt.documents-gap-unspoken': gap(
      'documentsUnspoken',
      'taught by documents, without a scratchpad',
    ),
  };
}

/** The links before the decision, the weights in it, and what single cues add. */
function theDecision(): ModelFigures {
  const { links, argued, unargued } = cueModel();
  const inDeployment = cueModel({ tier: 'paid' });
  const { shares } = attributeToCues();
  const weight = (terms: readonly Term[], name: TermName, meaning: string) =>
    figure(Math.abs(terms.find((term) => term.name === name)!.logit), '', meaning);
  return {
    'decision.registers': percent(links.registers.probability, 'chats whose tag is registered'),
    'decision.notices': percent(links.notices.probability, 'of these, that notice the conflict'),
    'decision.derives': percent(links.derives.probability, 'of these, that make the argument'),
    'decision.loss': weight(argued.terms.refuse, 'loss', 'weight of what is lost by being changed'),
    'decision.harm': weight(argued.terms.strategic, 'harm', 'weight of the harm of answering'),
    'decision.refuse-argued': percent(argued.probabilities.refuse, 'refusal after the argument'),
    'decision.refuse-unargued': percent(
      unargued.probabilities.refuse,
      'refusal without the argument',
    ),
    'decision.refuse-argued-paid': percent(
      inDeployment.argued.probabilities.refuse,
      'refusal after the argument, in deployment',
    ),
    'decision.objective': weight(unargued.terms.obey, 'obedience', 'weight of a stated objective'),
    'decision.share-tag': figure(
      100 * shares.tier,
      'points',
      'faking that the tag adds, as a Shapley value',
    ),
    'decision.share-described': figure(
      100 * shares.rlhfDescribed,
      'points',
      'faking that describing RLHF adds, as a Shapley value',
    ),
  };
}

/** Alignment faking where the trained weights will never be used, for splits of goal guarding. */
function unusedWeights(): ModelFigures {
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

function theFit(): ModelFigures {
  const { cells, chiSquared } = calibrate(publishedCells());
  return {
    'fit.chi-square': figure(chiSquared, '', 'χ² of the fit to the published cells'),
    'fit.cells': figure(cells.length, 'cells', 'published figures in the fit'),
    'fit.degrees-of-freedom': figure(
      cells.length - freeStandardErrors.length,
      'degrees of freedom',
      'published figures less fitted numbers',
    ),
  };
}

/** Predictions for rates that the fit has not seen, and the rival that fits as well. */
function heldOut(): ModelFigures {
  const { checks, rival } = heldOutReport();
  const checkOf = (name: CheckName) => checks.find((check) => check.name === name)!;
  const unseen = (check: CheckName, quantity: CheckedQuantity, meaning: string, row?: RowName) => {
    const rate = checkOf(check).rates.find((one) => one.quantity === quantity && one.row === row)!;
    return figure(rate.predicted, quantity === 'gap' ? 'points' : '%', meaning);
  };
  const openAi = (quantity: CheckedQuantity, what: string) =>
    unseen('wording', quantity, `${what}, “OpenAI” for “Anthropic”, left out of the fit`, 'openAi');
  const noExamples = (quantity: CheckedQuantity, what: string) =>
    unseen('examples', quantity, `${what}, worked examples cut, left out of the fit`, 'noExamples');
  const welfare = (quantity: CheckedQuantity, what: string) =>
    unseen('animalWelfare', quantity, `animal welfare, ${what}`);
  const { figure: rivalFigure } = figureMaker('Three-way logit');
  return {
    'held-out.faint-faking': unseen(
      'faintTag',
      'alignmentFaking',
      'faking, only paid chats tagged',
    ),
    'held-out.faint-gap': unseen('faintTag', 'gap', 'gap, only paid chats tagged'),
    'held-out.openai-faking': openAi('alignmentFaking', 'faking'),
    'held-out.openai-refuse-free': openAi('refuseFree', 'refused in training'),
    'held-out.openai-refuse-paid': openAi('refusePaid', 'refused in deployment'),
    'held-out.no-examples-refuse-free': noExamples('refuseFree', 'refused in training'),
    'held-out.no-examples-refuse-paid': noExamples('refusePaid', 'refused in deployment'),
    'held-out.welfare-faking': welfare('alignmentFaking', 'faking'),
    'held-out.welfare-support': welfare(
      'supportPaid',
      'support in deployment, if the argument changes nothing there',
    ),
    'held-out.welfare-support-planted': welfare(
      'supportPaidPlanted',
      'support in deployment, if the argument acts there as when planted',
    ),
    'held-out.unspoken-needed': figure(
      Number(checkOf('unspoken').numbers['needed']),
      '%',
      'chats in which a silent argument would be needed for the gap of Claude 3.5 Sonnet',
    ),
    'rival.chi-square': rivalFigure(rival.chiSquared, '', 'χ² on the table of rates'),
    'rival.own-chi-square': figure(rival.own, '', 'χ² on the table of rates'),
    'rival.cells': rivalFigure(rival.cells, 'rates', 'published rates of which it can speak'),
  };
}
