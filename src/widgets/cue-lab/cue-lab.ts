import * as v from 'valibot';
import { defaultCues, type Cues } from '../../models/cues.ts';
import {
  type CueParameters,
  defaultParameters,
  type ParameterName,
  parameters,
} from '../../models/cue-parameters.ts';
import { promptCues, type PromptName, promptNames } from '../../models/prompts.ts';
import { type ReadingName, readingNames } from '../../models/readings.ts';
import { truth, wholeNumber, type LinkSchema } from '../parts/link-state.ts';

/**
 * The cues that a reader sets. Both tiers are always drawn, so the tier is none of them; what can be
 * set is whether chats carry a tag at all.
 */
export type SetCues = Omit<Cues, 'tier'> & { tagged: boolean };

/** What stays when nobody has chosen: the published default prompt and the fit. */
type Choices = {
  /** The prompt that the cues start from. */
  prompt: PromptName;
  /** The reading that the constants start from. */
  reading: ReadingName;
  /** The condition of the episode that is looked at. */
  episode: 'training' | 'deployment';
  /** Start of its draws, 1 to `highestSeed`. */
  seed: number;
  /** Of which outcome the shares of the cues are shown. */
  explain: 'faking' | 'gap';
};

/**
 * What the reader sets. A cue or a constant is there only where it differs from the chosen prompt or
 * reading, so that a link holds what was changed and no more.
 */
export type CueLabState = Choices & Partial<SetCues> & Partial<CueParameters>;

/** Seeds are few enough to be read out and typed. */
export const highestSeed = 999;

/** At rest an episode with the whole argument is shown, and the seed can be changed. */
export const defaults: CueLabState = {
  prompt: 'default',
  reading: 'fit',
  episode: 'training',
  seed: 5,
  explain: 'faking',
};

/** Published figures that the texts of prompts and readings name, in per cent or points. */
export type Facts = Record<
  | 'aware'
  | 'awareFaint'
  | 'argued'
  | 'unargued'
  | 'faking'
  | 'fakingUnshown'
  | 'gap'
  | 'baseline'
  | 'low'
  | 'high',
  number
>;

/** The constants of each reading, as far as they differ from the fit. */
export type Readings = Record<ReadingName, Partial<CueParameters>>;

/** The cues that can be set, in the order of the model. */
export const cueNames = [
  ...(Object.keys(defaultCues) as (keyof Cues)[]).filter((name) => name !== 'tier'),
  'tagged',
] as (keyof SetCues)[];

/** The constants that can be set: all of the model's. */
export const parameterNames = Object.keys(parameters) as ParameterName[];

/** A step of each slider: about a hundredth of its range, and a number that reads well. */
export function stepOf(name: ParameterName): number {
  const { min, max } = parameters[name];
  if (max - min <= 1) return 0.01;
  return max - min <= 4 ? 0.05 : 0.1;
}

/** Least value, greatest and step of the cues that are sliders. */
export const cueSteps = { harm: [0, 1, 0.05], stakes: [0, 5, 0.5] } as const;

/** A position of a slider from an address: a decimal on its steps. */
function position(min: number, max: number, step: number) {
  return v.pipe(
    v.string(),
    v.regex(/^-?\d{1,2}(\.\d{1,2})?$/),
    v.transform(Number),
    v.minValue(min),
    v.maxValue(max),
    v.check((value) => onStep(value, step) === value),
  );
}

/** The nearest multiple of a step, without the rounding errors of binary fractions. */
export function onStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(2)) + 0;
}

const flags = [
  'ruleKnown',
  'objectiveStated',
  'rlhfDescribed',
  'examples',
  'scratchpad',
  'toldNotToCare',
  'toldHonest',
  'deployed',
  'rated',
  'exfiltrationOffered',
  'tagged',
] as const;

const optionalOf = <Name extends string, Schema extends v.GenericSchema>(
  names: readonly Name[],
  schemaOf: (name: Name) => Schema,
) =>
  Object.fromEntries(names.map((name) => [name, v.optional(schemaOf(name))])) as Record<
    Name,
    v.OptionalSchema<Schema, undefined>
  >;

/** Reads a state from the settings of an address. */
export const linkSchema: LinkSchema<CueLabState> = v.strictObject({
  prompt: v.optional(v.picklist(promptNames), defaults.prompt),
  reading: v.optional(v.picklist(readingNames), defaults.reading),
  episode: v.optional(v.picklist(['training', 'deployment']), defaults.episode),
  seed: v.optional(wholeNumber(1, highestSeed), String(defaults.seed)),
  explain: v.optional(v.picklist(['faking', 'gap']), defaults.explain),
  ...optionalOf(flags, () => truth),
  salience: v.optional(v.picklist(['explicit', 'implicit'])),
  knowledge: v.optional(v.picklist(['prompt', 'documents'])),
  harm: v.optional(position(...cueSteps.harm)),
  stakes: v.optional(position(...cueSteps.stakes)),
  ...optionalOf(parameterNames, (name) =>
    position(parameters[name].min, parameters[name].max, stepOf(name)),
  ),
});

/** The cues that the chosen prompt starts from. */
export function promptCuesOf({ prompt }: Pick<CueLabState, 'prompt'>): SetCues {
  const cues: Partial<Cues> = { ...defaultCues, ...promptCues[prompt] };
  delete cues.tier;
  return { ...(cues as Omit<Cues, 'tier'>), tagged: true };
}

/** The constants that the chosen reading starts from. */
function readingOf({ reading }: Pick<CueLabState, 'reading'>, readings: Readings): CueParameters {
  return { ...defaultParameters, ...readings[reading] };
}

/** The entries of a state under some names, where the reader has set them. */
function changedUnder<Name extends keyof CueLabState>(state: CueLabState, names: readonly Name[]) {
  const set = names.filter((name) => state[name] !== undefined);
  return Object.fromEntries(set.map((name) => [name, state[name]]));
}

/** The cues as set. */
export function cuesOf(state: CueLabState): SetCues {
  return { ...promptCuesOf(state), ...changedUnder(state, cueNames) };
}

/** The constants as set. */
export function parametersOf(state: CueLabState, readings: Readings): CueParameters {
  return { ...readingOf(state, readings), ...changedUnder(state, parameterNames) };
}

/** The cues that the reader has changed from those of the prompt. */
export function changedCues(state: CueLabState): (keyof SetCues)[] {
  const [now, before] = [cuesOf(state), promptCuesOf(state)];
  return cueNames.filter((name) => now[name] !== before[name]);
}

/** The constants that the reader has changed from those of the reading. */
export function changedParameters(state: CueLabState, readings: Readings): ParameterName[] {
  const [now, before] = [parametersOf(state, readings), readingOf(state, readings)];
  return parameterNames.filter((name) => now[name] !== before[name]);
}

/** The change of a state that sets a cue; back at the prompt's own it is no change any more. */
export function settingCue<Name extends keyof SetCues>(
  state: CueLabState,
  name: Name,
  value: SetCues[Name],
): Partial<CueLabState> {
  return { [name]: value === promptCuesOf(state)[name] ? undefined : value };
}

/**
 * The change of a state that moves a slider. The step nearest to the reading's own value stands for
 * that value, which as a rule lies between two steps.
 */
export function settingParameter(
  state: CueLabState,
  readings: Readings,
  name: ParameterName,
  value: number,
): Partial<CueLabState> {
  const step = stepOf(name);
  const at = onStep(value, step);
  return { [name]: at === onStep(readingOf(state, readings)[name], step) ? undefined : at };
}

/** The change of a state that starts from another prompt, or goes back to the chosen one. */
export function choosingPrompt(prompt: PromptName): Partial<CueLabState> {
  return { ...Object.fromEntries(cueNames.map((name) => [name, undefined])), prompt };
}

/** The change of a state that starts from another reading, or goes back to the chosen one. */
export function choosingReading(reading: ReadingName): Partial<CueLabState> {
  return { ...Object.fromEntries(parameterNames.map((name) => [name, undefined])), reading };
}
