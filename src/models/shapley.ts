/**
 * Shapley values: a fair split of an outcome among the switches that together produced it. Each
 * switch gets its marginal contribution, averaged over every order in which the switches could be
 * turned on.
 *
 * Where every switch of a product is necessary, the shares come out equal however much each factor
 * was doubted beforehand. A share describes the function and the reference; it is no cause found in
 * nature.
 *
 * @see L. S. Shapley, "A value for n-person games", 1953
 */

/** The split of an outcome: the shares sum to `full − empty`. */
export interface Attribution<Name extends string> {
  shares: Record<Name, number>;
  /** The outcome with every switch off. */
  empty: number;
  /** The outcome with every switch on. */
  full: number;
}

/**
 * Exact Shapley values of `value` over the named switches. It calls `value` once for each of the
 * 2ᵏ sets of switches, which is instant up to eight.
 *
 * @param value the outcome when exactly the given switches are on.
 * @throws RangeError for more than 20 switches, where exact evaluation takes too long.
 */
export function shapley<Name extends string>(
  names: readonly Name[],
  value: (on: ReadonlySet<Name>) => number,
): Attribution<Name> {
  const size = names.length;
  if (size > 20) throw new RangeError('Exact Shapley values need 20 switches or fewer.');

  const outcomes = Float64Array.from({ length: 2 ** size }, (_, set) =>
    value(new Set(names.filter((_, index) => isIn(set, index)))),
  );
  const outcome = (set: number) => outcomes[set] ?? 0;

  const shares = {} as Record<Name, number>;
  names.forEach((name, index) => {
    let share = 0;
    for (let set = 0; set < outcomes.length; set++) {
      if (isIn(set, index)) continue;
      share += orderWeight(bitCount(set), size) * (outcome(set | (1 << index)) - outcome(set));
    }
    shares[name] = share;
  });
  return { shares, empty: outcome(0), full: outcome(outcomes.length - 1) };
}

/** Share of all orders in which a given set of `before` switches precedes one other: s!(k−s−1)!/k!. */
function orderWeight(before: number, size: number): number {
  let weight = 1 / size;
  for (let i = 1; i <= before; i++) weight *= i / (size - i);
  return weight;
}

function isIn(set: number, index: number): boolean {
  return ((set >> index) & 1) === 1;
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
