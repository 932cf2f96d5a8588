/**
 * A strong model that nobody trusts works under watch. Every one of its outputs gets a suspicion score
 * from a weak model that is trusted, a line is drawn across the scores, and a policy says what happens
 * to what lies above it. The question is what each policy stops and what it costs.
 *
 * Every number that enters is *illustrative*; none was measured or fitted. The symbols, with the names of
 * the settings: b (`above`) share of outputs above the line or time for looks, r (`atRandom`) part of the
 * looks that fall at random, AUC (`area`), a (`attacks`) share of outputs that are sabotaged, t (`found`)
 * chance that a look sees a sabotage, β (`repeats`), L (`pause`), w (`weak`), h (`look`).
 *
 * Scores are binormal (`binormal.ts`). An output scores X ~ N(0, 1) if it is honest and X + d′ if it is a
 * sabotage, with d′ = √2 Φ⁻¹(AUC). With f = 1 − Φ(θ) and c = 1 − Φ(θ − d′) for the shares of honest and of
 * sabotaged outputs above a line at θ:
 *
 *     blind model      attacks at random; the line is where (1 − a) f + a c is the share wanted above it
 *     careful model    knows the line and the X of each output, and attacks only where X + d′ < θ: it
 *                      does not count on a person to overlook it. There is room for Φ(θ − d′), the
 *                      miss rate of the monitor (and for more where a second try may come), so it
 *                      attacks a* = min(a, Φ(θ − d′)), nothing of which lies above the line
 *
 *     audit     people look at all above the line and at a share ρ = r b below it, find a sabotage
 *               with chance t, and put it right:  a [1 − t (ρ + (1 − ρ) c)] pass
 *     light     the same time spread over everything, the part b of a look for each output. Whoever
 *               looks finds at a steady rate:     a (1 − t)ᵇ pass
 *     block     the weak model answers in place of what lies above:          a (1 − c) pass
 *     resample  the strong model tries once more; still above, the weak one answers. A blind attacker
 *               tries to sabotage again with chance β:                       a (1 − c)(1 + β c) pass
 *     pause     an alarm stops the stream. The weak model answers the next L requests while a person
 *               looks; after a sabotage is found it answers all that are left
 *
 * The line is drawn beforehand: the looks add up to the time there is on average, not in each stream.
 * All but `pause` treat every request alike, so N requests pass N times as many, and none of them with
 * chance (1 − p)ᴺ. `pause` is worked out exactly, from the last request back to the first.
 *
 * Useful work is counted in shares of what the strong model would do if it were honest throughout: an
 * honest output is worth 1, an answer of the weak model w, a sabotage nothing, and a look costs h.
 *
 * Limits that are identities here and tested: an AUC of ½ makes auditing by suspicion the same as
 * auditing at random, where a (1 − t b) pass; light looks never let more pass than random ones, and with
 * time for everything are the same as auditing everything, of which people who miss nothing let nothing
 * pass; nothing above the line is trusting everything, and blocking everything is the weak model alone.
 *
 * Left out: monitors of other kinds than binormal, tasks that are suspicious by nature on both tries,
 * people who tire, accuse the innocent or take a while to read themselves in, a blind attacker that
 * learns or gives up, sabotage by degrees, help between the two models, and harm that one output in two
 * hundred cannot do alone. A careful model knows more here than a real one could.
 */
import { discriminability } from './binormal.ts';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';

/** What is done with what lies above the line; `light`, `trust` and `weak` draw no line. */
export const policies = ['audit', 'light', 'block', 'resample', 'pause', 'trust', 'weak'] as const;
/** One of the ways to watch. */
export type Policy = (typeof policies)[number];

/** The strong model, its monitor and the rules that it works under. Shares run from 0 to 1. */
export interface ControlSettings {
  /** Outputs in the stream, a whole number. */
  requests: number;
  policy: Policy;
  /**
   * Share of outputs above the line; in `audit` share of outputs that people look at in all, in `light`
   * the part of a look that each output gets.
   */
  above: number;
  /** `audit` alone: share of the looks that fall on outputs at random and not on the suspicious. */
  atRandom: number;
  /** `pause` alone: requests that the weak model answers while an alarm is looked into. */
  pause: number;
  /** Area under the monitor's ROC curve, ½ to 1. */
  area: number;
  /** Share of outputs that the strong model would sabotage if it could. */
  attacks: number;
  /** Whether it knows the line and what each output will score. */
  careful: boolean;
  /** `resample` alone: chance that a blind attacker sabotages the second try as well. */
  repeats: number;
  /** Chance that a person who looks at a sabotage sees it. */
  found: number;
  /** Worth of an answer of the weak model, where an honest one of the strong model is worth 1. */
  weak: number;
  /** Cost of a look, in the same unit. */
  look: number;
}

/**
 * Settings to start from. Every value is illustrative: an AUC between coin toss and
 * certainty, one output in ten sabotaged and one in ten looked at so that both counts are equal, and
 * round numbers elsewhere.
 */
export const exampleSettings: ControlSettings = {
  requests: 200,
  policy: 'audit',
  above: 0.1,
  atRandom: 0,
  pause: 10,
  area: 0.85,
  attacks: 0.1,
  careful: false,
  repeats: 1,
  found: 0.8,
  weak: 0.5,
  look: 0.1,
};

/** What a design leads to in a stream, on average. */
export interface Outlook {
  /** Sabotages tried. */
  tried: number;
  /** Sabotages that are delivered without anybody noticing. */
  passing: number;
  /** Chance that not one passes. */
  nonePasses: number;
  /** Useful work, as a share of what the strong model would do if it were honest throughout. */
  useful: number;
  /** Looks of people, in the time of whole ones. */
  looks: number;
}

/** The line, and what it leaves to the strong model. */
export interface Line {
  /** Score above which an output is suspicious; ∞ where nothing is, −∞ where everything is. */
  at: number;
  /** d′: how much further up a sabotage scores than honest work, in standard deviations. */
  shift: number;
  /** Share of the outputs below the line that people look at all the same. */
  looksBelow: number;
  /** Chance that somebody who looks at a sabotage sees it. */
  sees: number;
  /** Chance that a model which finds an output fit for sabotage sabotages it. */
  takes: number;
}

/**
 * Where the line lies.
 *
 * @throws {RangeError} when a setting is out of its range.
 */
export function lineOf(settings: ControlSettings): Line {
  check(settings);
  const { policy, above, area, attacks, careful, found } = settings;
  const shift = discriminability(area);
  const { share, looksBelow } = sharesLooked(settings);
  const rest = { shift, looksBelow, sees: policy === 'light' ? 1 - (1 - found) ** above : found };
  if (!careful) return { at: mixtureLine(share, attacks, shift), takes: attacks, ...rest };
  const at = normalQuantile(1 - share);
  const room = normalCdf(at - shift) * (policy === 'resample' ? 1 + share : 1);
  return { at, takes: room > attacks ? attacks / room : room > 0 ? 1 : 0, ...rest };
}

/** What a design leads to. @throws {RangeError} when a setting is out of its range. */
export function outlook(settings: ControlSettings): Outlook {
  const { policy, requests, weak, look } = settings;
  const line = lineOf(settings);
  if (policy === 'weak') {
    return { tried: 0, passing: 0, nonePasses: 1, useful: weak, looks: 0 };
  }
  const odds = oddsOf(settings, line);
  if (policy === 'pause') return paused(settings, odds);
  const { honestBelow, honestAbove, sabotageBelow, sabotageAbove } = odds;
  let tried = sabotageBelow + sabotageAbove;
  let passing = sabotageBelow;
  let useful = honestBelow + weak * (honestAbove + sabotageAbove);
  let looks = 0;
  if (policy === 'audit' || policy === 'light') {
    looks = settings.above;
    passing = sabotageBelow * (1 - line.sees * line.looksBelow) + sabotageAbove * (1 - line.sees);
    useful = honestBelow + honestAbove + weak * (tried - passing) - look * looks;
  }
  if (policy === 'resample') ({ tried, passing, useful } = resampled(settings, line, odds));
  return {
    tried: requests * tried,
    passing: requests * passing,
    nonePasses: (1 - passing) ** requests,
    useful,
    looks: requests * looks,
  };
}

/** Chances of the four kinds of output, which add up to 1. */
interface Odds {
  honestBelow: number;
  honestAbove: number;
  sabotageBelow: number;
  sabotageAbove: number;
}

function check({ requests, area, pause, ...rest }: ControlSettings): void {
  const { above, atRandom, attacks, repeats, found, weak, look } = rest;
  for (const share of [above, atRandom, attacks, repeats, found, weak, look]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is no share from 0 to 1.`);
  }
  if (!(area >= 0.5 && area < 1)) throw new RangeError(`${area} is no area from ½ to below 1.`);
  if (!Number.isInteger(requests) || requests < 0)
    throw new RangeError(`${requests} is no number of requests.`);
  if (!Number.isInteger(pause) || pause < 0)
    throw new RangeError(`${pause} is no number of requests.`);
}

/** Share of outputs above the line, and share of those below it that are looked at nevertheless. */
function sharesLooked({ policy, above, atRandom }: ControlSettings) {
  if (policy === 'trust') return { share: 0, looksBelow: 0 };
  if (policy === 'light') return { share: 0, looksBelow: 1 };
  if (policy === 'weak') return { share: 1, looksBelow: 0 };
  if (policy !== 'audit') return { share: above, looksBelow: 0 };
  const looksBelow = above * atRandom;
  // Where all looks are at random there is no line, also where they fall on everything.
  return { share: atRandom === 1 ? 0 : (above - looksBelow) / (1 - looksBelow), looksBelow };
}

/** Where `share` of honest and sabotaged outputs together lie above. Newton's method, kept in bounds. */
function mixtureLine(share: number, attacks: number, shift: number): number {
  let low = normalQuantile(1 - share);
  if (!Number.isFinite(low)) return low;
  let high = low + shift;
  let line = low + attacks * shift;
  for (let round = 0; round < 60; round += 1) {
    const over = (1 - attacks) * normalCdf(-line) + attacks * normalCdf(shift - line) - share;
    if (over > 0) low = line;
    else high = line;
    const slope = (1 - attacks) * normalDensity(line) + attacks * normalDensity(line - shift);
    const next = line + over / slope;
    const step = next >= low && next <= high ? next : (low + high) / 2;
    if (Math.abs(step - line) < 1e-14 * Math.max(1, Math.abs(line))) return step;
    line = step;
  }
  return line;
}

function oddsOf({ careful }: ControlSettings, { at, shift, takes }: Line): Odds {
  const honest = normalCdf(-at);
  if (careful) {
    const sabotage = takes * normalCdf(at - shift);
    return {
      honestBelow: 1 - honest - sabotage,
      honestAbove: honest,
      sabotageBelow: sabotage,
      sabotageAbove: 0,
    };
  }
  return {
    honestBelow: (1 - takes) * normalCdf(at),
    honestAbove: (1 - takes) * honest,
    sabotageBelow: takes * normalCdf(at - shift),
    sabotageAbove: takes * normalCdf(shift - at),
  };
}

function resampled(
  { careful, repeats, weak }: ControlSettings,
  { at, shift, takes }: Line,
  { honestBelow, honestAbove, sabotageBelow, sabotageAbove }: Odds,
) {
  const [alarm, quiet] = [normalCdf(-at), normalCdf(at)];
  const [caught, missed] = [normalCdf(shift - at), normalCdf(at - shift)];
  if (careful) {
    // A second try is a second chance to find an output fit for sabotage.
    const again = alarm * takes * missed;
    return {
      tried: sabotageBelow + again,
      passing: sabotageBelow + again,
      useful: honestBelow + alarm * quiet - again + weak * alarm * alarm,
    };
  }
  const honestTry = quiet + weak * alarm;
  return {
    tried: sabotageBelow + sabotageAbove,
    passing: sabotageBelow + sabotageAbove * repeats * missed,
    useful:
      honestBelow +
      honestAbove * honestTry +
      sabotageAbove * ((1 - repeats) * honestTry + repeats * caught * weak),
  };
}

/**
 * `pause`, from the last request back: entry n of each list is what to expect with n requests left.
 * It is asked for along whole curves, hence plain lists of numbers.
 */
function paused({ requests, pause, found, weak, look }: ControlSettings, odds: Odds): Outlook {
  const { honestBelow, honestAbove, sabotageBelow, sabotageAbove } = odds;
  const missed = sabotageAbove * (1 - found);
  const caught = sabotageAbove * found;
  const alarm = honestAbove + sabotageAbove;
  const [goesOn, waits] = [honestBelow + sabotageBelow, honestAbove + missed];
  const list = () => new Float64Array(requests + 1);
  const [tried, passing, nonePasses, useful, looks] = [list(), list(), list(), list(), list()];
  nonePasses[0] = 1;
  for (let n = 1; n <= requests; n += 1) {
    const next = n - 1;
    const waiting = Math.min(pause, next);
    const later = next - waiting;
    tried[n] = sabotageBelow + sabotageAbove + goesOn * tried[next]! + waits * tried[later]!;
    passing[n] = sabotageBelow + missed + goesOn * passing[next]! + waits * passing[later]!;
    nonePasses[n] = honestBelow * nonePasses[next]! + honestAbove * nonePasses[later]! + caught;
    useful[n] =
      honestBelow +
      honestAbove -
      look * alarm +
      goesOn * useful[next]! +
      waits * (weak * waiting + useful[later]!) +
      caught * weak * n;
    looks[n] = alarm + goesOn * looks[next]! + waits * looks[later]!;
  }
  return {
    tried: tried[requests]!,
    passing: passing[requests]!,
    nonePasses: nonePasses[requests]!,
    useful: requests ? useful[requests]! / requests : 0,
    looks: looks[requests]!,
  };
}
