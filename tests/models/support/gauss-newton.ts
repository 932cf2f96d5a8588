/**
 * Standard errors of a least-squares fit: the inverse of JᵀJ at the minimum, where J holds the
 * derivative of each residual, in standard errors, with respect to each free number.
 */

export interface Uncertainty {
  standardErrors: number[];
  correlation: (i: number, j: number) => number;
}

export function gaussNewton(
  residuals: (point: number[]) => number[],
  at: readonly number[],
): Uncertainty {
  const step = 1e-5;
  const moved = (index: number, by: number) => at.map((x, i) => (i === index ? x + by : x));
  const derivatives = at.map((_, index) => {
    const [above, below] = [residuals(moved(index, step)), residuals(moved(index, -step))];
    return above.map((value, cell) => (value - below[cell]!) / (2 * step));
  });
  const covariance = inverse(derivatives.map((a) => derivatives.map((b) => dot(a, b))));
  const standardErrors = covariance.map((row, i) => Math.sqrt(row[i]!));
  return {
    standardErrors,
    correlation: (i, j) => covariance[i]![j]! / (standardErrors[i]! * standardErrors[j]!),
  };
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

/** Gauss–Jordan elimination; the matrix is positive definite, so no pivoting is needed. */
function inverse(matrix: number[][]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot++) {
    const scaled = rows[pivot]!.map((x) => x / rows[pivot]![pivot]!);
    for (let i = 0; i < size; i++) {
      const factor = rows[i]![pivot]!;
      rows[i] = i === pivot ? scaled : rows[i]!.map((x, j) => x - factor * scaled[j]!);
    }
  }
  return rows.map((row) => row.slice(size));
}
