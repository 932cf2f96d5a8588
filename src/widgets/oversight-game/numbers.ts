import { decimals } from '../parts/decimals.ts';

/** How numbers of any size are printed. */

/** A number with at most three decimals and a real minus sign. */
export function short(value: number): string {
  return decimals(value, 3).replace(/\.?0+$/, '');
}

/** A probability as it is worked out by hand: a fraction of small numbers, where it is one. */
export function fraction(share: number): string {
  for (let below = 1; below <= 24; below += 1) {
    const above = Math.round(share * below);
    if (Math.abs(share * below - above) < 1e-9)
      return below === 1 ? String(above) : `${above}/${below}`;
  }
  return short(share);
}

/** A gain that only rounding has left, or a true one: powers of ten by name. */
export function small(value: number): string {
  if (!(value > 1e-15)) return '0';
  if (value >= 0.01) return short(value);
  const power = Math.floor(Math.log10(value));
  return `${(value / 10 ** power).toFixed(1)} × 10${superscript(power)}`;
}

function superscript(power: number): string {
  return [...String(power)].map((sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)]).join('');
}

/** A whole number in groups of three digits. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
