/**
 * Whatever a store held, as text that a person can read, for what cannot be read otherwise. A value that
 * JSON has no word for is written as its name, so that one odd entry does not keep the rest back.
 */
export function dumpText(shelves: Record<string, unknown[]>): string {
  const rows = Object.entries(shelves).map(([shelf, entries]) => {
    const lines = entries.map(textOf).join(',\n');
    return `${JSON.stringify(shelf)}:[\n${lines}\n]`;
  });
  return `{\n${rows.join(',\n')}\n}\n`;
}

function textOf(entry: unknown): string {
  try {
    return (
      JSON.stringify(entry, (_name, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      ) ?? 'null'
    );
  } catch {
    return JSON.stringify(Object.prototype.toString.call(entry));
  }
}
