/**
 * The value that half of the values lie below; between the two middle ones where their number is even.
 * @param {number[]} values at least one
 */
export function medianOf(values) {
  return quantileOf(values, 0.5);
}

/**
 * The value that a share of the values lies below, with straight lines between neighbours.
 * @param {number[]} values at least one, in any order
 * @param {number} share 0 to 1
 */
export function quantileOf(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (place - Math.floor(place)) * (above - below);
}
