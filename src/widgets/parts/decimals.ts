/** A number with so many decimals and a real minus sign; what rounds to nothing has no sign. */
export function decimals(value: number, digits: number): string {
  return value
    .toFixed(digits)
    .replace(/^-(?=[0.]+$)/, '')
    .replace('-', '−');
}
