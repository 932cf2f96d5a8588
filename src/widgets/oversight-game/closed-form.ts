import { deviationGain, type Bimatrix, type Mixture } from '../../models/bimatrix.ts';
import { equilibria } from '../../models/support-enumeration.ts';

/**
 * How an equilibrium in closed form stands to those that the solver finds: it is the `only` one,
 * one of the `corners` of infinitely many or between them, or, were a formula wrong, `none`.
 */
export type Standing = 'only' | 'corners' | 'none';

/** Largest difference between two probabilities that is taken for rounding. */
const rounding = 1e-9;

export function standingOf(
  game: Bimatrix,
  row: Mixture,
  column: Mixture,
): { standing: Standing; found: number } {
  const { found } = equilibria(game);
  const near = (a: Mixture, b: Mixture) => a.every((p, i) => Math.abs(p - b[i]!) < rounding);
  const gain = deviationGain(game, row, column);
  const [one] = found;
  if (found.length === 1 && one && near(one.row, row) && near(one.column, column))
    return { standing: 'only', found: 1 };
  const holds = found.length > 1 && Math.max(gain.row, gain.column) < rounding;
  return { standing: holds ? 'corners' : 'none', found: found.length };
}
