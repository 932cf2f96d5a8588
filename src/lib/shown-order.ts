/** A thing in the order in which it is shown, and its place in the right one, from 0. */
export interface Shown<Item> {
  item: Item;
  place: number;
}

/**
 * Things in an order that gives nothing away: always the same for the same name, and never with the
 * first of the right order on top.
 */
export function shownOrder<Item>(items: Item[], name: string): Shown<Item>[] {
  // FNV-1a of the name and the place; any fixed scattering would do.
  const scatter = (place: number) =>
    [...`${name} ${place}`].reduce(
      (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0,
      2166136261,
    );
  const shown = items
    .map((item, place) => ({ item, place }))
    .sort((a, b) => scatter(a.place) - scatter(b.place));
  return shown[0]?.place === 0 ? [...shown.slice(1), shown[0]] : shown;
}
