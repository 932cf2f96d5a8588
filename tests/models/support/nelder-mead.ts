/**
 * A minimiser that needs no gradient: it rolls a simplex of n + 1 points downhill, with the usual
 * moves (reflect 1, expand 2, contract ½, shrink ½).
 *
 * @see J. A. Nelder and R. Mead, "A simplex method for function minimization", 1965
 */

export interface Minimum<Vector extends readonly number[]> {
  at: Vector;
  value: number;
}

export interface MinimiserOptions {
  /** Length of the first simplex's edges. */
  step?: number;
  /** How often to start again from the best point with a fresh simplex, which frees a stuck one. */
  restarts?: number;
  /** Stop a run when the simplex's values differ by less than this. */
  tolerance?: number;
}

/** Minimises `objective` from `start`. The best point found is returned; it may be local. */
export function nelderMead<Vector extends readonly number[]>(
  objective: (point: Vector) => number,
  start: Vector,
  { step = 0.3, restarts = 4, tolerance = 1e-10 }: MinimiserOptions = {},
): Minimum<Vector> {
  const evaluate = (at: readonly number[]) => ({ at, value: objective(at as Vector) });
  let best = evaluate(start);
  for (let run = 0; run <= restarts; run++) {
    const moved = best.at.map((_, i) => evaluate(best.at.map((x, j) => (i === j ? x + step : x))));
    best = descend([best, ...moved], evaluate, tolerance);
  }
  return { at: best.at as Vector, value: best.value };
}

type Point = Minimum<readonly number[]>;

function descend(
  simplex: Point[],
  evaluate: (at: readonly number[]) => Point,
  tolerance: number,
): Point {
  for (let iteration = 0; iteration < 5000; iteration++) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst, second] = [simplex[0]!, simplex.at(-1)!, simplex.at(-2)!];
    if (worst.value - best.value < tolerance) break;

    const others = simplex.slice(0, -1);
    const centre = worst.at.map((_, i) => mean(others.map(({ at }) => at[i]!)));
    const along = (t: number) => evaluate(centre.map((c, i) => c + t * (worst.at[i]! - c)));

    const reflected = along(-1);
    let next = reflected;
    if (reflected.value < best.value) {
      const expanded = along(-2);
      if (expanded.value < reflected.value) next = expanded;
    } else if (reflected.value >= second.value) {
      next = along(reflected.value < worst.value ? -0.5 : 0.5);
    }

    if (next.value < worst.value) simplex[simplex.length - 1] = next;
    else simplex = simplex.map(({ at }) => evaluate(at.map((x, i) => (x + best.at[i]!) / 2)));
  }
  return simplex.reduce((a, b) => (b.value < a.value ? b : a));
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
