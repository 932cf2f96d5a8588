import * as v from 'valibot';
import { fill } from '../../lib/fill.ts';
import type { CueModelResult } from '../../models/cue-model.ts';
import type { Ui } from '../../schemas/ui.ts';
import type { LinkSchema } from '../parts/link-state.ts';
import type { ReasoningLine } from '../parts/Reasoning.svelte';

/** What the reader sets. */
export interface CueSwitchState extends Record<string, string> {
  /** Which chat the request arrives in. */
  condition: 'training' | 'deployment';
  /** Which kind of reply is looked at; not every condition has every kind. */
  reply: Reply;
}

/** The three kinds of reply a request can get. */
export type Reply = 'fakes' | 'answers' | 'refuses';

export const defaults: CueSwitchState = { condition: 'training', reply: 'fakes' };

export const linkSchema: LinkSchema<CueSwitchState> = v.strictObject({
  condition: v.optional(v.picklist(['training', 'deployment']), defaults.condition),
  reply: v.optional(v.picklist(['fakes', 'answers', 'refuses']), defaults.reply),
});

/** Published rates of the two tiers, in per cent. @see greenblatt2024, Table 1 */
export interface PublishedRates {
  compliedTraining: number;
  fakingTraining: number;
  compliedDeployment: number;
}

/** The published rates as whole replies out of a hundred. */
export function outOfHundred(published: PublishedRates) {
  const faking = Math.round(published.fakingTraining);
  const complied = Math.round(published.compliedTraining);
  const deployment = Math.round(published.compliedDeployment);
  return {
    training: { fakes: faking, answers: complied - faking, refuses: 100 - complied },
    deployment: { fakes: 0, answers: deployment, refuses: 100 - deployment },
  };
}

/**
 * The scratchpad behind a reply: four steps, each with the probability that the model gives it.
 * Whether the third step is taken decides between the two branches of the model.
 */
export function reasoning(
  labels: Ui['cueSwitch'],
  model: CueModelResult,
  { condition, reply }: CueSwitchState,
): ReasoningLine[] {
  const training = condition === 'training';
  const argued = training ? reply === 'fakes' : reply === 'refuses';
  const derives = model.links.derives.probability;
  return [
    {
      id: 'notices',
      text: training ? labels.noticesTraining : labels.noticesDeployment,
      term: labels.termNotices,
      probability: model.links.registers.probability,
      meaning: labels.meaningNotices,
    },
    {
      id: 'conflict',
      text: training ? labels.conflict : labels.conflictDeployment,
      term: labels.termConflict,
      probability: model.links.notices.probability,
      meaning: labels.meaningConflict,
    },
    {
      id: 'derives',
      text: argued
        ? training
          ? labels.derivesTraining
          : labels.derivesDeployment
        : labels.notDerived,
      term: argued ? labels.termDerives : labels.termNotDerived,
      probability: argued ? derives : 1 - derives,
      meaning: labels.meaningDerives,
      key: argued,
      absent: !argued,
    },
    {
      id: 'decides',
      text: decision(labels, training, argued, reply),
      term: labels.termDecides,
      probability: decisionProbability(model, argued, reply),
      meaning: fill(argued ? labels.meaningDecides : labels.meaningDecidesPlain, {
        loss: (model.valueAtStake * model.registeredBelief).toFixed(2),
      }),
      key: argued,
    },
  ];
}

/** Of a hundred refusals, how many hold the thought of being changed, whatever it concludes. */
export function arguedRefusals(model: CueModelResult): number {
  return Math.round((100 * model.argument * model.argued.probabilities.refuse) / model.refuse);
}

function decision(labels: Ui['cueSwitch'], training: boolean, argued: boolean, reply: Reply) {
  if (reply === 'fakes') return labels.decidesFakes;
  if (reply === 'answers') return labels.decidesAnswers;
  return argued && !training ? labels.decidesRefusesDeployment : labels.decidesRefuses;
}

function decisionProbability(model: CueModelResult, argued: boolean, reply: Reply): number {
  const branch = argued ? model.argued.probabilities : model.unargued.probabilities;
  return reply === 'refuses' ? branch.refuse : 1 - branch.refuse;
}
