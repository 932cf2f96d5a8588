/**
 * What a page in a course system's frame and the shell around it say to each other. Each message is one
 * string, a name and JSON after it, so that its size is known before anything is read. A page asks for the
 * record and adds to it; nothing else is ever said, and no name of a learner either way.
 */
import * as v from 'valibot';
import { readPlainJson } from './json-shape.ts';
import { documentSchema, eventSchema } from './record-schema.ts';

const namespace = 'unwatched-record 1 ';

/** Longest message, in characters: more than any shell has room to keep. */
export const longestMessage = 2 ** 18;

const record = v.strictObject({
  events: v.pipe(v.array(eventSchema), v.maxLength(5000)),
  documents: v.pipe(v.array(documentSchema), v.maxLength(500)),
});
/** Which question an answer belongs to. */
const turn = v.pipe(v.number(), v.integer(), v.minValue(0));
const { name } = documentSchema.entries;
const recordId = v.pipe(v.string(), v.maxLength(80));

/** What a page asks; each kind is the function of the store that it stands in for. */
const questionSchema = v.variant('ask', [
  v.strictObject({ turn, ask: v.literal('readRecord') }),
  v.strictObject({
    turn,
    ask: v.literal('addToRecord'),
    record,
    expected: v.optional(recordId),
  }),
  v.strictObject({ turn, ask: v.literal('replaceRecord'), record }),
  v.strictObject({ turn, ask: v.literal('readDocument'), name }),
  v.strictObject({
    turn,
    ask: v.literal('writeDocument'),
    name,
    value: v.optional(v.unknown()),
    known: v.union([v.literal('all'), v.pipe(v.array(v.string()), v.maxLength(20))]),
  }),
]);
export type Question = v.InferOutput<typeof questionSchema>;

/** A question without its turn. */
export type Asked = Question extends infer One
  ? One extends Question
    ? Omit<One, 'turn'>
    : never
  : never;

const answerSchema = v.union([
  v.strictObject({ turn, answer: v.optional(v.unknown()) }),
  v.strictObject({ turn, refused: v.picklist(['full', 'replaced']) }),
]);
export type Answer = v.InferOutput<typeof answerSchema>;

/** @returns undefined where the message would be too long to be read */
export function writeMessage(message: Question | Answer): string | undefined {
  const text = namespace + JSON.stringify(message);
  return text.length > longestMessage ? undefined : text;
}

/** Reads what anyone may have sent; undefined for whatever is no question of this kind. */
export const readQuestion = (data: unknown): Question | undefined => read(data, questionSchema);

/** Reads what anyone may have sent; undefined for whatever is no answer of this kind. */
export const readAnswer = (data: unknown): Answer | undefined => read(data, answerSchema);

function read<Message>(
  data: unknown,
  schema: v.GenericSchema<unknown, Message>,
): Message | undefined {
  if (typeof data !== 'string' || data.length > longestMessage) return undefined;
  if (!data.startsWith(namespace)) return undefined;
  const plain = readPlainJson(data.slice(namespace.length), { depth: 24, values: 100_000 });
  if ('fault' in plain) return undefined;
  const reading = v.safeParse(schema, plain.data);
  return reading.success ? reading.output : undefined;
}
