import type * as v from 'valibot';

/** What an address may set a value of a figure to. */
export type Offered =
  | { kind: 'number'; from: number; to: number; step?: number | undefined }
  | { kind: 'choice'; among: string[] }
  | { kind: 'switch' }
  /** A text of its own form, such as the moves of a game. */
  | { kind: 'text' };

/** One value that a figure keeps in the address. */
export interface Setting {
  key: string;
  offered: Offered;
}

/** The parts of a valibot schema that say what it takes. */
interface Taking {
  type: string;
  wrapped?: Taking;
  options?: readonly unknown[];
  pipe?: readonly Taking[];
  requirement?: unknown;
  entries?: Record<string, Taking>;
}

/**
 * What a figure's address can hold, read from the very schema that reads the address, so that a page that
 * lists it cannot say anything else.
 *
 * @throws {Error} where a schema is of a kind that says nothing of the kind
 */
export function settingsOf(schema: v.GenericSchema<unknown, unknown>): Setting[] {
  const { entries } = partsOf(schema as unknown as Taking).find(({ entries: own }) => own) ?? {};
  if (!entries) throw new Error('The state of a figure is an object.');
  return Object.entries(entries).map(([key, entry]) => ({ key, offered: offeredBy(entry) }));
}

/** A schema and, where it is a chain of them, each of its links; an optional one is what it wraps. */
function partsOf(schema: Taking): Taking[] {
  if (schema.wrapped) return partsOf(schema.wrapped);
  const { pipe = [] } = schema;
  return [schema, ...pipe.filter((part) => part !== schema).flatMap(partsOf)];
}

function offeredBy(entry: Taking): Offered {
  const parts = partsOf(entry);
  const required = (type: string) => parts.find((part) => part.type === type)?.requirement;
  const options = parts.findLast(({ options: own }) => own)?.options;
  if (options) {
    const among = options.map(String);
    return among.join() === 'true,false' ? { kind: 'switch' } : { kind: 'choice', among };
  }
  const [from, to] = [required('min_value'), required('max_value')];
  if (typeof to === 'number') {
    const step = required('multiple_of') as number | undefined;
    return { kind: 'number', from: typeof from === 'number' ? from : 0, to, step };
  }
  return { kind: 'text' };
}
