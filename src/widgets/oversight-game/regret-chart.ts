import { movePayoffs, type Bimatrix, type Mixture } from '../../models/bimatrix.ts';
import type { RegretPoint } from '../../workers/oversight-game.ts';
import { regretRounds } from './any-game.ts';

/** What two learners have reached, as bounds and as lines of a chart. */

/** Between what bounds the worth of a zero-sum game lies for the row player, given two mixtures. */
export function worthBounds(
  game: Bimatrix,
  { row, column }: { row: Mixture; column: Mixture },
): { floor: number; ceiling: number } {
  const moves = movePayoffs(game, row, column);
  return { floor: 0 - Math.max(...moves.column), ceiling: Math.max(...moves.row) };
}

/** How many moves are played at least once in a thousand rounds. */
export const usedMoves = (mixture: Mixture) => mixture.filter((share) => share >= 0.001).length;

/** Rounds and gains as shares of a plot whose axes are powers of ten. */
export const chartFrame = { decades: Math.log10(regretRounds), top: 1, bottom: 1e-6 } as const;

/**
 * A line of gains over rounds in a plot of 100 by 100. What is smaller than its foot stays on it; a
 * regret that is none has no place there.
 */
export function gainLine(
  points: readonly RegretPoint[],
  key: 'gap' | 'regret',
): [x: number, y: number][] {
  return shownPoints(points, key).map((point) => [
    100 * acrossRounds(point.rounds),
    100 * (1 - upGain(point[key])),
  ]);
}

/** The points that a plot of powers of ten can show. */
export function shownPoints(
  points: readonly RegretPoint[],
  key: 'gap' | 'regret',
): readonly RegretPoint[] {
  return key === 'gap' ? points : points.filter((point) => point.regret > 0);
}

export const acrossRounds = (rounds: number) => Math.log10(rounds) / chartFrame.decades;
export function upGain(gain: number): number {
  const { top, bottom } = chartFrame;
  const clipped = Math.min(top, Math.max(bottom, gain));
  return Math.log10(clipped / bottom) / Math.log10(top / bottom);
}
