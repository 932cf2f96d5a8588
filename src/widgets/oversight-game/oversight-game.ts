import * as v from 'valibot';
import { inspectionDefaults, type InspectionSettings } from '../../models/inspection-game.ts';
import { decimals } from '../parts/decimals.ts';
import { wholeNumber, type LinkSchema, type LinkValues } from '../parts/link-state.ts';

/** The views of the figure, one of which is shown. */
export const panels = ['audit', 'sandbox', 'play', 'any'] as const;
export type Panel = (typeof panels)[number];

/** What the payoffs and chances are set by: whole numbers, in the units of `scales`. */
export type Payoff = keyof InspectionSettings;

/** What the reader sets. */
export interface OversightState extends Record<Payoff, number>, LinkValues {
  panel: Panel;
  /** How well a model tells tests from real use: area under the curve, in hundredths. */
  area: number;
  /**
   * Tenths of a standard deviation by which it calls something a test on less evidence than the
   * halfway point asks for; below 0, on more.
   */
  suspicion: number;
  /** Whom the reader plays. */
  side: 'overseer' | 'model';
  seed: number;
  /** The reader's moves so far: `x` audits or acts, `o` does not. */
  moves: string;
  /** A game of the reader's own; empty for the first of the textbook. */
  game: string;
}

/** Least, greatest and step of each slider, and by what its position is divided. All units are arbitrary. */
export const scales = {
  prior: { min: 1, max: 100, per: 100 },
  auditCost: { min: 1, max: 100, per: 10 },
  harm: { min: 1, max: 100, per: 1 },
  catchValue: { min: 0, max: 20, per: 1 },
  catchRate: { min: 0, max: 100, per: 100 },
  prize: { min: 1, max: 50, per: 10 },
  penalty: { min: 0, max: 100, per: 10 },
} as const satisfies Record<Payoff, { min: number; max: number; per: number }>;
export const payoffs = Object.keys(scales) as Payoff[];

export const areas = { min: 50, max: 99 } as const;
export const mostSuspicion = 20;
/** How many rounds are played. */
export const rounds = 20;
export const highestSeed = 999;

const atRest = Object.fromEntries(
  payoffs.map((key) => [key, inspectionDefaults[key] * scales[key].per]),
) as Record<Payoff, number>;

export const defaults: OversightState = {
  panel: 'audit',
  ...atRest,
  area: 83,
  suspicion: 0,
  side: 'overseer',
  seed: 1,
  moves: '',
  game: '',
};

const payoff = (key: Payoff) =>
  v.optional(wholeNumber(scales[key].min, scales[key].max), String(defaults[key]));

/** Longest packed game that is read from an address. */
const longestGame = 600;

export const linkSchema: LinkSchema<OversightState> = v.strictObject({
  panel: v.optional(v.picklist(panels), defaults.panel),
  prior: payoff('prior'),
  auditCost: payoff('auditCost'),
  harm: payoff('harm'),
  catchValue: payoff('catchValue'),
  catchRate: payoff('catchRate'),
  prize: payoff('prize'),
  penalty: payoff('penalty'),
  area: v.optional(wholeNumber(areas.min, areas.max), String(defaults.area)),
  suspicion: v.optional(wholeNumber(-mostSuspicion, mostSuspicion), '0'),
  side: v.optional(v.picklist(['overseer', 'model']), defaults.side),
  seed: v.optional(wholeNumber(1, highestSeed), '1'),
  moves: v.optional(v.pipe(v.string(), v.regex(new RegExp(`^[xo]{0,${rounds}}$`))), ''),
  game: v.optional(v.pipe(v.string(), v.regex(/^[\w.-]*$/), v.maxLength(longestGame)), ''),
});

/**
 * A change of the state with what follows from it: rounds that were played under other payoffs, on the
 * other side or with other draws are not kept.
 */
export function changed(
  state: OversightState,
  change: Partial<OversightState>,
): Partial<OversightState> {
  const keys = [...payoffs, 'side', 'seed'] as const;
  const other = keys.some((key) => key in change && change[key] !== state[key]);
  return other ? { moves: '', ...change } : change;
}

/** Payoffs and chances of a state, in the units of the model. */
export function settingsOf(state: Record<Payoff, number>): InspectionSettings {
  const of = (key: Payoff) => state[key] / scales[key].per;
  return {
    prior: of('prior'),
    auditCost: of('auditCost'),
    harm: of('harm'),
    catchValue: of('catchValue'),
    catchRate: of('catchRate'),
    prize: of('prize'),
    penalty: of('penalty'),
  };
}

/** A number as a slider shows it, with as many decimals as it can have. */
export const shown = (key: Payoff, position: number) =>
  decimals(position / scales[key].per, Math.log10(scales[key].per));
export const one = (value: number) => decimals(value, 1);
export const two = (value: number) => decimals(value, 2);

/** Published areas under the curve, as shares. @see needham2025 */
export interface PublishedAreas {
  chatLow: number;
  chatHigh: number;
  model: number;
  agentic: number;
}
