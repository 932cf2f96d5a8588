import { binomial } from '../../models/count-distributions.ts';
import {
  inspectionPayoffs,
  solveInspection,
  type InspectionSettings,
} from '../../models/inspection-game.ts';
import { seededRandom } from '../../models/random.ts';
import type { OversightState } from './oversight-game.ts';

/**
 * Rounds of the audit game between a reader and the equilibrium, and what can be read from them. Chance
 * is drawn anew for each round from the seed, so that the same moves always end the same way.
 */

/** One round, as it ended. */
export interface Round {
  /** Whether the overseer audited. */
  audited: boolean;
  /** Whether the model acted; an aligned one never does. */
  acted: boolean;
  caught: boolean;
  /** What it brought to the reader. */
  payoff: number;
}

/** The rounds that the moves of a state have led to. A reader who plays the model is always a faker. */
export function roundsOf(
  state: Pick<OversightState, 'side' | 'seed' | 'moves'>,
  game: InspectionSettings,
): Round[] {
  const random = seededRandom(state.seed);
  const { audit, act } = solveInspection(game);
  return [...state.moves].map((move) => {
    // As many draws in each round, whatever was chosen: what comes later stays the same.
    const [faker, opponent, noticed] = [random(), random(), random()];
    const plays = move === 'x';
    const audited = state.side === 'overseer' ? plays : opponent < audit;
    const acted = state.side === 'model' ? plays : faker < game.prior && opponent < act;
    const caught = audited && acted && noticed < game.catchRate;
    const payoff =
      state.side === 'model'
        ? acted
          ? caught
            ? -game.penalty
            : game.prize
          : 0
        : (caught ? game.catchValue : acted ? -game.harm : 0) - (audited ? game.auditCost : 0);
    return { audited, acted, caught, payoff };
  });
}

/** What a rival would do who knows how often the reader audits or acts, and what comes of it. */
export interface Rival {
  /** Whether the rival acts, or audits, every time; otherwise never. */
  always: boolean;
  /** What the rival gets in a round. */
  gets: number;
  /** What a rival gets who keeps to the equilibrium instead; never more. */
  keeps: number;
  /** What is left for the reader. */
  leaves: number;
}

/** @param often how often the reader audits or acts, 0 to 1 */
export function rivalOf(
  side: OversightState['side'],
  game: InspectionSettings,
  often: number,
): Rival {
  const { audit, act } = solveInspection(game);
  const [reader, rival] =
    side === 'overseer' ? (['trainer', 'faker'] as const) : (['faker', 'trainer'] as const);
  const against = (response: number) =>
    side === 'overseer'
      ? inspectionPayoffs(game, often, response)
      : inspectionPayoffs(game, response, often);
  const [never, always] = [against(0), against(1)];
  // Rounding must not decide where both are equally good.
  const pays = always[rival] > never[rival] + 1e-9;
  const best = pays ? always : never;
  return {
    always: pays,
    gets: best[rival],
    keeps: against(side === 'overseer' ? act : audit)[rival],
    leaves: best[reader],
  };
}

/** What it is worth to a rival, in a round, to know how often the reader audits or acts; 0 or more. */
export function worthOf(
  side: OversightState['side'],
  game: InspectionSettings,
  often: number,
): number {
  const { gets, keeps } = rivalOf(side, game, often);
  return gets - keeps;
}

/** What to hold the worth of knowing a reader's rounds against, in the unit of the payoffs. */
export interface WorthScale {
  /** The least that whole numbers of rounds allow; above 0 where the equilibrium lies between two. */
  least: number;
  /** What rounds drawn from the equilibrium itself would seem to be worth, on average. */
  byChance: number;
}

/** @param rounds a whole number, 1 or more */
export function worthScale(
  side: OversightState['side'],
  game: InspectionSettings,
  rounds: number,
): WorthScale {
  const { audit, act } = solveInspection(game);
  const { chances } = binomial(rounds, side === 'overseer' ? audit : act);
  const worths = Array.from(chances, (_, n) => worthOf(side, game, n / rounds));
  return {
    least: Math.min(...worths),
    byChance: worths.reduce((sum, worth, n) => sum + worth * chances[n]!, 0),
  };
}

/** How the reader's choices follow one another. */
export interface Habit {
  /** Rounds in which the reader chose otherwise than in the one before. */
  switches: number;
  /** How many there would be on average, were the same choices put in a random order. */
  expected: number;
  /** Whether so many or so few are rare by chance: beyond two standard deviations. */
  kind: 'often' | 'seldom' | 'chance' | 'constant';
  /** Switches after rounds in which the reader audited or acted, and how many such rounds there were. */
  afterMove: { switches: number; of: number };
  afterNone: { switches: number; of: number };
}

/**
 * Changes between one choice and the next, as in a test of runs.
 *
 * @param played finished rounds, two at least
 */
export function habitOf(side: OversightState['side'], played: readonly Round[]): Habit {
  const own = played.map(({ audited, acted }) => (side === 'overseer' ? audited : acted));
  const pairs = own.slice(1).map((choice, i) => ({ switched: choice !== own[i], after: own[i]! }));
  const count = (list: typeof pairs) => ({
    switches: list.filter(({ switched }) => switched).length,
    of: list.length,
  });
  const n = own.length;
  const yes = own.filter(Boolean).length;
  const mixed = 2 * yes * (n - yes);
  const expected = mixed / n;
  const deviation = Math.sqrt((mixed * (mixed - n)) / (n * n * (n - 1)));
  const { switches } = count(pairs);
  const kind =
    mixed === 0
      ? 'constant'
      : switches > expected + 2 * deviation
        ? 'often'
        : switches < expected - 2 * deviation
          ? 'seldom'
          : 'chance';
  return {
    switches,
    expected,
    kind,
    afterMove: count(pairs.filter(({ after }) => after)),
    afterNone: count(pairs.filter(({ after }) => !after)),
  };
}

/** What the reader chose in all and what it brought, beside the equilibrium. */
export interface Balance {
  /** How often the reader audited or acted, 0 to 1. */
  often: number;
  oftenInEquilibrium: number;
  /** The reader's payoff in a round, on average. */
  average: number;
  /** What these choices bring on average against the equilibrium, luck apart. */
  expected: number;
  value: number;
}

export function balanceOf(
  side: OversightState['side'],
  game: InspectionSettings,
  played: readonly Round[],
): Balance {
  const own = played.filter(({ audited, acted }) => (side === 'overseer' ? audited : acted));
  const often = own.length / played.length;
  const { audit, act } = solveInspection(game);
  const [reader, expected, oftenInEquilibrium] =
    side === 'overseer'
      ? (['trainer', inspectionPayoffs(game, often, act), audit] as const)
      : (['faker', inspectionPayoffs(game, audit, often), act] as const);
  return {
    often,
    oftenInEquilibrium,
    average: played.reduce((sum, { payoff }) => sum + payoff, 0) / played.length,
    expected: expected[reader],
    value: inspectionPayoffs(game, audit, act)[reader],
  };
}

/** Where both stand in a picture of best answers: the reader as played, the page at its equilibrium. */
export function pointOf(
  side: OversightState['side'],
  game: InspectionSettings,
  often: number,
): { row: number; column: number } {
  const { audit, act } = solveInspection(game);
  return side === 'overseer' ? { row: often, column: act } : { row: audit, column: often };
}
