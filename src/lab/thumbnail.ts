/** The room of a small picture in which its data stand. */
const left = 20;
const right = 300;
const top = 20;
const bottom = 180;

/** Place of a share of the width, from 0 to 1. */
export const across = (share: number): number => left + (right - left) * share;
/** Place of a share of the height, from 0 at the bottom to 1. */
export const up = (share: number): number => bottom - (bottom - top) * share;

/** A line through points whose parts are shares of the width and the height. */
export const curve = (points: readonly (readonly [number, number])[]): string =>
  points
    .map(([x, y], place) => `${place ? 'L' : 'M'}${across(x).toFixed(1)} ${up(y).toFixed(1)}`)
    .join('');
