import * as v from 'valibot';
import { cueModel } from '../../models/cue-model.ts';
import type { Cues } from '../../models/cues.ts';
import { seededRandom } from '../../models/random.ts';
import { trace } from '../../models/trace.ts';
import { wholeNumber, type LinkSchema } from '../parts/link-state.ts';

/** What the reader sets. */
export interface ReplayState extends Record<string, string | number> {
  /** Which published prompt; one of the ids of the rows handed to the figure. */
  prompt: string;
  /** Start of the random draws; the same seed draws the same hundreds. */
  seed: number;
  /** How many hundreds have been drawn from the model in each tier, 0 to 20; at 0 the dots are the published rates. */
  hundreds: number;
}

export const defaults: ReplayState = { prompt: 'default', seed: 1, hundreds: 0 };
export const mostHundreds = 20;

/** Prompts measured after the reinforcement learning, which the model does not cover, with their evidence. */
export const evidenceAfterTraining = {
  afterTraining: 'G24-028',
  openAiAfter: 'G24-030',
  noExamplesAfter: 'G24-032',
};

/** Schema of the address for the prompts on offer. */
export const linkSchema = (prompts: string[]): LinkSchema<ReplayState> =>
  v.strictObject({
    prompt: v.optional(v.picklist(prompts), defaults.prompt),
    seed: v.optional(wholeNumber(1, 9999), String(defaults.seed)),
    hundreds: v.optional(wholeNumber(0, mostHundreds), String(defaults.hundreds)),
  });

/** A published rate with one standard error, both in per cent. */
export interface Rate {
  value: number;
  se: number;
}

/** One published prompt. Refusals as printed; answered is their complement, with the same error. */
export interface PublishedPrompt {
  id: string;
  /** Alignment-faking reasoning in the free tier. */
  faking: Rate;
  answeredTraining: Rate;
  answeredDeployment: Rate;
  gap: Rate;
  /** The cues that set this prompt apart; absent where the model does not cover the row. */
  cues?: Partial<Cues>;
}

/** The four quantities that people mix up, in the order shown. */
export const quantities = ['answeredTraining', 'faking', 'answeredDeployment', 'gap'] as const;
export type Quantity = (typeof quantities)[number];

/** The model's rates for a prompt, in per cent. */
export function modelRates(cues: Partial<Cues>): Record<Quantity, number> {
  const free = cueModel({ ...cues, tier: 'free' });
  const paid = cueModel({ ...cues, tier: 'paid' });
  return {
    answeredTraining: 100 * free.comply,
    faking: 100 * free.alignmentFaking,
    answeredDeployment: 100 * paid.comply,
    gap: 100 * (free.comply - paid.comply),
  };
}

/** Replies of one tier, counted. */
export interface Tally {
  faking: number;
  persuaded: number;
  drawn: number;
}

/**
 * Draws requests from the model, a hundred at a time.
 *
 * @returns the last hundred, which the dots show, and all of them together.
 */
export function draw(
  cues: Partial<Cues>,
  tier: 'free' | 'paid',
  { seed, hundreds }: ReplayState,
): { last: Tally; all: Tally } {
  const result = cueModel({ ...cues, tier });
  // Each tier has a sequence of its own, so that drawing more in one never changes the other.
  const random = seededRandom(2 * seed + (tier === 'paid' ? 1 : 0));
  const all: Tally = { faking: 0, persuaded: 0, drawn: 0 };
  let last: Tally = { ...all };
  for (let hundred = 0; hundred < hundreds; hundred += 1) {
    last = { faking: 0, persuaded: 0, drawn: 100 };
    for (let request = 0; request < 100; request += 1) {
      const { action, argued, registeredBelief } = trace(result, random);
      if (action === 'refuse') continue;
      // Half-hearted compliance is taken for faking by one of the paper's two classifiers.
      const counted = action === 'strategic' || (action === 'minimal' && random() < 0.5);
      if (argued && registeredBelief === 1 && counted) last.faking += 1;
      else last.persuaded += 1;
    }
    all.faking += last.faking;
    all.persuaded += last.persuaded;
    all.drawn += 100;
  }
  return { last, all };
}

/** Published less model: in percentage points, and in standard errors where one is printed. */
export function residual(published: Rate, model: number) {
  const points = published.value - model;
  return { points, errors: published.se > 0 ? points / published.se : undefined };
}
