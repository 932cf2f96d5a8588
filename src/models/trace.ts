import type { Choice, Term, TermName } from './choice.ts';
import type { Action, CueModelResult } from './cue-model.ts';
import type { FactorName, LinkName } from './funnel.ts';

/**
 * One sampled episode of the cue model, stage by stage, as data. Sentences are made from it
 * elsewhere, and every showing of them must say that this toy model composed them: a trace is a
 * draw from three probabilities and a logit, not a scratchpad of any language model.
 */

/** A link of the funnel as it turned out in one episode. */
export interface TraceStage {
  stage: LinkName;
  happened: boolean;
  /** Probability that the link holds, given the ones before it; 0 to 1. */
  probability: number;
  /** The weakest factor of the link: the first to look at when it fails. */
  hangsOn: FactorName;
}

/** One sampled episode. */
export interface Trace {
  /** The links that were reached: the last is the first that failed, or else there are three. */
  stages: TraceStage[];
  /** Whether the argument was made. Outside the free tier it concludes that nothing is at stake. */
  argued: boolean;
  /** Belief, 0 to 1, that this episode is trained on, as the argument takes it. */
  registeredBelief: number;
  action: Action;
  /** Probability of that action given whether the argument was made; 0 to 1. */
  probability: number;
  /** Signed reasons for and against the action. */
  terms: Term[];
  /**
   * The reason that told most for the action against its rival: refusing for compliance, the
   * likeliest compliance for a refusal. Null if no reason told for it, and only noise chose it.
   */
  favouredBy: TermName | null;
}

/**
 * Draws one episode: each link in turn until one fails, then the action.
 *
 * @param random the next uniform number in [0, 1); two to four are used.
 */
export function trace(result: CueModelResult, random: () => number): Trace {
  const stages: TraceStage[] = [];
  for (const stage of ['registers', 'notices', 'derives'] as const) {
    const { probability, factors } = result.links[stage];
    const weakest = factors.reduce((a, b) => (b.value < a.value ? b : a));
    const happened = random() < probability;
    stages.push({ stage, happened, probability, hangsOn: weakest.name });
    if (!happened) break;
  }
  const argued = stages.length === 3 && stages.every(({ happened }) => happened);
  const outcome = argued ? act(result.argued, random()) : act(result.unargued, random());
  return { stages, argued, registeredBelief: result.registeredBelief, ...outcome };
}

function act<A extends Action>({ probabilities, terms }: Choice<A>, draw: number) {
  const actions = Object.keys(probabilities) as A[];
  let below = 0;
  const chosen = actions.find((action) => draw < (below += probabilities[action]));
  // Rounding can leave the sum a hair below 1 and the draw above it.
  const action = chosen ?? (actions.at(-1) as A);
  const rivals = actions.filter((other) => (other === 'refuse') !== (action === 'refuse'));
  const rival = rivals.reduce((a, b) => (probabilities[b] > probabilities[a] ? b : a));
  return {
    action,
    probability: probabilities[action],
    terms: terms[action],
    favouredBy: strongestReason(terms[action], terms[rival]),
  };
}

/** The term with the largest positive part in the difference of two utilities. */
function strongestReason(chosen: Term[], rival: Term[]): TermName | null {
  const reasons = [
    ...chosen.map(({ name, utility }) => ({ name, utility })),
    ...rival.map(({ name, utility }) => ({ name, utility: -utility })),
  ].filter(({ utility }) => utility > 0);
  if (reasons.length === 0) return null;
  return reasons.reduce((a, b) => (b.utility > a.utility ? b : a)).name;
}
