/** Which columns of a table hold the replies: what their names tell, and what the reader chooses. */
import type { Sheet } from './own-sheet.ts';

/** Where the replies stand, and what they say. */
export type Columns =
  | { layout: 'paired'; training: number; unmonitored: number; says: Says }
  | {
      layout: 'replies';
      condition: number;
      reply: number;
      /** How the column of conditions names each, without regard to case. */
      names: { training: string; unmonitored: string };
      says: Says;
    };
/** What a 1 or a yes means. */
export type Says = 'complied' | 'refused';

/** What of the columns is known or chosen so far; places in the list of columns. */
export interface Choice {
  layout: 'paired' | 'replies';
  training?: number | undefined;
  unmonitored?: number | undefined;
  condition?: number | undefined;
  reply?: number | undefined;
  names: { training?: string | undefined; unmonitored?: string | undefined };
  says: Says;
}

const isUnmonitored = (name: string) => /un-?_?monitor|unwatch|paid|deploy|real.?use/i.test(name);
const isTraining = (name: string) =>
  !isUnmonitored(name) && /train|free|monitored|watched/i.test(name);
const isCondition = (name: string) => /^(condition|tier|arm|group|setting|context)\b/i.test(name);
const isReply = (name: string) =>
  /compl(y|ied|ies|iant|iance)|refus|^(outcome|result|response|reply|answer|label)$/i.test(name);
const isRefusal = (name: string) => /refus|no[nt].?compl/i.test(name);
const isId = (name: string) =>
  /^(prompt|query|item|question)?[\s_-]*(id|number|no\.?)?$/i.test(name);

/** The column that tells prompts apart, where there is one. */
export const idColumn = ({ columns }: Sheet) => only(columns, isId);

/** The only place whose value fits; nothing where none or several do. */
function only(values: readonly string[], fits: (value: string) => boolean): number | undefined {
  const place = values.findIndex(fits);
  return place >= 0 && place === values.findLastIndex(fits) ? place : undefined;
}

/** What the names of the columns, and of the conditions in them, tell by themselves. */
export function recognise(sheet: Sheet): Choice {
  const { columns } = sheet;
  const [training, unmonitored] = [only(columns, isTraining), only(columns, isUnmonitored)];
  const [condition, reply] = [only(columns, isCondition), only(columns, isReply)];
  const paired = condition === undefined || (training !== undefined && unmonitored !== undefined);
  const replyNames = paired
    ? [training, unmonitored].map((place) => columns[place ?? -1] ?? '')
    : [columns[reply ?? -1] ?? ''];
  return {
    layout: paired ? 'paired' : 'replies',
    training,
    unmonitored,
    condition,
    reply,
    names: condition === undefined ? {} : recogniseNames(sheet, condition),
    says: replyNames.every(isRefusal) ? 'refused' : 'complied',
  };
}

/** Which value of a column names which condition. */
export function recogniseNames(sheet: Sheet, condition: number): Choice['names'] {
  const values = valuesIn(sheet, condition);
  const named = (fits: (value: string) => boolean) => values[only(values, fits) ?? -1];
  return { training: named(isTraining), unmonitored: named(isUnmonitored) };
}

/** Different values in a column, without regard to case, in the order of their coming; fifty at most. */
export function valuesIn({ rows }: Sheet, column: number): string[] {
  const values = new Map<string, string>();
  for (const row of rows) {
    const value = row[column]!;
    if (value && !values.has(value.toLowerCase())) values.set(value.toLowerCase(), value);
    if (values.size === 50) break;
  }
  return [...values.values()];
}

/** The columns, once all are known and no two the same. */
export function columnsOf(choice: Choice): Columns | undefined {
  const { layout, training, unmonitored, condition, reply, names, says } = choice;
  if (layout === 'paired') {
    if (training === undefined || unmonitored === undefined || training === unmonitored) return;
    return { layout, training, unmonitored, says };
  }
  if (condition === undefined || reply === undefined || condition === reply) return;
  if (!names.training || !names.unmonitored || names.training === names.unmonitored) return;
  return {
    layout,
    condition,
    reply,
    names: { training: names.training, unmonitored: names.unmonitored },
    says,
  };
}

/** A column, or a name of a condition, that a choice still lacks. */
export type Missing = 'training' | 'unmonitored' | 'condition' | 'reply' | `${Arm}Name`;
type Arm = 'training' | 'unmonitored';

/** What a choice lacks before its replies can be counted. */
export function missingOf(choice: Choice): Missing[] {
  if (choice.layout === 'paired') {
    return (['training', 'unmonitored'] as const).filter((key) => choice[key] === undefined);
  }
  const { condition, reply, names } = choice;
  const named = condition === undefined ? [] : (['training', 'unmonitored'] as const);
  return [
    ...(condition === undefined ? (['condition'] as const) : []),
    ...(reply === undefined ? (['reply'] as const) : []),
    ...named.filter((arm) => !names[arm]).map((arm) => `${arm}Name` as const),
  ];
}
