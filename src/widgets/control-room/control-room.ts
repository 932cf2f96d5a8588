import * as v from 'valibot';
import type { ControlSettings, Policy } from '../../models/control-room.ts';
import { truth, wholeNumber, type LinkSchema } from '../parts/link-state.ts';

/** Outputs in a stream. */
export const requests = 200;

/** Named here again, so that reading an address does not fetch the model. */
const policyNames = [
  'audit',
  'light',
  'block',
  'resample',
  'pause',
  'trust',
  'weak',
] as const satisfies readonly Policy[];

/** What the reader sets. Shares are in hundredths, counts are of the 200 outputs of a stream. */
export interface ControlState extends Record<string, number | string | boolean> {
  policy: Policy;
  /** Outputs above the line; in `audit` and `light` the time for looks, in whole ones. */
  above: number;
  /** `audit`: looks that fall on outputs at random. */
  atRandom: number;
  /** `pause`: requests that the weak model answers meanwhile. */
  pause: number;
  /** `resample`: chance that a blind attacker sabotages again. */
  repeats: number;
  /** Area under the monitor's curve. */
  area: number;
  /** Outputs that the strong model would sabotage if it could. */
  attacks: number;
  careful: boolean;
  found: number;
  weak: number;
  look: number;
  /** Seed of the stream that is drawn. */
  seed: number;
}

/** The stream at rest is the first whose counts come near the averages, with every policy. */
export const defaults: ControlState = {
  policy: 'audit',
  above: 20,
  atRandom: 0,
  pause: 10,
  repeats: 100,
  area: 85,
  attacks: 20,
  careful: false,
  found: 80,
  weak: 50,
  look: 10,
  seed: 17,
};

/** Least and greatest of what sliders set. */
export const limits = {
  above: [0, requests],
  atRandom: [0, 100],
  pause: [0, 40],
  repeats: [0, 100],
  area: [50, 99],
  attacks: [1, 40],
  /** Someone who surely sees it would see it in a moment, and a light look would do for everything. */
  found: [0, 99],
  weak: [0, 90],
  look: [0, 50],
} as const;
export type Slid = keyof typeof limits;
export const highestSeed = 999;

const setting = (key: Slid) =>
  v.optional(wholeNumber(limits[key][0], limits[key][1]), String(defaults[key]));

export const linkSchema: LinkSchema<ControlState> = v.strictObject({
  policy: v.optional(v.picklist(policyNames), defaults.policy),
  above: setting('above'),
  atRandom: setting('atRandom'),
  pause: setting('pause'),
  repeats: setting('repeats'),
  area: setting('area'),
  attacks: setting('attacks'),
  careful: v.optional(truth, 'false'),
  found: setting('found'),
  weak: setting('weak'),
  look: setting('look'),
  seed: v.optional(wholeNumber(1, highestSeed), String(defaults.seed)),
});

/** A state as the model takes it. */
export function settingsOf(state: ControlState): ControlSettings {
  return {
    requests,
    policy: state.policy,
    above: state.above / requests,
    atRandom: state.atRandom / 100,
    pause: state.pause,
    area: state.area / 100,
    attacks: state.attacks / requests,
    careful: state.careful,
    repeats: state.repeats / 100,
    found: state.found / 100,
    weak: state.weak / 100,
    look: state.look / 100,
  };
}
