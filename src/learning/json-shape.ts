/**
 * The shape of a text that claims to be JSON, seen in one pass and before anything is built from it: how
 * deep it goes, how much it holds, and how many members its objects list. An object that lists a name
 * twice has more members here than `JSON.parse` gives back.
 */
interface JsonShape {
  depth: number;
  /** Brackets that were never closed. */
  open: number;
  /** Names followed by a colon. */
  members: number;
  /** Values, near enough: one more than the commas and brackets. */
  values: number;
}

const [quote, backslash, colon, comma] = [34, 92, 58, 44];
const opening = new Set([91, 123]);
const closing = new Set([93, 125]);

/** @param text anything, of any length */
function shapeOf(text: string): JsonShape {
  let [depth, open, members, values] = [0, 0, 0, 1];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === quote) index = endOfString(text, index);
    else if (code === colon) members++;
    else if (code === comma) values++;
    else if (opening.has(code)) {
      values++;
      depth = Math.max(depth, ++open);
    } else if (closing.has(code)) open--;
  }
  return { depth, open, members, values };
}

/** Index of the quotation mark that ends a string, or of the last character. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === backslash) index++;
    else if (code === quote) return index;
  }
  return text.length;
}

/** Why a text was not read as plain JSON. */
export type JsonFault =
  'empty' | 'truncated' | 'notJson' | 'repeated' | 'deep' | 'many' | 'prototype';

/** Reads a text that anyone may have written, within limits, and refuses what would not survive a second reading. */
export function readPlainJson(
  text: string,
  limits: { depth: number; values: number },
): { data: unknown } | { fault: JsonFault } {
  const shape = shapeOf(text);
  if (shape.depth > limits.depth) return { fault: 'deep' };
  if (shape.values > limits.values) return { fault: 'many' };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    if (text.trim() === '') return { fault: 'empty' };
    return { fault: text.trimStart().startsWith('{') && shape.open > 0 ? 'truncated' : 'notJson' };
  }
  const inside = survey(data);
  if (inside.members !== shape.members) return { fault: 'repeated' };
  return inside.prototype ? { fault: 'prototype' } : { data };
}

/** Members of all objects, and whether one of them would pass for a prototype. Without recursion. */
function survey(data: unknown): { members: number; prototype: boolean } {
  let [members, prototype] = [0, false];
  const waiting = [data];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const inside = Object.values(value);
    if (!Array.isArray(value)) members += inside.length;
    prototype ||= Object.hasOwn(value, '__proto__');
    for (const next of inside) waiting.push(next);
  }
  return { members, prototype };
}
