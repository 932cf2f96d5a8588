/** How a cell joins its edges (top, right, bottom, left), by which of its corners lie inside. */
const joins = 'LT TR LR RB LTRB TB LB BL BT TRBL BR RL RT TL'.split(' ');

/**
 * Outlines of the places where a grid of values exceeds a level, as an SVG path: marching squares
 * with straight lines between neighbours. The value in column c and row r lies at (c + ½, r + ½). The
 * values around the edge count as outside, so that every outline is closed.
 *
 * @param values row by row.
 */
export function outlines(values: Float64Array, columns: number, level: number): string {
  const rows = values.length / columns;
  const isInside = (column: number, row: number) =>
    column > 0 &&
    row > 0 &&
    column < columns - 1 &&
    row < rows - 1 &&
    values[row * columns + column]! > level;
  // An edge is named after the value at its left or upper end: twice its index, and one more if it
  // goes down. Seen along its way an outline has the inside on its left, so each edge leads to one.
  const next = new Map<number, number>();
  for (let row = 0; row < rows - 1; row += 1) {
    for (let column = 0; column < columns - 1; column += 1) {
      const inside =
        Number(isInside(column, row)) +
        2 * Number(isInside(column + 1, row)) +
        4 * Number(isInside(column + 1, row + 1)) +
        8 * Number(isInside(column, row + 1));
      const join = joins[inside - 1];
      if (join === undefined) continue;
      const corner = 2 * (row * columns + column);
      const edge: Record<string, number> = {
        T: corner,
        R: corner + 3,
        B: corner + 2 * columns,
        L: corner + 1,
      };
      for (let i = 0; i < join.length; i += 2) next.set(edge[join[i]!]!, edge[join[i + 1]!]!);
    }
  }

  const point = (edge: number) => {
    const from = edge >> 1;
    const goesDown = edge & 1;
    const [low, high] = [values[from]!, values[from + (goesDown ? columns : 1)]!];
    const part = Math.min(1, Math.max(0, (level - low) / (high - low)));
    const x = (from % columns) + 0.5 + (goesDown ? 0 : part);
    const y = Math.floor(from / columns) + 0.5 + (goesDown ? part : 0);
    return `${Math.round(100 * x) / 100} ${Math.round(100 * y) / 100}`;
  };
  let path = '';
  for (const start of next.keys()) {
    const points: string[] = [];
    for (let edge: number | undefined = start; edge !== undefined;) {
      points.push(point(edge));
      const following: number | undefined = next.get(edge);
      next.delete(edge);
      edge = following === start ? undefined : following;
    }
    path += `M${points.join('L')}Z`;
  }
  return path;
}
