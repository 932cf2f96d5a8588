/** A line from point to point, as an SVG path for a plot of 100 by 100; short, as pages carry it. */
export function linePath(points: readonly (readonly [x: number, y: number])[]): string {
  return 'M' + points.map((point) => point.map((at) => Number(at.toFixed(2))).join(' ')).join('L');
}
