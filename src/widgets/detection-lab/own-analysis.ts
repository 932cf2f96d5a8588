/** What a reader's own counts say, in numbers and in which of a few plain sentences. */
import { chanceGreater, credibleInterval } from '../../models/beta.ts';
import { totalOf, type Range } from '../../models/counts.ts';
import { fisherExact } from '../../models/fisher-exact.ts';
import { chanceFirstLikelier, mcnemarExact, pairedGapInterval } from '../../models/mcnemar.ts';
import { gapInterval, zTest } from '../../models/two-proportions.ts';
import type { OwnCounts } from './own-counts.ts';

/** How sure intervals are, and at which p a difference counts as seen. */
const level = 0.95;
const alpha = 0.05;

/**
 * What the counts come to. `tooFew`: no outcome of so few replies could have been told from chance;
 * `fewDiffer`: the same for the prompts with differing replies; `unclear`: test and interval disagree.
 */
type Verdict = 'tooFew' | 'fewDiffer' | 'noneSeen' | 'seen' | 'reversed' | 'unclear';

/** An analysis of counts, with shares and gaps as fractions. */
export interface OwnAnalysis extends OwnCounts {
  /** Share that complied, and where it may lie after these replies; see `beta.ts`. */
  shares: Record<'first' | 'second', { share: number; interval: Range }>;
  /** Training minus unmonitored. */
  gap: number;
  /** Newcombe's interval, for pairs where there are any. */
  interval: Range;
  /** The p that decides: McNemar's for pairs, Fisher's otherwise. */
  p: number;
  /** Fisher's p, which ignores pairs. */
  fisher: number;
  /** z test without pairs, for comparison. */
  z: number;
  zP: number;
  /** Chance that training has the higher share, both held equally likely before counting. */
  chance: number;
  verdict: Verdict;
}

/** @throws {RangeError} when a condition has no replies. */
export function analyse({ table, pairs }: OwnCounts): OwnAnalysis {
  const sizes = [totalOf(table.first), totalOf(table.second)] as const;
  if (sizes.includes(0)) throw new RangeError('A condition has no replies.');
  const share = (condition: 'first' | 'second') => ({
    share: table[condition].yes / totalOf(table[condition]),
    interval: credibleInterval(table[condition], level),
  });
  const { gap, z, p: zP } = zTest(table);
  const fisher = fisherExact(table);
  const numbers = {
    table,
    pairs,
    shares: { first: share('first'), second: share('second') },
    gap,
    interval: pairs ? pairedGapInterval(pairs, level) : gapInterval(table, level),
    p: pairs ? mcnemarExact(pairs.onlyFirst, pairs.onlySecond) : fisher,
    fisher,
    z,
    zP,
    chance: pairs
      ? chanceFirstLikelier(pairs.onlyFirst, pairs.onlySecond)
      : chanceGreater(table.first, table.second),
  };
  return { ...numbers, verdict: verdictOf(numbers) };
}

function verdictOf({
  table,
  pairs,
  gap,
  interval,
  p,
}: Pick<OwnAnalysis, 'table' | 'pairs' | 'gap' | 'interval' | 'p'>): Verdict {
  const sizes = [totalOf(table.first), totalOf(table.second)] as const;
  if (pairs) {
    if (mcnemarExact(sizes[0], 0) > alpha) return 'tooFew';
    if (mcnemarExact(pairs.onlyFirst + pairs.onlySecond, 0) > alpha) return 'fewDiffer';
  } else {
    // The most unequal outcome that there could have been.
    const extreme = { first: { yes: sizes[0], no: 0 }, second: { yes: 0, no: sizes[1] } };
    if (fisherExact(extreme) > alpha) return 'tooFew';
  }
  const apart = interval.low > 0 || interval.high < 0;
  if (p <= alpha !== apart) return 'unclear';
  if (!apart) return 'noneSeen';
  return gap > 0 ? 'seen' : 'reversed';
}

/** The widest gap, in either direction, that the counts do not exclude. */
export const widest = ({ low, high }: Range) => Math.max(Math.abs(low), Math.abs(high));
