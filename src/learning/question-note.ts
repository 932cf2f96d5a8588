import * as v from 'valibot';
import { valueOf } from './record-schema.ts';
import type { LearnerRecord } from './record.ts';

/** How it stands with a follow-up question, as the learner says. */
export const questionStates = ['untouched', 'working', 'answered', 'revisit'] as const;
export type QuestionState = (typeof questionStates)[number];

/** Most characters in one note. */
export const longestNote = 50_000;

/** What a learner has done about one follow-up question. */
export const questionNoteSchema = v.strictObject({
  state: v.picklist(questionStates),
  /** Ids of the steps that are done. */
  ticked: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(20)),
  /** Markdown. */
  note: v.pipe(v.string(), v.maxLength(longestNote)),
});
export type QuestionNote = v.InferOutput<typeof questionNoteSchema>;

export const emptyNote: QuestionNote = { state: 'untouched', ticked: [], note: '' };

/** Name of the document in which a question's note is kept. */
export const noteName = (question: string) => `question/${question}`;

/** What is kept about a question; the empty note where nothing is, or nothing that can be read. */
export const noteOf = (record: LearnerRecord, question: string): QuestionNote =>
  valueOf(record, noteName(question), questionNoteSchema) ?? emptyNote;

/** Whether an assignment counts a question as done: only its learner can say, since a first letter is no answer. */
export const isDone = ({ state }: QuestionNote): boolean => state === 'answered';

/**
 * The state after a change: whoever ticks a step or writes something has begun. What the learner chose
 * is never taken back.
 */
export const begun = (note: QuestionNote): QuestionNote =>
  note.state === 'untouched' && (note.ticked.length > 0 || note.note.trim() !== '')
    ? { ...note, state: 'working' }
    : note;
