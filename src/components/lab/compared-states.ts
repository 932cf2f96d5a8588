/** The state of a figure as its address has it, without its name: `used=false&end`; empty at rest. */
export function queryOf(fragment: string, name: string): string {
  const query = fragment.startsWith(`#${name}?`) ? fragment.slice(name.length + 2) : '';
  return query === '&end' ? '' : query;
}

/** A value in which two states differ; undefined where it is the usual one. */
export interface Difference {
  key: string;
  before: string | undefined;
  now: string | undefined;
}

/** The values in which two states differ, as `queryOf` gives them. */
export function differences(before: string, now: string): Difference[] {
  const read = (state: string) => new Map(new URLSearchParams(state.replace(/&end$/, '')));
  const [first, second] = [read(before), read(now)];
  return [...new Set([...first.keys(), ...second.keys()])]
    .map((key) => ({ key, before: first.get(key), now: second.get(key) }))
    .filter((difference) => difference.before !== difference.now);
}
